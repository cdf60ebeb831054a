using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>
/// Asked beside the guard, after it, before what cannot be taken back or gives a lot away: deleting an organization, handing it over. Whoever
/// sits down at somebody else's open browser must not be able to do that.
/// </summary>
public interface IReauthentication
{
    /// <summary>
    /// <see langword="null"/> when the signed-in person proved who they are at most ten minutes ago, by what Logto said when their session began;
    /// else <see cref="ReauthenticationRequired"/>, on record, or <see cref="SignInRequired"/>.
    /// </summary>
    /// <param name="organization">Where the act is to be done.</param>
    /// <param name="action">The act, from <see cref="Audit.AuditActions"/>.</param>
    Task<Failure?> DenyUnlessRecentAsync(OrganizationId organization, string action);

    /// <summary>Whether it would be let through now. For asking before something is typed; decides nothing.</summary>
    ValueTask<bool> IsRecentAsync();
}
