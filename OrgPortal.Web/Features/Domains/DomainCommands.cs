using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Domains;

/// <summary>Adding a domain from the command palette.</summary>
internal sealed class DomainCommands(IStringLocalizer<DomainsText> texts) : ICommandSource
{
    public IEnumerable<PaletteCommand> CommandsFor(OrganizationAccess? access) => access is null
        ? []
        : [new PaletteCommand("act:domain", PaletteGroup.Actions, texts["ActAdd"], IconName.Globe) { Href = $"{DomainPaths.Domains(access.Id)}?add=1", Permission = OrganizationPermissions.ManageSecurity, Order = 200 }];
}
