namespace OrgPortal.LogtoEmulator.State;

/// <summary>What organizations and their members do that the authorization server and the Management API share.</summary>
internal static class OrganizationOperations
{
    /// <summary>
    /// Adds members, all or none; existing ones are left as they are. An unknown organization or user is refused
    /// (422 foreign key). The event is raised even when nobody was new.
    /// </summary>
    public static void AddMembers(this LogtoTables tables, string organizationId, IReadOnlyCollection<string> userIds)
    {
        if (!tables.Organizations.Has(organizationId) || !userIds.All(tables.Users.Has))
        {
            throw Refusals.ForeignKey([organizationId, .. userIds]);
        }

        tables.Raise(new LogtoEvent("Organization.Membership.Updated")
        {
            OrganizationId = organizationId,
            AddedUserIds = [.. tables.Members.Add(organizationId, userIds)],
        });
    }

    /// <summary>Removes a member with their roles; 404 for who is none.</summary>
    public static void RemoveMember(this LogtoTables tables, string organizationId, string userId)
    {
        if (!tables.Members.Remove(organizationId, userId))
        {
            throw Refusals.NotFound();
        }

        tables.Raise(new LogtoEvent("Organization.Membership.Updated")
        {
            OrganizationId = organizationId,
            RemovedUserIds = [userId],
        });
    }

    /// <summary>Gives a member further roles, after <see cref="RequireRoles"/>. No event: Logto has none for this.</summary>
    public static void AddMemberRoles(
        this LogtoTables tables, string organizationId, string userId, IEnumerable<string> roleIds)
    {
        var roles = tables.Members.FindRoles(organizationId, userId) ?? throw Refusals.MembershipRequired();
        tables.Members.SetRoles(organizationId, userId, roles.Union(roleIds));
    }

    /// <summary>Refuses unknown organization roles (foreign key) and those of another kind (constraint).</summary>
    public static void RequireRoles(this LogtoTables tables, IEnumerable<string> roleIds, RoleType type)
    {
        string[] ids = [.. roleIds];
        var roles = ids.Select(id => tables.OrganizationRoles.Find(id)).ToArray();
        if (roles.Any(role => role is null))
        {
            throw Refusals.ForeignKey(ids);
        }

        if (roles.Any(role => role!.Type != type))
        {
            throw Refusals.Constraint();
        }
    }

    /// <summary>Removes an organization with everything that hangs on it; the users stay.</summary>
    public static void DeleteOrganization(this LogtoTables tables, string organizationId)
    {
        if (!tables.Organizations.Remove(organizationId))
        {
            throw Refusals.NotFound();
        }

        tables.Members.RemoveOrganization(organizationId);
        tables.ApplicationMembers.RemoveOrganization(organizationId);
        tables.Invitations.RemoveWhere(invitation => invitation.OrganizationId == organizationId);
        tables.JustInTime.Remove(organizationId);
    }

    /// <summary>Removes an organization role from the template and from everybody and everything that had it.</summary>
    public static void DeleteOrganizationRole(this LogtoTables tables, string roleId)
    {
        if (!tables.OrganizationRoles.Remove(roleId))
        {
            throw Refusals.NotFound();
        }

        tables.Members.RemoveRole(roleId);
        tables.ApplicationMembers.RemoveRole(roleId);
        tables.JustInTime.ChangeAll(settings => settings.RoleIds.Contains(roleId)
            ? settings with { RoleIds = settings.RoleIds.Remove(roleId) }
            : settings);
        tables.Invitations.ChangeAll(invitation => invitation.RoleIds.Contains(roleId)
            ? invitation with { RoleIds = invitation.RoleIds.Remove(roleId) }
            : invitation);
    }

    /// <summary>Removes a permission from the template and from the roles that had it.</summary>
    public static void DeleteOrganizationScope(this LogtoTables tables, string scopeId)
    {
        if (!tables.OrganizationScopes.Remove(scopeId))
        {
            throw Refusals.NotFound();
        }

        tables.OrganizationRoles.ChangeAll(role => role.ScopeIds.Contains(scopeId)
            ? role with { ScopeIds = role.ScopeIds.Remove(scopeId) }
            : role);
    }
}
