using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Audit;

/// <summary>
/// Takes the entries of the trail before it was a chain into the chain, once, before the first request. Each becomes one record with
/// the time it had; what it says is proved from here on only.
/// </summary>
internal sealed class EarlierAuditEntries(AuditChainWriter chain, IDbContextFactory<PortalDbContext> store) : IHostedService
{
    private const int Batch = 200;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Nearly never: asked without what the chain's turn and the mapping of entries would cost every start.
        if (!await AreThereAnyAsync(cancellationToken))
        {
            return;
        }

        while (await ImportAsync() == Batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> AreThereAnyAsync(CancellationToken cancellationToken)
    {
        await using var context = await store.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT 1 FROM \"AuditEntries\" LIMIT 1";
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private Task<int> ImportAsync() => chain.InTurnAsync(async (context, row) =>
    {
        var entries = await context.Database.SqlQuery<Entry>($"""SELECT * FROM "AuditEntries" ORDER BY "Id" LIMIT {Batch}""").ToListAsync();
        if (entries.Count == 0)
        {
            return 0;
        }

        var last = entries[^1].Id;
        chain.Append(context, row, AuditContent.OfTheTrail(AuditActions.ImportEntries, new { from = entries[0].Id, to = last }));
        foreach (var entry in entries)
        {
            chain.Append(context, row, entry.ToContent(), DateTimeOffset.FromUnixTimeMilliseconds(entry.CompletedAt ?? entry.At));
        }

        await context.SaveChangesAsync();
        await context.Database.ExecuteSqlAsync($"""DELETE FROM "AuditEntries" WHERE "Id" <= {last}""");
        return entries.Count;
    });

    /// <summary>A row as it was written then.</summary>
    private sealed class Entry
    {
        public long Id { get; init; }

        public long At { get; init; }

        public long? CompletedAt { get; init; }

        public required string Action { get; init; }

        public string? OrganizationId { get; init; }

        public string? ActorId { get; init; }

        public string? ActorName { get; init; }

        public required string TargetKind { get; init; }

        public string? TargetId { get; init; }

        public string? TargetName { get; init; }

        public string? Before { get; init; }

        public string? After { get; init; }

        public required string Outcome { get; init; }

        public string? Reason { get; init; }

        public string? IpAddress { get; init; }

        public string? CorrelationId { get; init; }

        public AuditContent ToContent() => new()
        {
            Action = Action,
            OrganizationId = OrganizationId,
            ActorId = ActorId,
            ActorName = ActorName,
            TargetKind = TargetKind,
            TargetId = TargetId,
            TargetName = TargetName,
            Before = Before,
            After = After,
            Outcome = Outcome,
            Reason = Reason,
            IpAddress = IpAddress,
            CorrelationId = CorrelationId,
        };
    }
}
