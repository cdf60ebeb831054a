using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Machines;

/// <summary>Making a machine from the command palette.</summary>
internal sealed class MachineCommands(IStringLocalizer<MachineText> texts) : ICommandSource
{
    public IEnumerable<PaletteCommand> CommandsFor(OrganizationAccess? access) => access is null
        ? []
        : [new PaletteCommand("act:machine", PaletteGroup.Actions, texts["ActCreate"], IconName.Key) { Href = MachinePaths.New(access.Id), Permission = OrganizationPermissions.ManageApplications, Order = 210 }];
}
