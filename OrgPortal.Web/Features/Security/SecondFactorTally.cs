using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Security;

/// <summary>What a count found, or has found so far.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Total">How many members there are.</param>
/// <param name="Seen">How many of them were looked at.</param>
/// <param name="Without">How many of those have none.</param>
/// <param name="Passkeys">How many have a passkey.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="StartedByName">Who asked for it.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="WaitUntil">Until when it waits, because Logto asked for that.</param>
/// <param name="Reason">Why it waits or has stopped.</param>
public sealed record SecondFactorTally(
    SecondFactorCountState State, int Total, int Seen, int Without, int Passkeys, DateTimeOffset StartedAt, string StartedByName, DateTimeOffset? EndedAt, DateTimeOffset? WaitUntil, string? Reason)
{
    /// <summary>How many have something else: an authenticator app.</summary>
    public int Others => Math.Max(0, Seen - Without - Passkeys);

    /// <summary>Whether it goes on.</summary>
    public bool IsRunning => State == SecondFactorCountState.Running;

    /// <summary>Maps what is kept.</summary>
    internal static SecondFactorTally Of(SecondFactorCount count) => new(
        count.State switch
        {
            CountStates.Running => SecondFactorCountState.Running,
            CountStates.Done => SecondFactorCountState.Done,
            CountStates.Cancelled => SecondFactorCountState.Cancelled,
            _ => SecondFactorCountState.Stopped,
        },
        Math.Max(count.Total, count.Seen), count.Seen, count.Without, count.Passkeys, count.StartedAt, count.StartedByName, count.EndedAt, count.WaitUntil, count.Reason);
}
