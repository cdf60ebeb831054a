using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Domains;

/// <summary>The entry of domains.</summary>
internal sealed class DomainNavigation(IStringLocalizer<DomainsText> texts) : INavigationSource
{
    private const int Order = 300;

    public IEnumerable<NavigationItem> ItemsFor(OrganizationAccess access) => access.Allows(OrganizationPermissions.ManageSecurity)
        ? [new NavigationItem(texts["Domains"], IconName.Globe, DomainPaths.Domains(access.Id), Order) { Section = texts["Security"], Permission = OrganizationPermissions.ManageSecurity }]
        : [];
}
