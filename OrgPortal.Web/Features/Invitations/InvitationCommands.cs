using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Invitations.Importing;
using OrgPortal.Web.Features.Members;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Inviting people from the command palette.</summary>
internal sealed class InvitationCommands(IStringLocalizer<InvitationText> texts) : ICommandSource
{
    private const int Order = 100;

    public IEnumerable<PaletteCommand> CommandsFor(OrganizationAccess? access)
    {
        if (access is null)
        {
            yield break;
        }

        yield return new PaletteCommand("act:invite", PaletteGroup.Actions, texts["ActInvite"], IconName.Plus)
        {
            Href = PeoplePaths.Invite(access.Id), Permission = OrganizationPermissions.InviteMembers, Keys = "i", Order = Order,
        };
        yield return new PaletteCommand("act:import", PaletteGroup.Actions, texts["ActImport"], IconName.Upload)
        {
            Href = ImportPaths.Import(access.Id), Permission = OrganizationPermissions.InviteMembers, Order = Order + 20,
        };
    }
}
