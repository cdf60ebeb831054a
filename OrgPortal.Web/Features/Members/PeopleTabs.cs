using Microsoft.Extensions.Localization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>The parts of People with their names and URLs, in their order: for the tabs and for whoever goes there otherwise.</summary>
internal static class PeopleTabs
{
    /// <summary>The parts.</summary>
    public static IReadOnlyList<(PeopleTab Tab, string Name, string Href)> Of(OrganizationId organization, IStringLocalizer<MembersText> texts) =>
    [
        (PeopleTab.Members, texts["Members"], PeoplePaths.Members(organization)),
        (PeopleTab.Invitations, texts["Invitations"], PeoplePaths.Invitations(organization)),
        (PeopleTab.Requests, texts["Requests"], PeoplePaths.Requests(organization)),
    ];
}
