using Microsoft.Extensions.Localization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Overview;

/// <summary>The entry of the overview: the first, for every member.</summary>
internal sealed class OverviewNavigation(IStringLocalizer<OverviewText> texts) : INavigationSource
{
    private const int Order = 50;

    public IEnumerable<NavigationItem> ItemsFor(OrganizationAccess access) =>
        [new NavigationItem(texts["Overview"], IconName.Home, OverviewPaths.Overview(access.Id), Order) { IsAlone = true, Keys = "g o" }];
}
