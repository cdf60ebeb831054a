using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;
using OrgPortal.Web.Scheduling;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>
/// Sends an import's invitations in the name of whoever asked for it, some seconds at a time, so that others get their turn. At the beginning of every turn
/// that person's account, rights and ceiling are read from Logto again, and rows whose outcome an earlier turn did not write down are found out.
/// </summary>
internal sealed class ImportWork(
    ImportJournal journal,
    ImportSender sender,
    InvitationLimits limits,
    ActingPerson acting,
    IOrganizationGuard guard,
    IRoleCeiling ceiling,
    IAuditTrail audit,
    INotices notices,
    IOrganizationEvents events,
    TimeProvider time) : IDurableWork
{
    /// <summary>By which the store knows it.</summary>
    public const string Name = "invitations.import";

    /// <summary>How many rows are marked as being sent at a time: after each lot pause and cancel are noticed.</summary>
    internal const int Lot = 48;

    private const int AtOnce = 8;
    private const int LotsPerTurn = 10;
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan WithoutAnswer = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public async Task<TimeSpan?> RunAsync(string id, CancellationToken cancellationToken)
    {
        var found = await journal.FindAsync(Guid.Parse(id), cancellationToken);
        if (found.IsFailure)
        {
            return WithoutAnswer;
        }

        if (found.Value is not { State: ImportWords.Running } import)
        {
            return null;
        }

        if (import.WaitUntil - time.GetUtcNow() is { Ticks: > 0 } wait)
        {
            return wait;
        }

        var turn = await journal.BeginTurnAsync(import);
        if (turn.IsFailure)
        {
            return WithoutAnswer;
        }

        return turn.Value is { } number ? await RunAsync(import, number, cancellationToken) : null;
    }

    private async Task<TimeSpan?> RunAsync(InvitationImport import, int turn, CancellationToken cancellationToken)
    {
        var person = new Person(UserId.Parse(import.StartedById, null), import.StartedByName, null, null, null);
        acting.ActFor(person);
        var organization = ImportSender.OrganizationOf(import);
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return await StopOrWaitAsync(import, denied);
        }

        var grantable = await ceiling.ListAsync(organization, person.Id, CancellationToken.None);
        if (grantable.IsFailure)
        {
            return await StopOrWaitAsync(import, grantable.Failure);
        }

        if (await FinishInterruptedAsync(import, person) is { } unknown)
        {
            return await WaitAsync(import, unknown);
        }

        var (began, sentAny) = (time.GetTimestamp(), false);
        for (var lot = 0; lot < LotsPerTurn && time.GetElapsedTime(began) < LongestTurn && !cancellationToken.IsCancellationRequested; lot++)
        {
            var rows = await journal.ClaimAsync(import.Id, turn, Lot);
            if (rows.IsFailure)
            {
                return WithoutAnswer;
            }

            if (rows.Value.Count == 0)
            {
                Announce(organization, sentAny);
                return await EndAsync(import);
            }

            var hold = await SendAsync(import, rows.Value, person, grantable.Value, cancellationToken);
            sentAny = true;
            if (hold is not null)
            {
                Announce(organization, sentAny);
                return await StopOrWaitAsync(import, hold);
            }

            events.Publish(new InvitationImportsChanged(organization));
        }

        Announce(organization, sentAny);
        cancellationToken.ThrowIfCancellationRequested();
        return TimeSpan.Zero;
    }

    /// <summary>Sends a lot. What could not be begun goes back; what has no answer stays marked as being sent.</summary>
    /// <returns>Why nothing more should be sent now.</returns>
    private async Task<Failure?> SendAsync(InvitationImport import, IReadOnlyList<InvitationImportRow> rows, Person person, IReadOnlyList<GrantableRole> grantable, CancellationToken cancellationToken)
    {
        var organization = ImportSender.OrganizationOf(import);
        var allowance = await limits.ReserveImportedAsync(organization, rows.Count);
        var allowed = allowance.IsFailure ? 0 : allowance.Value.Granted;
        var hold = allowance.Failure ?? allowance.Value.Limit;
        foreach (var row in rows.Skip(allowed))
        {
            await journal.RecordAsync(row, ImportWords.Pending, null, null);
        }

        Failure? stop = null;
        var unused = 0;
        using var gate = new SemaphoreSlim(AtOnce);
        await Task.WhenAll(rows.Take(allowed).Select(async row =>
        {
            await gate.WaitAsync(CancellationToken.None);
            try
            {
                if (Volatile.Read(ref stop) is not null || cancellationToken.IsCancellationRequested)
                {
                    Interlocked.Increment(ref unused);
                    await journal.RecordAsync(row, ImportWords.Pending, null, null);
                    return;
                }

                if (await SendAsync(import, row, person, grantable) is { } reason)
                {
                    Volatile.Write(ref stop, reason);
                    Interlocked.Increment(ref unused);
                }
            }
            finally
            {
                gate.Release();
            }
        }));
        await limits.ReleaseImportedAsync(organization, unused);
        return stop ?? hold;
    }

    private async Task<Failure?> SendAsync(InvitationImport import, InvitationImportRow row, Person person, IReadOnlyList<GrantableRole> grantable)
    {
        var roles = ImportSender.RolesOf(row).Select(id => grantable.FirstOrDefault(known => known.Role.Id == id)).ToList();
        if (roles.Find(role => role is { CanGrant: false }) is { } above)
        {
            await journal.RecordAsync(row, ImportWords.Pending, null, null);
            return new Refused(RefusalReasons.AboveOwnPermissions, above.Role.Name);
        }

        var outcome = roles.Contains(null)
            ? new AddressOutcome(row.Address, AddressOutcomeKind.Refused, Reason: new Refused(RefusalReasons.ChangedMeanwhile))
            : await sender.SendAsync(import, row, person);
        switch (outcome.Kind)
        {
            case AddressOutcomeKind.RateLimited:
                await journal.RecordAsync(row, ImportWords.Pending, null, null);
                return outcome.Reason;
            case AddressOutcomeKind.MailNotSent when outcome.Reason is LimitReached { LimitCode: ImportSender.LogtoLimit }:
                // Invited, and to be mailed when Logto takes calls again: the next turn does.
                return outcome.Reason;
            case AddressOutcomeKind.Unavailable:
                // Whether it was made is not known: the next turn finds out.
                return outcome.Reason ?? new Unavailable();
            default:
                await journal.RecordAsync(row, ImportWords.Of(outcome.Kind), outcome.Reason?.Code, outcome.Invitation);
                return null;
        }
    }

    private async Task<Failure?> FinishInterruptedAsync(InvitationImport import, Person person)
    {
        var interrupted = await journal.ListSendingAsync(import.Id);
        if (interrupted.IsFailure || interrupted.Value.Count == 0)
        {
            return interrupted.Failure;
        }

        var found = await sender.FindOutAsync(import, interrupted.Value, person);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        foreach (var (row, outcome) in found.Value)
        {
            if (outcome is not { CanTryAgain: true })
            {
                await journal.RecordAsync(row, outcome is null ? ImportWords.Pending : ImportWords.Of(outcome.Kind), outcome?.Reason?.Code, outcome?.Invitation);
            }
        }

        return found.Value.FirstOrDefault(pair => pair.Outcome is { CanTryAgain: true }).Outcome?.Reason;
    }

    private Task<TimeSpan?> StopOrWaitAsync(InvitationImport import, Failure failure) =>
        failure is Unavailable or LimitReached ? WaitAsync(import, failure) : StopAsync(import, failure);

    private async Task<TimeSpan?> WaitAsync(InvitationImport import, Failure failure)
    {
        var asked = failure switch
        {
            LimitReached { RetryAfter: { } after } => after,
            Unavailable { RetryAfter: { } after } => after,
            _ => WithoutAnswer,
        };
        var wait = asked < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : asked > LongestWait ? LongestWait : asked;
        await journal.ChangeAsync(import.Id, [ImportWords.Running], ImportWords.Running, failure.Code, waitUntil: time.GetUtcNow() + wait);
        events.Publish(new InvitationImportsChanged(ImportSender.OrganizationOf(import)));
        return wait;
    }

    private async Task<TimeSpan?> StopAsync(InvitationImport import, Failure failure)
    {
        var stopped = await journal.ChangeAsync(import.Id, [ImportWords.Running], ImportWords.Stopped, failure.Code, (failure as Refused)?.Subject);
        if (stopped.IsFailure)
        {
            return WithoutAnswer;
        }

        if (stopped.Value)
        {
            await RecordEndAsync(import, failure);
        }

        return null;
    }

    private async Task<TimeSpan?> EndAsync(InvitationImport import)
    {
        var summary = await journal.DescribeAsync(import, CancellationToken.None);
        if (summary.IsFailure)
        {
            return WithoutAnswer;
        }

        if (summary.Value.ToGo > 0)
        {
            // Paused, cancelled or taken over while this turn ran; what is still running finds its rows itself.
            return summary.Value.Of(ImportRowState.Pending) == 0 ? TimeSpan.FromSeconds(1) : null;
        }

        var ended = await journal.ChangeAsync(import.Id, [ImportWords.Running], ImportWords.Done);
        if (ended is { IsFailure: false, Value: true })
        {
            await RecordEndAsync(import, null);
        }

        return ended.IsFailure ? WithoutAnswer : null;
    }

    private async Task RecordEndAsync(InvitationImport import, Failure? failure)
    {
        var summary = await journal.DescribeAsync(import, CancellationToken.None);
        if (!summary.IsFailure)
        {
            var begun = await audit.BeginAsync(ImportActs.Ending(import, summary.Value));
            if (!begun.IsFailure)
            {
                await using var entry = begun.Value;
                await entry.CompleteAsync(failure);
            }

            await TellAsync(import, summary.Value, failure);
        }

        events.Publish(new InvitationImportsChanged(ImportSender.OrganizationOf(import)));
    }

    // Whoever asked for it may have left long ago.
    private Task TellAsync(InvitationImport import, ImportSummary summary, Failure? failure) => notices.TellAsync(
        [UserId.Parse(import.StartedById, null)],
        new Notice(
            failure is null ? NoticeKinds.ImportFinished : NoticeKinds.ImportStopped,
            ImportSender.OrganizationOf(import),
            new NoticeFacts { Done = summary.Of(ImportRowState.Sent), Total = summary.Total, Page = $"people/invitations/imports/{import.Id:N}" }) { Once = $"import.ended:{import.Id:N}" });

    // Every open list reads all invitations again: once a turn is enough.
    private void Announce(OrganizationId organization, bool sentAny)
    {
        if (sentAny)
        {
            events.Publish(new InvitationsChanged(organization));
            events.Publish(new InvitationImportsChanged(organization));
        }
    }
}
