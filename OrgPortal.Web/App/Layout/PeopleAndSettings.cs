using Microsoft.Extensions.Localization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.App.Layout;

/// <summary>The entries every organization has.</summary>
internal sealed class PeopleAndSettings(IStringLocalizer<AppText> texts) : INavigationSource
{
    public IEnumerable<NavigationItem> ItemsFor(OrganizationAccess access)
    {
        var id = access.Id.Value;
        yield return new NavigationItem(texts["NavPeople"], IconName.People, ShellPaths.Organization(id, "people/members"), 100)
        {
            Prefix = ShellPaths.Organization(id, "people"),
            Keys = "g p",
        };
        yield return new NavigationItem(texts["NavSettings"], IconName.Sliders, ShellPaths.Organization(id, "settings"), 900) { Keys = "g s" };
    }
}
