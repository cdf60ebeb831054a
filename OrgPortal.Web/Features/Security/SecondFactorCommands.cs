using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Security;

/// <summary>Requiring a second factor from the command palette: leads to the page, does nothing.</summary>
internal sealed class SecondFactorCommands(IStringLocalizer<SecurityText> texts) : ICommandSource
{
    public IEnumerable<PaletteCommand> CommandsFor(OrganizationAccess? access) => access is null
        ? []
        : [new PaletteCommand("act:second-factor", PaletteGroup.Actions, texts["ActRequire"], IconName.Shield) { Href = SecondFactorPaths.Settings(access.Id), Permission = OrganizationPermissions.ManageSecurity, Order = 210 }];
}
