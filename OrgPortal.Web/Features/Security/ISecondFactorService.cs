using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Security;

/// <summary>
/// Whether an organization requires a second factor of its members. Logto's switch works at once and locks out whoever has none: here it is counted first who that is,
/// they are reminded, and a day is set. Asks for <c>security.manage</c> unless said otherwise.
/// </summary>
public interface ISecondFactorService
{
    /// <summary>How far ahead the day may be.</summary>
    static readonly TimeSpan Furthest = TimeSpan.FromDays(90);

    /// <summary>How it stands. Three calls to Logto at most, however large the organization.</summary>
    Task<Result<SecondFactorState>> GetAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>How it stands, from what is at hand: one call to Logto a minute for the whole organization.</summary>
    Task<Result<SecondFactorSummary>> SummarizeAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>Requires a second factor, now or from a day on; sets another day where one was set.</summary>
    /// <param name="organization">Where.</param>
    /// <param name="from">From when on, at most <see cref="Furthest"/> ahead; <see langword="null"/> for now.</param>
    /// <param name="accept">What the person knows and wants all the same.</param>
    /// <returns>
    /// Done; <see cref="Invalid"/> (<c>from</c>: <c>out_of_range</c>); <see cref="Refused"/> with <see cref="RefusalReasons.NoSecondFactorOffered"/>,
    /// <see cref="RefusalReasons.LocksOutOneself"/> or <see cref="RefusalReasons.LocksOutAdministrators"/> unless accepted, or <see cref="RefusalReasons.ChangedMeanwhile"/> for a day
    /// where it is required already.
    /// </returns>
    Task<Result> RequireAsync(OrganizationId organization, DateTimeOffset? from = null, SecondFactorAcceptance accept = SecondFactorAcceptance.Nothing);

    /// <summary>Takes the day back before it has come. Done also when none was set.</summary>
    Task<Result> CallOffAsync(OrganizationId organization);

    /// <summary>Requires none any more. Loosens security: <see cref="ReauthenticationRequired"/> for whoever did not sign in a moment ago.</summary>
    Task<Result> LiftAsync(OrganizationId organization);

    /// <summary>
    /// Counts who has one, in the background and for everybody who looks. Done also while a count is under way; <see cref="LimitReached"/> (<c>second_factor_counts</c>) a
    /// minute after the last.
    /// </summary>
    Task<Result> StartCountAsync(OrganizationId organization);

    /// <summary>Ends the count that is under way; what it found so far stays. Done also when none is.</summary>
    Task<Result> CancelCountAsync(OrganizationId organization);

    /// <summary>Who has none, as the last count found; the first <see cref="PeopleWithout.MostKept"/> of them. One call to Logto for each row.</summary>
    Task<Result<PeopleWithout>> ListWithoutAsync(OrganizationId organization, int page, CancellationToken cancellationToken = default);

    /// <summary>Reminds people in the portal, each at most once a day.</summary>
    /// <param name="organization">Where.</param>
    /// <param name="people">Whom: of those whom the last count found; all of them when left out.</param>
    /// <returns>How many were reminded; <see cref="LimitReached"/> (<c>second_factor_reminders</c>) when all of them were within a day.</returns>
    Task<Result<int>> RemindAsync(OrganizationId organization, IReadOnlyList<UserId>? people = null);

    /// <summary>What concerns the person's own, for every member. Nothing is asked about the person where nothing asks for a second factor.</summary>
    Task<Result<OwnSecondFactor>> GetOwnAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>For whoever has just set one up: reads it anew. Done for a member who may go on; else <see cref="SecondFactorRequired"/>.</summary>
    Task<Result> LookAgainAsync(OrganizationId organization);

    /// <summary>Where people set one up, for everybody who is signed in.</summary>
    Task<Result<SecondFactorSetUp>> GetSetUpAsync(CancellationToken cancellationToken = default);
}
