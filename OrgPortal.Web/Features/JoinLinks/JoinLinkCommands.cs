using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Members;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Links to join by in the command palette.</summary>
internal sealed class JoinLinkCommands(IStringLocalizer<JoinLinkText> texts) : ICommandSource
{
    public IEnumerable<PaletteCommand> CommandsFor(OrganizationAccess? access)
    {
        if (access is null)
        {
            yield break;
        }

        var links = PeoplePaths.JoinLinks(access.Id);
        yield return new PaletteCommand("act:join-link", PaletteGroup.Actions, texts["ActCreate"], IconName.Link) { Href = $"{links}?new=1", Permission = OrganizationPermissions.InviteMembers, Order = 110 };
        yield return new PaletteCommand($"page:{links}", PaletteGroup.Pages, texts["PagePeople"], IconName.People) { Detail = texts["PageLinks"], Href = links, Permission = OrganizationPermissions.InviteMembers, Order = 104 };
    }
}
