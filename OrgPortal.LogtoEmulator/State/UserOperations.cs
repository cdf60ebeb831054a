namespace OrgPortal.LogtoEmulator.State;

/// <summary>What users do that the authorization server and the Management API share.</summary>
internal static class UserOperations
{
    /// <summary>
    /// Creates a user as the Management API does: without just-in-time provisioning. Refuses identifiers in use
    /// (422 <c>user.*_already_in_use</c>).
    /// </summary>
    public static User CreateUser(this LogtoTables tables, NewUser create)
    {
        tables.RequireFree(null, create.Username, create.PrimaryEmail, create.PrimaryPhone);
        var user = tables.Users.Put(new User
        {
            Id = LogtoIds.Short(),
            Username = create.Username,
            PrimaryEmail = create.PrimaryEmail,
            PrimaryPhone = create.PrimaryPhone,
            Name = create.Name,
            Avatar = create.Avatar,
            PasswordDigest = create.PasswordDigest,
            CustomData = create.CustomData ?? StateJson.EmptyObject,
            Profile = create.Profile ?? StateJson.EmptyObject,
            CreatedAt = tables.Now,
            UpdatedAt = tables.Now,
            RoleIds = [.. tables.Roles.Where(role => role is { IsDefault: true, Type: RoleType.User }).Select(role => role.Id)],
        });
        tables.Raise(new LogtoEvent("User.Created") { Entity = user });
        return user;
    }

    /// <summary>The user somebody means by what they typed: an address, a user name or a telephone number.</summary>
    public static User? FindUserByIdentifier(this LogtoTables tables, string identifier) =>
        tables.Users.FindByEmail(identifier)
        ?? tables.Users.FindByUsername(identifier)
        ?? tables.Users.FindByPhone(identifier);

    /// <summary>Refuses identifiers that another user has; <paramref name="userId"/> is who may keep them.</summary>
    public static void RequireFree(
        this LogtoTables tables, string? userId, string? username, string? email, string? phone)
    {
        if (tables.Users.FindByUsername(username) is { } named && named.Id != userId)
        {
            throw new LogtoRefusalException(422, "user.username_already_in_use", "This username is already in use.");
        }

        if (tables.Users.FindByEmail(email) is { } addressed && addressed.Id != userId)
        {
            throw new LogtoRefusalException(
                422, "user.email_already_in_use", "This email is associated with an existing account.");
        }

        if (tables.Users.FindByPhone(phone) is { } called && called.Id != userId)
        {
            throw new LogtoRefusalException(
                422, "user.phone_already_in_use", "This phone number is associated with an existing account.");
        }
    }

    /// <summary>Replaces a user, with a new <c>updatedAt</c> and the event that tells of it.</summary>
    public static User ChangeUser(this LogtoTables tables, string userId, Func<User, User> change)
    {
        var user = tables.Users.Find(userId) ?? throw Refusals.NotFound();
        var changed = tables.Users.Put(change(user) with { UpdatedAt = tables.Now });
        tables.Raise(new LogtoEvent("User.Data.Updated") { Entity = changed });
        return changed;
    }

    /// <summary>
    /// Suspends a user, which ends all sessions and grants for good (no back-channel logout is sent), or lets them in
    /// again.
    /// </summary>
    public static User SetSuspended(this LogtoTables tables, string userId, bool isSuspended)
    {
        var user = tables.Users.Find(userId) ?? throw Refusals.NotFound();
        var changed = tables.Users.Put(user with { IsSuspended = isSuspended, UpdatedAt = tables.Now });
        if (isSuspended)
        {
            tables.EndSessionsAndGrants(userId);
        }

        tables.Raise(new LogtoEvent("User.SuspensionStatus.Updated") { Entity = changed });
        return changed;
    }

    /// <summary>Removes a user with everything that hangs on one.</summary>
    public static void DeleteUser(this LogtoTables tables, string userId)
    {
        var user = tables.Users.Find(userId) ?? throw Refusals.NotFound();
        tables.EndSessionsAndGrants(userId);
        tables.Members.RemoveMember(userId);
        tables.Invitations.RemoveWhere(one => one.InviterId == userId || one.AcceptedUserId == userId);
        tables.Users.Remove(userId);
        tables.Raise(new LogtoEvent("User.Deleted") { Entity = user });
    }

    /// <summary>Ends all of a user's sessions and takes back all grants.</summary>
    public static void EndSessionsAndGrants(this LogtoTables tables, string userId)
    {
        tables.Sessions.RemoveWhere(session => session.AccountId == userId);
        tables.Grants.RemoveWhere(grant => grant.AccountId == userId);
    }
}
