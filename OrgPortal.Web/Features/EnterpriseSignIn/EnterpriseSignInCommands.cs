using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>Connecting an identity provider from the command palette, where organizations may.</summary>
internal sealed class EnterpriseSignInCommands(IStringLocalizer<EnterpriseSignInText> texts, IOptions<EnterpriseSignInOptions> options) : ICommandSource
{
    public IEnumerable<PaletteCommand> CommandsFor(OrganizationAccess? access) => access is null || options.Value.OfferedTo(access.Id) == SelfService.Off
        ? []
        : [new PaletteCommand("act:connection", PaletteGroup.Actions, texts["New"], IconName.Building) { Href = ConnectionPaths.New(access.Id), Permission = OrganizationPermissions.ManageSecurity, Order = 205 }];
}
