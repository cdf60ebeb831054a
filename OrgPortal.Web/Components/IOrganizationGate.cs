namespace OrgPortal.Web.Components;

/// <summary>
/// What stands between a member and the pages of an organization that asks for more than membership, such as a second factor, or was deleted. The shell shows it; the guard is what
/// keeps people out.
/// </summary>
public interface IOrganizationGate
{
    /// <summary>A component without parameters above every page, for those who will have to do something: it draws nothing for the others; none where there is nothing to do before.</summary>
    Type? Note { get; }

    /// <summary>A component without parameters instead of the page, where <see cref="OrganizationAccess.IsClosed"/>: it draws nothing where something else closed it; none where it closes nothing.</summary>
    Type? Closed { get; }
}
