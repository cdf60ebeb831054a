using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Machines;

/// <summary>The entry of machines.</summary>
internal sealed class MachineNavigation(IStringLocalizer<MachineText> texts) : INavigationSource
{
    private const int Order = 320;

    public IEnumerable<NavigationItem> ItemsFor(OrganizationAccess access) => access.Allows(OrganizationPermissions.ManageApplications)
        ? [new NavigationItem(texts["Machines"], IconName.Key, MachinePaths.All(access.Id), Order) { Section = texts["Security"], Permission = OrganizationPermissions.ManageApplications }]
        : [];
}
