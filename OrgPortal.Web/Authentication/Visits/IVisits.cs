using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authentication.Visits;

/// <summary>
/// Which operators are inside which organizations. Says who said so, never what is allowed: whether somebody still is an operator is asked of Logto each time. Costs those who
/// are none nothing: the few visits under way are remembered for some seconds.
/// </summary>
public interface IVisits
{
    /// <summary>The visit under way; <see langword="null"/> for none; <see cref="Unavailable"/> when the store does not say.</summary>
    /// <param name="organization">Where.</param>
    /// <param name="person">Who.</param>
    /// <param name="isFresh">For changes: one that is known is read from the store once more. One that began on another node five seconds ago may not be known yet.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Result<Visit?>> FindAsync(OrganizationId organization, UserId person, bool isFresh = false, CancellationToken cancellationToken = default);

    /// <summary>Whether the person was inside at some time since then; a minute before counts too, since Logto has a clock of its own.</summary>
    Task<Result<bool>> WasInsideAsync(OrganizationId organization, UserId person, DateTimeOffset since);
}
