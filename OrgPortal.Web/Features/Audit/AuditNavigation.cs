using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Audit;

/// <summary>The audit log's entry; whoever may not read it is told on the page who can help.</summary>
internal sealed class AuditNavigation(IStringLocalizer<AuditText> texts) : INavigationSource
{
    private const int Order = 200;

    public IEnumerable<NavigationItem> ItemsFor(OrganizationAccess access) =>
        [new NavigationItem(texts["AuditLog"], IconName.List, AuditPaths.Log(access.Id), Order) { Permission = OrganizationPermissions.ReadAudit }];
}
