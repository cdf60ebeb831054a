using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>The URLs of webhooks.</summary>
public static class WebhookPaths
{
    /// <summary>An organization's webhooks.</summary>
    public static string All(OrganizationId organization) => $"/organizations/{organization}/settings/webhooks";

    /// <summary>The same, with the dialog for a new one.</summary>
    public static string New(OrganizationId organization) => All(organization) + "?new=1";

    /// <summary>One of them.</summary>
    public static string One(OrganizationId organization, Guid webhook) => $"{All(organization)}/{webhook}";

    /// <summary>The same, with a part of its log.</summary>
    public static string One(OrganizationId organization, Guid webhook, DeliveryQuery query) => QueryHelpers.AddQueryString(
        One(organization, webhook),
        [
            KeyValuePair.Create<string, string?>("state", WordOf(query.State)),
            KeyValuePair.Create<string, string?>("before", query.Before?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ]);

    /// <summary>The same, with the dialog for a new secret.</summary>
    public static string NewSecret(OrganizationId organization, Guid webhook) => One(organization, webhook) + "?new=1";

    /// <summary>The same, with the dialog to change it.</summary>
    public static string Edit(OrganizationId organization, Guid webhook) => One(organization, webhook) + "?new=edit";

    /// <summary>A state, as it stands in a URL.</summary>
    public static string? WordOf(DeliveryState? state) => state switch
    {
        DeliveryState.Waiting => DeliveryStates.Waiting,
        DeliveryState.Delivered => DeliveryStates.Delivered,
        DeliveryState.Failed => DeliveryStates.Failed,
        _ => null,
    };

    /// <summary>The state that a word means; none for what means none.</summary>
    public static DeliveryState? StateOf(string? word) => Enum.GetValues<DeliveryState>().Cast<DeliveryState?>().FirstOrDefault(state => WordOf(state) == word);
}
