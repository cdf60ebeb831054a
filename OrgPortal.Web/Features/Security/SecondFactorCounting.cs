using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Scheduling;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Security;

/// <summary>
/// Counts, some seconds at a time and page by page, in the name of whoever asked for it and only as long as that person may see it. What was counted stays through
/// restarts; only the page that was under way is read again.
/// </summary>
internal sealed class SecondFactorCounting(
    SecondFactorCounts counts, SecondFactorReading reading, ActingPerson acting, IOrganizationGuard guard, IOrganizationEvents events, TimeProvider time) : IDurableWork
{
    /// <summary>By which the store knows it.</summary>
    public const string Name = "second_factor.count";

    private const int PagesPerTurn = 20;
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WithoutAnswer = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public async Task<TimeSpan?> RunAsync(string id, CancellationToken cancellationToken)
    {
        var organization = OrganizationId.Parse(id, null);
        var found = await counts.FindAsync(organization, cancellationToken);
        if (found.IsFailure)
        {
            return WithoutAnswer;
        }

        if (found.Value is not { State: CountStates.Running } count)
        {
            return null;
        }

        if (count.WaitUntil - time.GetUtcNow() is { Ticks: > 0 } wait)
        {
            return wait;
        }

        acting.ActFor(new Person(UserId.Parse(count.StartedById, null), count.StartedByName, null, null, null));
        return await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied
            ? await StopOrWaitAsync(organization, count, denied)
            : await CountAsync(organization, count, cancellationToken);
    }

    private async Task<TimeSpan?> CountAsync(OrganizationId organization, SecondFactorCount count, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        for (var pages = 0; pages < PagesPerTurn && time.GetElapsedTime(began) < LongestTurn; pages++)
        {
            var page = await reading.ReadPageAsync(organization, count.NextPage, cancellationToken);
            if (page.IsFailure)
            {
                return await StopOrWaitAsync(organization, count, page.Failure);
            }

            var added = await counts.AddPageAsync(count, page.Value);
            if (added.IsFailure)
            {
                return WithoutAnswer;
            }

            if (!added.Value)
            {
                // Cancelled, or begun anew, while it was read. Another turn finds out.
                return TimeSpan.Zero;
            }

            (count.NextPage, count.Seen, count.Without, count.Passkeys) =
                (count.NextPage + 1, count.Seen + page.Value.Seen, count.Without + page.Value.Without.Count, count.Passkeys + page.Value.Passkeys);
            if (page.Value.IsLast)
            {
                return await EndAsync(organization, count, CountStates.Done, null);
            }

            events.Publish(new SecondFactorsCounted(organization));
        }

        return TimeSpan.Zero;
    }

    private async Task<TimeSpan?> StopOrWaitAsync(OrganizationId organization, SecondFactorCount count, Failure failure)
    {
        if (failure is not (Unavailable or LimitReached))
        {
            return await EndAsync(organization, count, CountStates.Stopped, failure.Code);
        }

        var asked = failure switch
        {
            LimitReached { RetryAfter: { } after } => after,
            Unavailable { RetryAfter: { } after } => after,
            _ => WithoutAnswer,
        };
        var wait = asked < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : asked > LongestWait ? LongestWait : asked;
        await counts.WaitAsync(count, time.GetUtcNow() + wait, failure.Code);
        events.Publish(new SecondFactorsCounted(organization));
        return wait;
    }

    private async Task<TimeSpan?> EndAsync(OrganizationId organization, SecondFactorCount count, string state, string? reason)
    {
        var ended = await counts.EndAsync(count, state, reason);
        events.Publish(new SecondFactorsCounted(organization));
        return ended.IsFailure ? WithoutAnswer : null;
    }
}
