using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>The entry of webhooks, below machines.</summary>
internal sealed class WebhookNavigation(IStringLocalizer<WebhookText> texts) : INavigationSource
{
    private const int Order = 330;

    public IEnumerable<NavigationItem> ItemsFor(OrganizationAccess access) => access.Allows(OrganizationPermissions.ManageOrganization)
        ? [new NavigationItem(texts["Webhooks"], IconName.Webhook, WebhookPaths.All(access.Id), Order) { Section = texts["Security"], Permission = OrganizationPermissions.ManageOrganization }]
        : [];
}
