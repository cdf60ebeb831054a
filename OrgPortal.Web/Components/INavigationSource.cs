namespace OrgPortal.Web.Components;

/// <summary>Adds entries to the navigation of an organization. Features register one each (scoped).</summary>
public interface INavigationSource
{
    /// <summary>The entries for this organization, in the current language.</summary>
    IEnumerable<NavigationItem> ItemsFor(OrganizationAccess access);
}
