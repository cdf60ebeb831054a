using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>What happens to invitations.</summary>
internal static class InvitationOperations
{
    private const string Ended = "The status of the invitation cannot be changed anymore.";

    /// <summary>
    /// Stores an invitation and mails it if there is a payload; when sending fails, nothing is stored. Whether the
    /// address is invited or a member already is compared with case; the kind of the roles is not looked at.
    /// </summary>
    public static Invitation Invite(this LogtoTables tables, Invitation create, JsonElement? messagePayload)
    {
        if (create.ExpiresAt <= tables.Now)
        {
            throw Refusals.InvalidInput(400, "The value of `expiresAt` must be in the future.");
        }

        if (tables.Users.FindByEmail(create.Invitee) is { } user
            && user.PrimaryEmail == create.Invitee
            && tables.Members.Has(create.OrganizationId, user.Id))
        {
            throw Refusals.InvalidInput(422, "The invitee is already a member of the organization.");
        }

        tables.Invitations.ChangeAll(one => IsSame(one, create) && one.StatusAt(tables.Now) != one.Status
            ? one with { Status = InvitationStatus.Expired, UpdatedAt = tables.Now }
            : one);
        if (tables.Invitations.Any(one => IsSame(one, create) && one.Status == InvitationStatus.Pending))
        {
            throw Refusals.Duplicate();
        }

        if (!tables.Organizations.Has(create.OrganizationId)
            || (create.InviterId is not null && !tables.Users.Has(create.InviterId))
            || !create.RoleIds.All(tables.OrganizationRoles.Has))
        {
            throw Refusals.ForeignKey(create.RoleIds);
        }

        if (messagePayload is { } payload)
        {
            tables.SendInvitation(create, payload);
        }

        return tables.Invitations.Put(create);
    }

    /// <summary>Mails an invitation, whatever its status; <paramref name="payload"/> overrides Logto's own variables.</summary>
    public static MailboxMessage SendInvitation(this LogtoTables tables, Invitation invitation, JsonElement payload)
    {
        var organization = tables.Organizations.Find(invitation.OrganizationId);
        var variables = new JsonObject();
        if (organization is not null)
        {
            variables["organization"] = new JsonObject
            {
                ["id"] = organization.Id,
                ["name"] = organization.Name,
                ["branding"] = JsonNode.Parse(organization.Branding.GetRawText()),
            };
        }

        if (tables.Users.Find(invitation.InviterId) is { } inviter)
        {
            variables["inviter"] = new JsonObject
            {
                ["id"] = inviter.Id,
                ["avatar"] = inviter.Avatar,
                ["name"] = inviter.Name,
                ["primaryEmail"] = inviter.PrimaryEmail,
                ["primaryPhone"] = inviter.PrimaryPhone,
                ["username"] = inviter.Username,
                ["profile"] = JsonNode.Parse(inviter.Profile.GetRawText()),
            };
        }

        foreach (var property in payload.EnumerateObject())
        {
            variables[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        }

        return tables.SendMail(invitation.Invitee, "OrganizationInvitation", variables);
    }

    /// <summary>
    /// Makes the user a member with the invitation's roles; all or nothing. The addresses are compared without case.
    /// </summary>
    public static Invitation AcceptInvitation(this LogtoTables tables, string id, string? userId)
    {
        var invitation = tables.RequireOpen(id);
        if (userId is null)
        {
            throw Refusals.InvalidInput(422, "The `acceptedUserId` is required when accepting an invitation.");
        }

        var user = tables.Users.Find(userId) ?? throw Refusals.NotFound();
        if (!string.Equals(user.PrimaryEmail, invitation.Invitee, StringComparison.OrdinalIgnoreCase))
        {
            throw Refusals.InvalidInput(422, "The accepted user must have the same email as the invitee.");
        }

        tables.RequireRoles(invitation.RoleIds, RoleType.User);
        tables.AddMembers(invitation.OrganizationId, [userId]);
        tables.AddMemberRoles(invitation.OrganizationId, userId, invitation.RoleIds);
        return tables.Invitations.Put(invitation with
        {
            Status = InvitationStatus.Accepted,
            AcceptedUserId = userId,
            UpdatedAt = tables.Now,
        });
    }

    /// <summary>Revokes an open invitation.</summary>
    public static Invitation RevokeInvitation(this LogtoTables tables, string id) => tables.Invitations.Put(
        tables.RequireOpen(id) with { Status = InvitationStatus.Revoked, UpdatedAt = tables.Now });

    private static Invitation RequireOpen(this LogtoTables tables, string id)
    {
        var invitation = tables.Invitations.Find(id) ?? throw Refusals.NotFound();
        return invitation.StatusAt(tables.Now) == InvitationStatus.Pending
            ? invitation
            : throw Refusals.InvalidInput(422, Ended);
    }

    private static bool IsSame(Invitation one, Invitation other) =>
        one.OrganizationId == other.OrganizationId && one.Invitee == other.Invitee;
}
