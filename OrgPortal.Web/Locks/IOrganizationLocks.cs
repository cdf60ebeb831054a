using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Locks;

/// <summary>
/// One change at a time in an organization, on this node and across nodes: rules such as "not the last administrator" hold
/// only when the facts are read and the act is done inside the lock.
/// </summary>
public interface IOrganizationLocks
{
    /// <summary>Waits at most 10 seconds. Dispose of the value to let go.</summary>
    /// <returns>The held lock, or <see cref="Unavailable"/>.</returns>
    Task<Result<IAsyncDisposable>> HoldAsync(OrganizationId organization);
}
