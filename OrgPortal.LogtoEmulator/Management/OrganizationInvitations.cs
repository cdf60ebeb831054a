using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Invitations: create, list, send, accept, revoke, delete. There are no pages and no webhooks.</summary>
internal static partial class OrganizationInvitations
{
    private const string All = "/organization-invitations";

    public static void Map(ManagementRoutes routes)
    {
        routes.Get(All, List);
        routes.Post(All, Create);
        routes.Get(All + "/{id}", call => Answer.Ok(call.State.Read(tables =>
            View(tables, tables.Invitations.Find(call.Id) ?? throw Refusals.NotFound()))));
        routes.Delete(All + "/{id}", call => call.State.Write(tables =>
            tables.Invitations.Remove(call.Id) ? Answer.NoContent : throw Refusals.NotFound()));
        routes.Post(All + "/{id}/message", Send);
        routes.Put(All + "/{id}/status", SetStatus);
    }

    private static JsonObject View(LogtoTables tables, Invitation invitation) => new()
    {
        ["tenantId"] = "default",
        ["id"] = invitation.Id,
        ["inviterId"] = invitation.InviterId,
        ["invitee"] = invitation.Invitee,
        ["acceptedUserId"] = invitation.AcceptedUserId,
        ["organizationId"] = invitation.OrganizationId,
        ["status"] = invitation.StatusAt(tables.Now).ToString(),
        ["createdAt"] = invitation.CreatedAt,
        ["updatedAt"] = invitation.UpdatedAt,
        ["expiresAt"] = invitation.ExpiresAt,
        ["organizationRoles"] = Views.RoleNames(tables, invitation.RoleIds),
    };

    private static Answer List(Call call)
    {
        var organization = call.Query("organizationId");
        var inviter = call.Query("inviterId");
        var invitee = call.Query("invitee");
        return Answer.Ok(call.State.Read(tables => tables.Invitations.NewestFirst
            .Where(one => organization is null || one.OrganizationId == organization)
            .Where(one => inviter is null || one.InviterId == inviter)
            .Where(one => invitee is null || string.Equals(one.Invitee, invitee, StringComparison.OrdinalIgnoreCase))
            .Select(one => View(tables, one))
            .ToArray()));
    }

    private static Answer Create(Call call)
    {
        var guard = call.Guard();
        var now = call.State.Now;
        var create = new Invitation
        {
            Id = LogtoIds.Standard(),
            ExpiresAt = guard.Number("expiresAt", isRequired: true) ?? 0,
            Invitee = guard.Matching("invitee", Email(), isRequired: true, kind: "email") ?? "",
            OrganizationId = guard.String("organizationId", 21),
            InviterId = guard.NullableString("inviterId", 21),
            RoleIds = [.. guard.Strings("organizationRoleIds") ?? []],
            CreatedAt = now,
            UpdatedAt = now,
        };
        var payload = MessagePayload(guard);
        guard.Done();
        return Answer.Created(call.State.Write(tables => View(tables, tables.Invite(create, payload))));
    }

    /// <summary>The variables of a message, or null for <c>false</c>, which is the default.</summary>
    private static JsonElement? MessagePayload(Guard guard) =>
        guard.Any("messagePayload") is not { ValueKind: not JsonValueKind.False } ? null : guard.Object("messagePayload");

    private static Answer Send(Call call)
    {
        call.Guard().Done();
        call.State.Write(tables => tables.SendInvitation(
            tables.Invitations.Find(call.Id) ?? throw Refusals.NotFound(), call.Body));
        return Answer.NoContent;
    }

    private static Answer SetStatus(Call call)
    {
        var guard = call.Guard();
        var status = guard.OneOf("status", true, "Accepted", "Revoked");
        var userId = guard.NullableString("acceptedUserId", 21);
        guard.Done();
        return Answer.Ok(call.State.Write(tables => View(tables, status == "Accepted"
            ? tables.AcceptInvitation(call.Id, userId)
            : tables.RevokeInvitation(call.Id))));
    }

    [GeneratedRegex(@"^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$")]
    private static partial Regex Email();
}
