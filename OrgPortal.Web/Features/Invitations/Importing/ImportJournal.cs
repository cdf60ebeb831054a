using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>
/// What is known of imports, in the store. Each method is one step that stands or does not; without the store the answer is <see cref="Unavailable"/>.
/// Every change of a running import names the turn it belongs to: whoever was taken for dead and comes back changes nothing any more.
/// </summary>
internal sealed partial class ImportJournal(IDbContextFactory<PortalDbContext> store, TimeProvider time, ILogger<ImportJournal> logger)
{
    private const int MostRecent = 20;

    // Several rows are under way at a time.
    private readonly GatheredWrites<RowOutcome, int> _outcomes = new(store, static async (context, outcomes) =>
    {
        var changed = new List<int>();
        foreach (var (row, state, reason, invitation) in outcomes)
        {
            changed.Add(await context.InvitationImportRows
                .Where(r => r.ImportId == row.ImportId && r.Number == row.Number)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, state).SetProperty(r => r.Reason, reason).SetProperty(r => r.InvitationId, invitation)));
        }

        return changed;
    });

    /// <summary>Whether the organization has one that is not at its end.</summary>
    public Task<Result<bool>> HasOpenAsync(OrganizationId organization) => TryAsync(context => context.InvitationImports
        .AnyAsync(i => i.OrganizationId == organization.Value && (i.State == ImportWords.Running || i.State == ImportWords.Paused)));

    public Task<Result<bool>> AddAsync(InvitationImport import, IReadOnlyList<InvitationImportRow> rows) => TryAsync(async context =>
    {
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        context.Add(import);
        context.AddRange(rows);
        await context.SaveChangesAsync();
        return true;
    });

    public Task<Result<InvitationImport?>> FindAsync(Guid id, CancellationToken cancellationToken = default) =>
        TryAsync(context => context.InvitationImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellationToken));

    /// <summary>Begins a turn.</summary>
    /// <returns>Its number, or nothing when the import is not running any more.</returns>
    public Task<Result<int?>> BeginTurnAsync(InvitationImport import) => TryAsync(async context =>
    {
        var (now, turn) = (time.GetUtcNow(), import.Turn + 1);
        var begun = await context.InvitationImports
            .Where(i => i.Id == import.Id && i.Turn == import.Turn && i.State == ImportWords.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Turn, turn).SetProperty(i => i.TouchedAt, now).SetProperty(i => i.WaitUntil, (DateTimeOffset?)null).SetProperty(i => i.Reason, (string?)null));
        return begun == 1 ? (int?)turn : null;
    });

    /// <summary>The next rows without an outcome, which are marked as being sent. None when the turn is over: paused, cancelled or another one's.</summary>
    public Task<Result<IReadOnlyList<InvitationImportRow>>> ClaimAsync(Guid id, int turn, int count) => TryAsync<IReadOnlyList<InvitationImportRow>>(async context =>
    {
        var rows = await context.InvitationImportRows.AsNoTracking().Where(r => r.ImportId == id && r.State == ImportWords.Pending).OrderBy(r => r.Number).Take(count).ToListAsync();
        if (rows.Count == 0)
        {
            return [];
        }

        var (first, last) = (rows[0].Number, rows[^1].Number);
        var claimed = await context.InvitationImportRows
            .Where(r => r.ImportId == id && r.State == ImportWords.Pending && r.Number >= first && r.Number <= last
                && context.InvitationImports.Any(i => i.Id == id && i.Turn == turn && i.State == ImportWords.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ImportWords.Sending));
        return claimed == rows.Count ? rows : [];
    });

    /// <summary>Rows whose outcome is not known: a process died, or Logto did not answer.</summary>
    public Task<Result<IReadOnlyList<InvitationImportRow>>> ListSendingAsync(Guid id) => TryAsync<IReadOnlyList<InvitationImportRow>>(async context =>
        await context.InvitationImportRows.AsNoTracking().Where(r => r.ImportId == id && r.State == ImportWords.Sending).OrderBy(r => r.Number).ToListAsync());

    /// <summary>What became of a row.</summary>
    public Task<Result<int>> RecordAsync(InvitationImportRow row, string state, string? reason, InvitationId? invitation) =>
        TryAsync(() => _outcomes.WriteAsync(new RowOutcome(row, state, reason, invitation?.Value)));

    /// <summary>The import goes on, waits or ends.</summary>
    /// <returns>Whether it was in one of these states before.</returns>
    public Task<Result<bool>> ChangeAsync(Guid id, IReadOnlyList<string> from, string to, string? reason = null, string? subject = null, DateTimeOffset? waitUntil = null) => TryAsync(async context =>
    {
        var now = time.GetUtcNow();
        var endedAt = to is ImportWords.Running or ImportWords.Paused ? null : (DateTimeOffset?)now;
        return await context.InvitationImports.Where(i => i.Id == id && from.Contains(i.State)).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.State, to)
            .SetProperty(i => i.Reason, reason)
            .SetProperty(i => i.Subject, subject)
            .SetProperty(i => i.WaitUntil, waitUntil)
            .SetProperty(i => i.TouchedAt, now)
            .SetProperty(i => i.EndedAt, endedAt)) == 1;
    });

    /// <summary>How far the organization's imports are, newest first.</summary>
    public Task<Result<IReadOnlyList<ImportSummary>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken) => TryAsync<IReadOnlyList<ImportSummary>>(async context =>
    {
        var imports = await context.InvitationImports.AsNoTracking().Where(i => i.OrganizationId == organization.Value).OrderByDescending(i => i.StartedAt).Take(MostRecent).ToListAsync(cancellationToken);
        var counts = await CountAsync(context, [.. imports.Select(i => i.Id)], cancellationToken);
        return [.. imports.Select(i => Describe(i, counts[i.Id]))];
    });

    public Task<Result<ImportSummary>> DescribeAsync(InvitationImport import, CancellationToken cancellationToken) => TryAsync(async context =>
        Describe(import, (await CountAsync(context, [import.Id], cancellationToken))[import.Id]));

    public Task<Result<IReadOnlyList<InvitationImportRow>>> ListRowsAsync(Guid id, ImportRowState? state, int skip, int take, CancellationToken cancellationToken) => TryAsync<IReadOnlyList<InvitationImportRow>>(async context =>
    {
        var rows = context.InvitationImportRows.AsNoTracking().Where(r => r.ImportId == id);
        if (state is { } only)
        {
            var word = ImportWords.Of(only);
            rows = rows.Where(r => r.State == word);
        }

        return await rows.OrderBy(r => r.Number).Skip(skip).Take(take).ToListAsync(cancellationToken);
    });

    /// <summary>Running ones in which nothing was done for a while, though nothing keeps them waiting.</summary>
    public Task<Result<IReadOnlyList<Guid>>> ListForgottenAsync(TimeSpan since) => TryAsync<IReadOnlyList<Guid>>(async context =>
    {
        var before = time.GetUtcNow() - since;
        return await context.InvitationImports
            .Where(i => i.State == ImportWords.Running && i.TouchedAt < before && (i.WaitUntil == null || i.WaitUntil < before))
            .Select(i => i.Id)
            .ToListAsync();
    });

    /// <summary>Deletes those that ended long ago, with their rows.</summary>
    public Task<Result<int>> DeleteEndedAsync(TimeSpan since, CancellationToken cancellationToken) => TryAsync(async context =>
    {
        var before = time.GetUtcNow() - since;
        await context.InvitationImportRows
            .Where(r => context.InvitationImports.Any(i => i.Id == r.ImportId && i.EndedAt != null && i.EndedAt < before))
            .ExecuteDeleteAsync(cancellationToken);
        return await context.InvitationImports.Where(i => i.EndedAt != null && i.EndedAt < before).ExecuteDeleteAsync(cancellationToken);
    });

    private static async Task<ILookup<Guid, (string State, int Count)>> CountAsync(PortalDbContext context, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        (await context.InvitationImportRows.Where(r => ids.Contains(r.ImportId)).GroupBy(r => new { r.ImportId, r.State }).Select(g => new { g.Key.ImportId, g.Key.State, Count = g.Count() }).ToListAsync(cancellationToken))
        .ToLookup(group => group.ImportId, group => (group.State, group.Count));

    private static ImportSummary Describe(InvitationImport import, IEnumerable<(string State, int Count)> counts) => new(
        import.Id, import.FileName, import.StartedByName, import.StartedAt, ImportWords.StateOf(import.State), import.Reason, import.Subject, import.WaitUntil, import.EndedAt, import.Total,
        counts.ToDictionary(count => ImportWords.RowStateOf(count.State), count => count.Count));

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => store.TryAsync(act, StoreFailed);

    private Task<Result<T>> TryAsync<T>(Func<Task<T>> act) => StoreFailures.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not read or write an import of invitations.")]
    private partial void StoreFailed(Exception exception);

    private sealed record RowOutcome(InvitationImportRow Row, string State, string? Reason, string? Invitation);
}
