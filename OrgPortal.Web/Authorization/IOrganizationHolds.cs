using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>
/// Which organizations were deleted and are still to be removed from Logto, which knows nothing of that and answers about them as before. The guard asks it about every
/// organization; whoever opens a door that the guard does not stand at - invitations, links to join by, requests - asks it beside the guard.
/// </summary>
public interface IOrganizationHolds
{
    /// <summary>The hold; <see langword="null"/> for an organization that is not deleted; <see cref="Unavailable"/> when the store does not say.</summary>
    /// <param name="organization">Which.</param>
    /// <param name="isFresh">For changes: read from the store now. Otherwise what another node did five seconds ago may not be known yet.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Result<OrganizationHold?>> FindAsync(OrganizationId organization, bool isFresh = false, CancellationToken cancellationToken = default);
}
