using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>The entry of enterprise sign-in, below domains.</summary>
internal sealed class EnterpriseSignInNavigation(IStringLocalizer<EnterpriseSignInText> texts) : INavigationSource
{
    private const int Order = 310;

    public IEnumerable<NavigationItem> ItemsFor(OrganizationAccess access) => access.Allows(OrganizationPermissions.ManageSecurity)
        ? [new NavigationItem(texts["Title"], IconName.Building, ConnectionPaths.All(access.Id), Order) { Section = texts["Security"], Permission = OrganizationPermissions.ManageSecurity }]
        : [];
}
