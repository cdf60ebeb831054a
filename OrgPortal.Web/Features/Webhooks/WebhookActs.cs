using OrgPortal.Web.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Acts on webhooks, as they go on record: never with a secret, and of an address the host alone, since the rest may hold what nobody else is to know.</summary>
internal static class WebhookActs
{
    private const string Kind = "webhook";

    /// <summary>An act on a webhook, or on one that is about to be made.</summary>
    public static AuditAct Of(string action, WebhookEndpoint webhook, object? before = null, object? after = null) =>
        new(action, webhook.Organization(), Kind, webhook.Id.ToString(), WebhookAddress.HostOf(webhook.Url), before, after);

    /// <summary>What a webhook is like.</summary>
    public static object Describe(string url, string? description, IReadOnlyList<string> events) => new { host = WebhookAddress.HostOf(url), description, events };

    /// <summary>The organization.</summary>
    public static OrganizationId Organization(this WebhookEndpoint webhook) => OrganizationId.Parse(webhook.OrganizationId, null);

    /// <summary>What it is told of.</summary>
    public static IReadOnlyList<string> Events(this WebhookEndpoint webhook) => webhook.EventTypes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>As it is shown.</summary>
    public static WebhookRow ToRow(this WebhookEndpoint webhook, DateTimeOffset now) => new(
        webhook.Id, webhook.Url, webhook.Description, webhook.Events(), StateOf(webhook), webhook.FailingSince, webhook.DeliveredAt,
        webhook.OldSecretEndsAt > now ? webhook.OldSecretEndsAt : null, webhook.CreatedAt, webhook.CreatedByName);

    private static WebhookState StateOf(WebhookEndpoint webhook) => webhook.State switch
    {
        WebhookStates.On => webhook.FailingSince is null ? WebhookState.On : WebhookState.Troubled,
        WebhookStates.Failing => WebhookState.Failing,
        WebhookStates.Gone => WebhookState.Gone,
        _ => WebhookState.Off,
    };
}
