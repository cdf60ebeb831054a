using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Audit;

/// <summary>Counts movements in the store, by the index of organization, action and time.</summary>
internal sealed partial class MovementCounter(IDbContextFactory<PortalDbContext> store, TimeProvider time, ILogger<MovementCounter> logger) : IMovementCounts
{
    private const long Day = 24 * 60 * 60 * 1000;

    // The first row is none of a day: it tells since when anything is known.
    private const int OldestRecord = -1;

    private static readonly string Came = Quote([.. MovementActions.CameByThemselves, .. MovementActions.WereTakenIn]);
    private static readonly string Went = Quote([.. MovementActions.WentByThemselves, .. MovementActions.WereTakenOut]);

    // {0} the organization, {1} now, {2} a day, {3} since when: points in time are Unix milliseconds in both kinds of store.
    private static readonly string Statement =
        $$"""
        SELECT CAST({{OldestRecord}} AS bigint) AS "Age", MIN("At") AS "Came", CAST(0 AS bigint) AS "Went" FROM "AuditRecords" WHERE "OrganizationId" = {0}
        UNION ALL
        SELECT ({1} - "At") / {2}, SUM(CASE WHEN "Action" IN ({{Came}}) THEN 1 ELSE 0 END), SUM(CASE WHEN "Action" IN ({{Went}}) THEN 1 ELSE 0 END)
        FROM "AuditRecords"
        WHERE "OrganizationId" = {0} AND "Action" IN ({{Came}}, {{Went}}) AND "At" > {3} AND "Outcome" = '{{AuditOutcomes.Done}}'
        GROUP BY 1
        """;

    public async Task<Result<MovementCounts>> CountAsync(OrganizationId organization, int days, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        try
        {
            await using var context = await store.CreateDbContextAsync(cancellationToken);
            var rows = await context.Database
                .SqlQueryRaw<Row>(Statement, organization.Value, now.ToUnixTimeMilliseconds(), Day, now.AddDays(-days).ToUnixTimeMilliseconds())
                .ToListAsync(cancellationToken);
            return new MovementCounts(
                now,
                rows.Find(row => row.Age == OldestRecord)?.Came is { } oldest ? DateTimeOffset.FromUnixTimeMilliseconds(oldest) : null,
                [.. rows.Where(row => row.Age != OldestRecord).Select(row => new DayOfMovements((int)row.Age, (int)(row.Came ?? 0), (int)row.Went))]);
        }
        catch (DbException exception)
        {
            StoreFailed(exception);
            return new Unavailable();
        }
    }

    private static string Quote(IEnumerable<string> actions) => string.Join(", ", actions.Select(action => $"'{action}'"));

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit trail could not be read.")]
    private partial void StoreFailed(Exception exception);

    private sealed record Row(long Age, long? Came, long Went);
}
