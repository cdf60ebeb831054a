using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Audit;

/// <summary>How many people came into an organization and went, as far as the portal's own records tell.</summary>
internal interface IMovementCounts
{
    /// <summary>
    /// The last days, counted back from now: not a calendar's, so that they are the same in every time zone. One statement, whose cost grows with what happened in these
    /// days. The caller has asked the guard whether the members may be seen.
    /// </summary>
    /// <param name="organization">Where.</param>
    /// <param name="days">How many days, from 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<Result<MovementCounts>> CountAsync(OrganizationId organization, int days, CancellationToken cancellationToken = default);
}
