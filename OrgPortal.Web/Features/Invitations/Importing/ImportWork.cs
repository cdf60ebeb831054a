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

        await using var sending = new Sending();
        var (began, isOver, isLost) = (time.GetTimestamp(), false, false);
        for (var lot = 0; lot < LotsPerTurn && time.GetElapsedTime(began) < LongestTurn && !sending.IsOver && !cancellationToken.IsCancellationRequested; lot++)
        {
            // While the last of the lot before are on their way.
            var rows = await journal.ClaimAsync(import.Id, turn, Lot);
            (isLost, isOver) = (rows.IsFailure, rows is { IsFailure: false, Value.Count: 0 });
            if (isLost || isOver)
            {
                break;
            }

            await BeginAsync(sending, import, rows.Value, person, grantable.Value, cancellationToken);
            events.Publish(new InvitationImportsChanged(organization));
        }

        await Task.WhenAll(sending.Rows);
        await limits.ReleaseImportedAsync(organization, sending.Unused);
        Announce(organization, sending.Rows.Count > 0);
        if (isLost)
        {
            return WithoutAnswer;
        }

        if ((sending.Stop ?? sending.Limit) is { } hold)
        {
            return await StopOrWaitAsync(import, hold);
        }

        if (isOver)
        {
            return await EndAsync(import);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return TimeSpan.Zero;
    }

    /// <summary>Begins to send a lot, and returns when its last row is on its way. What could not be begun goes back; what has no answer stays marked as being sent.</summary>
    private async Task BeginAsync(Sending sending, InvitationImport import, IReadOnlyList<InvitationImportRow> rows, Person person, IReadOnlyList<GrantableRole> grantable, CancellationToken cancellationToken)
    {
        var organization = ImportSender.OrganizationOf(import);
        var allowance = await limits.ReserveImportedAsync(organization, rows.Count);
        var allowed = allowance.IsFailure ? 0 : allowance.Value.Granted;
        sending.Limit = allowance.Failure ?? allowance.Value.Limit;
        sending.Rows.AddRange(rows.Skip(allowed).Select(PutBackAsync));
        foreach (var row in rows.Take(allowed))
        {
            await sending.Places.WaitAsync(CancellationToken.None);
            if (sending.Stop is null && !cancellationToken.IsCancellationRequested)
            {
                sending.Rows.Add(SendAsync(sending, import, row, person, grantable));
                continue;
            }

            sending.Places.Release();
            sending.LeaveOut();
            sending.Rows.Add(PutBackAsync(row));
        }
    }

    private async Task SendAsync(Sending sending, InvitationImport import, InvitationImportRow row, Person person, IReadOnlyList<GrantableRole> grantable)
    {
        var written = Task.CompletedTask;
        try
        {
            (var reason, written) = await SendAsync(import, row, person, grantable);
            if (reason is not null)
            {
                sending.Stop = reason;
                sending.LeaveOut();
            }
        }
        finally
        {
            sending.Places.Release();
        }

        // The next one is on its way while this one is written down.
        await written;
    }

    private Task PutBackAsync(InvitationImportRow row) => journal.RecordAsync(row, ImportWords.Pending, null, null);

    /// <summary>Sends a row.</summary>
    /// <returns>Why nothing more should be sent now, and what became of the row being written down.</returns>
    private async Task<(Failure? Stop, Task Written)> SendAsync(InvitationImport import, InvitationImportRow row, Person person, IReadOnlyList<GrantableRole> grantable)
    {
        var roles = ImportSender.RolesOf(row).Select(id => grantable.FirstOrDefault(known => known.Role.Id == id)).ToList();
        if (roles.Find(role => role is { CanGrant: false }) is { } above)
        {
            return (new Refused(RefusalReasons.AboveOwnPermissions, above.Role.Name), PutBackAsync(row));
        }

        var outcome = roles.Contains(null)
            ? new AddressOutcome(row.Address, AddressOutcomeKind.Refused, Reason: new Refused(RefusalReasons.ChangedMeanwhile))
            : await sender.SendAsync(import, row, person);
        switch (outcome.Kind)
        {
            case AddressOutcomeKind.RateLimited:
                return (outcome.Reason, PutBackAsync(row));
            case AddressOutcomeKind.MailNotSent when outcome.Reason is LimitReached { LimitCode: ImportSender.LogtoLimit }:
                // Invited, and to be mailed when Logto takes calls again: the next turn does.
                return (outcome.Reason, Task.CompletedTask);
            case AddressOutcomeKind.Unavailable:
                // Whether it was made is not known: the next turn finds out.
                return (outcome.Reason ?? new Unavailable(), Task.CompletedTask);
            default:
                return (null, journal.RecordAsync(row, ImportWords.Of(outcome.Kind), outcome.Reason?.Code, outcome.Invitation));
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

    /// <summary>What is under way in a turn. Nothing of it is left when the turn is.</summary>
    private sealed class Sending : IAsyncDisposable
    {
        private volatile Failure? _stop;
        private int _unused;

        /// <summary>For rows under way; written down are they without one.</summary>
        public SemaphoreSlim Places { get; } = new(AtOnce);

        public List<Task> Rows { get; } = [];

        /// <summary>Why nothing more should be begun.</summary>
        public Failure? Stop
        {
            get => _stop;
            set => _stop = value;
        }

        /// <summary>Why no further lot should be.</summary>
        public Failure? Limit { get; set; }

        /// <summary>How many were allowed and not sent.</summary>
        public int Unused => _unused;

        public bool IsOver => Stop is not null || Limit is not null || Rows.Exists(row => row.IsFaulted);

        public void LeaveOut() => Interlocked.Increment(ref _unused);

        public async ValueTask DisposeAsync()
        {
            await Task.WhenAll(Rows).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Places.Dispose();
        }
    }

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
