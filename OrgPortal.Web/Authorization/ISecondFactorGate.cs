using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>
/// Keeps whoever has no second factor out of organizations that require one. Logto refuses such people tokens, but answers their rights all the same, and the
/// portal goes by rights. The guard asks it after the rights; nothing is asked about people where the organization requires none.
/// </summary>
public interface ISecondFactorGate
{
    /// <summary>
    /// <see langword="null"/> where the organization requires none, or the person has one; else <see cref="SecondFactorRequired"/>; <see cref="Unavailable"/> when Logto
    /// does not say. Whether the organization requires one may have been read a minute ago, and is read again at once after a change that was announced.
    /// </summary>
    /// <param name="organization">Where.</param>
    /// <param name="person">Who.</param>
    /// <param name="isFresh">For changes: what the person has is read from Logto now. Otherwise it may have been read a minute ago, and that they have none five seconds ago.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Failure?> DenyWithoutAsync(OrganizationId organization, UserId person, bool isFresh, CancellationToken cancellationToken = default);

    /// <summary>Whether the organization requires one, as known or read.</summary>
    Task<Result<bool>> IsRequiredAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>Whether the person has one that counts, as known or read.</summary>
    Task<Result<bool>> HasOneAsync(UserId person, bool isFresh, CancellationToken cancellationToken = default);

    /// <summary>The person says that something is different now: what they have is read anew when it is asked for.</summary>
    void Forget(UserId person);
}
