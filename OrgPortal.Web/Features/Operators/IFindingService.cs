using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

/// <summary>What operators should see to. Nothing is repaired but by their click.</summary>
public interface IFindingService
{
    /// <summary>A page of what the survey has found, and what is half made at this moment. Asks Logto nothing but who asks.</summary>
    Task<Result<FindingPage>> ListAsync(PageRequest page, FindingKind? kind = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Looks at one organization now, and keeps what that finds in place of what was known. Three calls to Logto, and one more for each further hundred members.
    /// <see cref="NotFound"/> when Logto has none of that id; what was known of it ends then.
    /// </summary>
    Task<Result<IReadOnlyList<Finding>>> RecheckAsync(OrganizationId organization);

    /// <summary>
    /// Clears away what a broken-off creation left in Logto, inside its creator's lock: what the portal does by itself every minute. <see cref="NotFound"/> when there is
    /// no such creation, or it is cleared away by now; <see cref="Unavailable"/> when something may still be left.
    /// </summary>
    Task<Result> ClearAwayAsync(UserId creator, Guid creation);
}
