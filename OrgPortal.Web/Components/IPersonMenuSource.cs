namespace OrgPortal.Web.Components;

/// <summary>Adds entries to the menu of the signed-in person, which is on every page. Features register one each (scoped).</summary>
public interface IPersonMenuSource
{
    /// <summary>The entries for this person, in the current language; none while it cannot be told.</summary>
    Task<IReadOnlyList<NavigationItem>> ItemsAsync(CancellationToken cancellationToken);
}
