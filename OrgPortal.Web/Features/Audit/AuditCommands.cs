using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Audit;

/// <summary>Looking through the audit log from the command palette.</summary>
internal sealed class AuditCommands(IStringLocalizer<AuditText> texts) : ICommandSource
{
    public IEnumerable<PaletteCommand> CommandsFor(OrganizationAccess? access) => [];

    public IEnumerable<PaletteCommand> SearchesFor(OrganizationAccess? access, string text) => access?.Allows(OrganizationPermissions.ReadAudit) is not true
        ? []
        : [new PaletteCommand("search:audit", PaletteGroup.Pages, texts["AuditLog"], IconName.List) { Detail = texts["EntriesWith", text], Href = AuditPaths.Log(access.Id, new AuditFilter { Text = text }), Order = 991 }];
}
