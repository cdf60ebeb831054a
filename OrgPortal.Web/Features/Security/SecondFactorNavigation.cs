using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Security;

/// <summary>The entry of the second factor, below domains.</summary>
internal sealed class SecondFactorNavigation(IStringLocalizer<SecurityText> texts) : INavigationSource
{
    private const int Order = 320;

    public IEnumerable<NavigationItem> ItemsFor(OrganizationAccess access) => access.Allows(OrganizationPermissions.ManageSecurity)
        ? [new NavigationItem(texts["SecondFactor"], IconName.Shield, SecondFactorPaths.Settings(access.Id), Order) { Section = texts["Security"], Permission = OrganizationPermissions.ManageSecurity }]
        : [];
}
