using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Joining by a link. Whoever joins is the signed-in person, whose address is read from Logto at that moment.</summary>
public interface IJoinByLinkService
{
    /// <summary>What to show to the bearer of a link, signed in or not. Changes nothing, never fails, and asks Logto nothing for a link that was never given out.</summary>
    Task<JoinLanding> FindAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>Makes the signed-in person a member with the link's roles. For a member it changes nothing.</summary>
    /// <returns>
    /// The organization; else <see cref="NotFound"/> for an unknown link, <see cref="Refused"/> with <see cref="RefusalReasons.JoinLinkEnded"/>,
    /// <see cref="RefusalReasons.JoinLinkDomain"/> or <see cref="RefusalReasons.JoinLinkUsed"/>, or <see cref="Interrupted"/> when Logto failed in the middle: then
    /// nothing is left of it, or the portal clears it away as soon as it can.
    /// </returns>
    Task<Result<OrganizationId>> JoinAsync(string token);
}
