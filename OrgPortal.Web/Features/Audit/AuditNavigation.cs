using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Audit;

/// <summary>The audit log's entry, for those who may read it.</summary>
internal sealed class AuditNavigation(IStringLocalizer<AuditText> texts) : INavigationSource
{
    private const int Order = 200;

    public IEnumerable<NavigationItem> ItemsFor(OrganizationAccess access) =>
        access.Allows(OrganizationPermissions.ReadAudit)
            ? [new NavigationItem(texts["AuditLog"], IconName.List, AuditPaths.Log(access.Id), Order) { Permission = OrganizationPermissions.ReadAudit, Keys = "g a" }]
            : [];
}
