using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Audit;

/// <summary>Reads the trail by its indexes, newest first and never from an offset, so that a page costs the same however long it is.</summary>
internal sealed partial class AuditReader(IDbContextFactory<PortalDbContext> store, ILogger<AuditReader> logger) : IJoinings, ILastChanges
{
    /// <summary>How many records one read looks at, at most: for texts, which no index finds.</summary>
    private const int MostLookedAt = 5000;

    private const int MostForActors = 1000;

    // Somebody was faster by minutes, not by days.
    private const int MostForLastChange = 50;

    /// <summary>Records an export reads at a time.</summary>
    public const int ExportSize = 500;

    public Task<Result<AuditRows>> ReadAsync(OrganizationId organization, AuditFilter filter, AuditPosition? before, int size, CancellationToken cancellationToken) => TryAsync(async context =>
    {
        var candidates = Newest(Matching(context.AuditRecords.AsNoTracking(), organization, filter, before));
        var found = await Newest(Shown(context, candidates.Take(MostLookedAt), filter.Text)).Take(size + 1).ToListAsync(cancellationToken);
        if (found.Count > size)
        {
            return new AuditRows([.. found.Take(size).Select(ToRow)], PositionOf(found[size - 1]));
        }

        var last = await candidates.Skip(MostLookedAt - 1).FirstOrDefaultAsync(cancellationToken);
        return new AuditRows([.. found.Select(ToRow)], last is null ? null : PositionOf(last));
    });

    public Task<Result<IReadOnlyList<AuditActor>>> ListActorsAsync(OrganizationId organization, CancellationToken cancellationToken) => TryAsync<IReadOnlyList<AuditActor>>(async context =>
    {
        var lately = await Newest(context.AuditRecords.AsNoTracking().Where(r => r.OrganizationId == organization.Value))
            .Take(MostForActors)
            .Select(r => new { r.ActorId, r.ActorName })
            .ToListAsync(cancellationToken);
        return [.. lately.DistinctBy(r => r.ActorId)
            .Select(r => UserId.TryParse(r.ActorId, null, out var id) ? new AuditActor(id, r.ActorName) : null)
            .OfType<AuditActor>()
            .OrderBy(actor => actor.Name ?? actor.Id.Value, StringComparer.CurrentCultureIgnoreCase)];
    });

    /// <summary>The newest acts by a person, and by whomever on their membership.</summary>
    public Task<Result<IReadOnlyList<AuditRow>>> ReadAboutAsync(OrganizationId organization, UserId person, int size, CancellationToken cancellationToken) => TryAsync<IReadOnlyList<AuditRow>>(async context =>
    {
        var records = context.AuditRecords.AsNoTracking();
        var by = await Newest(Shown(context, Newest(Matching(records, organization, new AuditFilter(Actor: person), null)).Take(MostLookedAt), null)).Take(size).ToListAsync(cancellationToken);
        // No index finds targets: so many of the newest are looked at, and no more.
        var on = await Newest(Shown(context, Newest(Matching(records, organization, new AuditFilter(), null)).Take(MostLookedAt).Where(r => r.TargetKind == "member" && r.TargetId == person.Value), null))
            .Take(size).ToListAsync(cancellationToken);
        return [.. by.Concat(on).DistinctBy(r => r.Sequence).OrderByDescending(r => r.At).ThenByDescending(r => r.Sequence).Take(size).Select(ToRow)];
    });

    public async Task<Result<Joining?>> FindAsync(OrganizationId organization, UserId person, CancellationToken cancellationToken)
    {
        var found = await ListAsync(organization, [person], cancellationToken);
        return found.IsFailure ? found.Failure : Result.Of(found.Value.GetValueOrDefault(person));
    }

    public Task<Result<IReadOnlyDictionary<UserId, Joining>>> ListAsync(OrganizationId organization, IReadOnlyCollection<UserId> people, CancellationToken cancellationToken) =>
        TryAsync<IReadOnlyDictionary<UserId, Joining>>(async context =>
        {
            var ids = people.Select(person => person.Value).ToList();
            var done = context.AuditRecords.AsNoTracking().Where(r => r.OrganizationId == organization.Value && r.Outcome == AuditOutcomes.Done);
            var came = await done
                .Where(r => (ids.Contains(r.ActorId!) && (r.Action == AuditActions.AcceptInvitation || r.Action == AuditActions.UseJoinLink || r.Action == AuditActions.CreateOrganization))
                    || (ids.Contains(r.TargetId!) && (r.Action == AuditActions.ApproveRequest || r.Action == AuditActions.JoinInLogto)))
                .Select(r => new { Person = r.Action == AuditActions.ApproveRequest || r.Action == AuditActions.JoinInLogto ? r.TargetId! : r.ActorId!, r.Action, r.At, r.Sequence })
                .ToListAsync(cancellationToken);
            var known = came.Select(r => r.Person).Distinct().ToList();
            var moved = known.Count == 0 ? [] : await done
                .Where(r => ((r.Action == AuditActions.RemoveMember || r.Action == AuditActions.EndMembership || r.Action == AuditActions.LeaveInLogto || r.Action == AuditActions.ReinstateMember) && known.Contains(r.TargetId!))
                    || (r.Action == AuditActions.LeaveOrganization && known.Contains(r.ActorId!)))
                .Select(r => new { Person = r.TargetId ?? r.ActorId!, r.Action, r.Sequence })
                .ToListAsync(cancellationToken);

            return came.GroupBy(r => r.Person).Select(group => group.MaxBy(r => r.Sequence)!)
                // Whoever went since and is here again came back past the portal; unless the portal gave the membership back.
                .Where(last => moved.Where(r => r.Person == last.Person && r.Sequence > last.Sequence).MaxBy(r => r.Sequence)?.Action is null or AuditActions.ReinstateMember)
                .ToDictionary(last => UserId.Parse(last.Person, null), last => new Joining(last.At, last.Action == AuditActions.CreateOrganization, last.Action == AuditActions.JoinInLogto));
        });

    public async Task<string?> FindWhoChangedRolesAsync(OrganizationId organization, UserId member)
    {
        var found = await TryAsync(async context => await Newest(context.AuditRecords.AsNoTracking().Where(r => r.OrganizationId == organization.Value && r.Action == AuditActions.ChangeMemberRoles))
            .Take(MostForLastChange)
            .Where(r => r.TargetId == member.Value && r.Outcome == AuditOutcomes.Done)
            .OrderByDescending(r => r.Sequence)
            .Select(r => r.ActorName)
            .FirstOrDefaultAsync());
        return found.IsFailure ? null : found.Value;
    }

    private static IQueryable<AuditRecord> Matching(IQueryable<AuditRecord> records, OrganizationId organization, AuditFilter filter, AuditPosition? before)
    {
        records = records.Where(r => r.OrganizationId == organization.Value);
        if (filter.Actor is { } actor)
        {
            records = records.Where(r => r.ActorId == actor.Value);
        }

        if (filter.Action is { } action)
        {
            records = records.Where(r => r.Action == action);
        }

        if (filter.Outcome is { } outcome)
        {
            records = records.Where(r => r.Outcome == outcome);
        }

        if (filter.From is { } from)
        {
            var begin = StartOf(from);
            records = records.Where(r => r.At >= begin);
        }

        if (filter.To is { } to)
        {
            var end = StartOf(to.AddDays(1));
            records = records.Where(r => r.At < end);
        }

        if (before is { } place)
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(place.AtMilliseconds);
            records = records.Where(r => r.At <= at && (r.At < at || r.Sequence < place.Sequence));
        }

        return records;
    }

    // An act is shown once: by its outcome, or by its intent as long as there is none.
    private static IQueryable<AuditRecord> Shown(PortalDbContext context, IQueryable<AuditRecord> records, string? text)
    {
        var acts = records.Where(r => r.Outcome != AuditOutcomes.Begun || !context.AuditRecords.Any(outcome => outcome.IntentSequence == r.Sequence));
        if (text is null)
        {
            return acts;
        }

        var part = text.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers the letters, not this process.
        return acts.Where(r => r.TargetName!.ToLower().Contains(part) || r.TargetId!.ToLower().Contains(part));
#pragma warning restore CA1304, CA1311, CA1862
    }

    private static IQueryable<AuditRecord> Newest(IQueryable<AuditRecord> records) => records.OrderByDescending(r => r.At).ThenByDescending(r => r.Sequence);

    private static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static AuditPosition PositionOf(AuditRecord record) => new(record.At.ToUnixTimeMilliseconds(), record.Sequence);

    private static AuditRow ToRow(AuditRecord r) => new(
        r.Sequence, r.At, r.Action, r.ActorId, r.ActorName, r.TargetKind, r.TargetId, r.TargetName, r.Before, r.After, r.Outcome, r.Reason, r.IpAddress, r.CorrelationId, r.Hash, r.VisitId);

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> read) => store.TryAsync(read, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit trail could not be read.")]
    private partial void StoreFailed(Exception exception);
}
