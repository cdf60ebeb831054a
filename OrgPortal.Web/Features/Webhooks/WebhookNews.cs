using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>
/// What a record of the audit trail means to webhooks: every act passes through there, with its outcome, whoever did it and by which door. Only what was done is
/// told of; most acts are nobody's news.
/// </summary>
internal static class WebhookNews
{
    /// <summary>The acts that are news, for looking them up.</summary>
    public static IReadOnlyList<string> Actions { get; } =
    [
        AuditActions.CreateInvitation, AuditActions.RenewInvitation, AuditActions.RestoreInvitation, AuditActions.AcceptInvitation, AuditActions.DeclineInvitation, AuditActions.RevokeInvitation,
        AuditActions.UseJoinLink, AuditActions.ApproveRequest, AuditActions.ReinstateMember, AuditActions.JoinInLogto,
        AuditActions.RemoveMember, AuditActions.LeaveOrganization, AuditActions.EndMembership, AuditActions.LeaveInLogto,
        AuditActions.ChangeMemberRoles, AuditActions.HandOver,
        AuditActions.VerifyDomain, AuditActions.RemoveDomain, AuditActions.LapseDomain,
        AuditActions.UpdateOrganization, AuditActions.BrandOrganization,
        AuditActions.RequireSecondFactor, AuditActions.CallOffSecondFactor, AuditActions.LiftSecondFactor, AuditActions.EnforceSecondFactor,
    ];

    /// <summary>What a record tells; nothing for what was not done, or concerns nobody outside.</summary>
    public static IReadOnlyList<WebhookMessage> Of(AuditRecord record)
    {
        if (record.Outcome != AuditOutcomes.Done || record.OrganizationId is null)
        {
            return [];
        }

        var (before, after) = (Parse(record.Before), Parse(record.After));
        return record.Action switch
        {
            AuditActions.CreateInvitation or AuditActions.RenewInvitation or AuditActions.RestoreInvitation =>
                [Tell(record, WebhookEventTypes.InvitationCreated, [.. Invitation(record), ("roles", Roles(after)), ("expiresAt", Moment(after, "expiresAt")), ("replaces", before["invitation"]?.DeepClone())])],
            AuditActions.AcceptInvitation =>
            [
                Tell(record, WebhookEventTypes.InvitationAccepted, [.. Invitation(record), ("userId", record.ActorId)]),
                Joined(record, record.ActorId, "invitation", after),
            ],
            AuditActions.DeclineInvitation => [Tell(record, WebhookEventTypes.InvitationDeclined, Invitation(record))],
            AuditActions.RevokeInvitation => [Tell(record, WebhookEventTypes.InvitationRevoked, Invitation(record))],
            AuditActions.UseJoinLink => [Joined(record, record.ActorId, "join_link", after)],
            AuditActions.ApproveRequest => [Joined(record, record.TargetId, "request", after)],
            AuditActions.ReinstateMember => [Joined(record, record.TargetId, "reinstatement", after)],
            AuditActions.JoinInLogto => [Joined(record, record.TargetId, "logto", after)],
            AuditActions.RemoveMember => [Removed(record, "removal")],
            AuditActions.LeaveOrganization => [Removed(record, "own_will")],
            AuditActions.EndMembership => [Removed(record, "end_of_term")],
            AuditActions.LeaveInLogto => [Removed(record, "logto")],
            AuditActions.ChangeMemberRoles => [RolesChanged(record, record.TargetId, Roles(before), Roles(after))],
            AuditActions.HandOver =>
            [
                RolesChanged(record, record.TargetId, Roles(before, "recipient"), Roles(after, "recipient")),
                RolesChanged(record, record.ActorId, Roles(before, "giver"), Roles(after, "giver")),
            ],
            AuditActions.VerifyDomain => [Tell(record, WebhookEventTypes.DomainVerified, [("domain", record.TargetId)])],
            AuditActions.RemoveDomain when before["verified"]?.GetValueKind() is JsonValueKind.True => [Tell(record, WebhookEventTypes.DomainRemoved, [("domain", record.TargetId), ("how", "removal")])],
            AuditActions.LapseDomain => [Tell(record, WebhookEventTypes.DomainRemoved, [("domain", record.TargetId), ("how", "lapse")])],
            AuditActions.UpdateOrganization or AuditActions.BrandOrganization => Changes(before, after) is { Count: > 0 } changed ? [Settings(record, changed)] : [],
            AuditActions.RequireSecondFactor or AuditActions.CallOffSecondFactor or AuditActions.LiftSecondFactor or AuditActions.EnforceSecondFactor => [Settings(record, ["secondFactor"])],
            _ => [],
        };
    }

    private static (string, JsonNode?)[] Invitation(AuditRecord record) => [("invitationId", record.TargetId), ("emailAddress", record.TargetName)];

    private static WebhookMessage Joined(AuditRecord record, string? person, string how, JsonObject after) =>
        Tell(record, WebhookEventTypes.MemberJoined, [("userId", person), ("how", how), ("roles", Roles(after))]);

    private static WebhookMessage Removed(AuditRecord record, string how) => Tell(record, WebhookEventTypes.MemberRemoved, [("userId", record.TargetId), ("how", how)]);

    private static WebhookMessage RolesChanged(AuditRecord record, string? person, JsonArray before, JsonArray after) =>
        Tell(record, WebhookEventTypes.MemberRolesChanged, [("userId", person), ("roles", after), ("previousRoles", before)]);

    private static WebhookMessage Settings(AuditRecord record, IReadOnlyList<string> changed) =>
        Tell(record, WebhookEventTypes.SettingsChanged, [("changed", new JsonArray([.. changed.Select(name => (JsonNode)name)]))]);

    // What is nothing is left out.
    private static WebhookMessage Tell(AuditRecord record, string type, (string Name, JsonNode? Value)[] facts)
    {
        var data = new JsonObject { ["organizationId"] = record.OrganizationId, ["actor"] = Actor(record) };
        foreach (var (name, value) in facts.Where(fact => fact.Value is not null))
        {
            data[name] = value;
        }

        return new WebhookMessage(record.OrganizationId!, type, record.At, data);
    }

    private static JsonObject Actor(AuditRecord record) => record switch
    {
        { ActorId: { } person } => new JsonObject { ["type"] = "person", ["id"] = person },
        { Action: AuditActions.JoinInLogto or AuditActions.LeaveInLogto } => new JsonObject { ["type"] = "logto" },
        _ => new JsonObject { ["type"] = "portal" },
    };

    private static JsonArray Roles(JsonObject state, string name = "roles") =>
        state[name] is JsonArray roles ? new JsonArray([.. roles.Select(role => role?.DeepClone())]) : [];

    private static JsonNode? Moment(JsonObject state, string name) =>
        DateTimeOffset.TryParse(state[name]?.ToString(), CultureInfo.InvariantCulture, out var moment) ? WebhookMessage.Write(moment) : null;

    // By what stands on record, line by line; an empty line is none.
    private static IReadOnlyList<string> Changes(JsonObject before, JsonObject after) =>
        [.. before.Select(field => field.Key).Union(after.Select(field => field.Key)).Where(name => Text(before[name]) != Text(after[name])).Order(StringComparer.Ordinal)];

    private static string Text(JsonNode? value) => value?.ToString() ?? string.Empty;

    private static JsonObject Parse(string? json)
    {
        try
        {
            return json is null ? [] : JsonNode.Parse(json) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            // Somebody changed the store by hand.
            return [];
        }
    }
}
