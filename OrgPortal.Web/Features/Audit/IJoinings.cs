using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Audit;

/// <summary>When people joined, which Logto does not keep: as far as the portal's own records tell.</summary>
internal interface IJoinings
{
    /// <summary>The caller has asked the guard whether the person may be seen.</summary>
    /// <returns>Nothing when the person came past the portal, or before it kept records; <see cref="Unavailable"/> when the store does not answer.</returns>
    Task<Result<Joining?>> FindAsync(OrganizationId organization, UserId person, CancellationToken cancellationToken);

    /// <summary>The same for some people at once: whoever is left out came past the portal. At most a hundred.</summary>
    Task<Result<IReadOnlyDictionary<UserId, Joining>>> ListAsync(OrganizationId organization, IReadOnlyCollection<UserId> people, CancellationToken cancellationToken);
}
