namespace OrgPortal.Web.Components;

/// <summary>Adds entries to the navigation of the operators' console. Features register one each (scoped).</summary>
public interface IOperatorNavigationSource
{
    /// <summary>The entries, in the current language.</summary>
    IEnumerable<NavigationItem> Items { get; }
}
