using OrgPortal.Web.Authentication.Visits;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Visits;

/// <summary>How operators go inside an organization that is not theirs, and how its administrators see that.</summary>
public interface IVisitService
{
    /// <summary>What somebody should know before going in. For operators; everybody else is told that there is nothing.</summary>
    Task<Result<VisitTerms>> GetTermsAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>
    /// Goes in: for as long as the terms say, the operator may do in it what its administrators may. On record there, with the reason, before anything else; its administrators are told.
    /// </summary>
    /// <returns>
    /// The visit; or <see cref="NotFound"/> for whoever is no operator and for an organization that is not there or was deleted, <see cref="ReauthenticationRequired"/>,
    /// <see cref="Invalid"/> about <c>reason</c>, <see cref="RefusalReasons.AlreadyInside"/>, <see cref="Unavailable"/>.
    /// </returns>
    Task<Result<Visit>> EnterAsync(OrganizationId organization, string reason);

    /// <summary>Leaves before the time is over, also as somebody who is no operator any more. <see cref="NotFound"/> for whoever is not inside.</summary>
    Task<Result> LeaveAsync(OrganizationId organization);

    /// <summary>Who is inside now: the operator's own visit for the operator, all of them for those who may read the audit trail, which tells of those before.</summary>
    Task<Result<IReadOnlyList<Visit>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default);
}
