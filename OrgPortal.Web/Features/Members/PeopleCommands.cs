using Microsoft.Extensions.Localization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Members;

/// <summary>The parts of People in the command palette.</summary>
internal sealed class PeopleCommands(IStringLocalizer<MembersText> texts, PeopleCounts counts) : ICommandSource
{
    private const int Order = 101;

    public IEnumerable<PaletteCommand> CommandsFor(OrganizationAccess? access)
    {
        if (access is null)
        {
            yield break;
        }

        foreach (var (tab, name, href) in PeopleTabs.Of(access.Id, texts))
        {
            // Members is where the navigation leads; requests are there only where people can ask, or have asked, as far as that was looked at.
            if (tab == PeopleTab.Invitations || (tab == PeopleTab.Requests && counts.Of(access.Id, tab) is not null))
            {
                yield return new PaletteCommand($"page:{href}", PaletteGroup.Pages, texts["People"], IconName.People) { Detail = name, Href = href, Order = Order, Keys = tab == PeopleTab.Invitations ? "g i" : null };
            }
        }

        if (access.Allows(OrganizationPermissions.DeleteMembers))
        {
            var former = PeoplePaths.Former(access.Id);
            yield return new PaletteCommand($"page:{former}", PaletteGroup.Pages, texts["People"], IconName.People) { Detail = texts["FormerMembers"], Href = former, Order = Order + 4 };
        }
    }

    public IEnumerable<PaletteCommand> SearchesFor(OrganizationAccess? access, string text) => access?.Allows(OrganizationPermissions.ReadMembers) is not true
        ? []
        : [new PaletteCommand("search:people", PaletteGroup.Pages, texts["People"], IconName.Search) { Detail = texts["PeopleWith", text], Href = PeoplePaths.Members(access.Id, new MemberQuery(text)), Order = 990 }];
}
