using Microsoft.Extensions.Localization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Operators;

/// <summary>The console's own entries.</summary>
internal sealed class OperatorNavigation(IStringLocalizer<OperatorsText> texts) : IOperatorNavigationSource
{
    public IEnumerable<NavigationItem> Items =>
    [
        new NavigationItem(texts["Organizations"], IconName.Building, OperatorPaths.Organizations, 100),
        new NavigationItem(texts["Findings"], IconName.Alert, OperatorPaths.Findings, 200),
        new NavigationItem(texts["Template"], IconName.Sliders, OperatorPaths.Template, 300),
    ];
}
