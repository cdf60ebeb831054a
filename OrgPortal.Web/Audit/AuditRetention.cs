using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Audit;

/// <summary>
/// Takes records that are older than the setting allows, once a day and a few hundred at a time. Only from the beginning of the chain,
/// and the last one taken stays behind as an anchor, so that what is left can still be proved.
/// </summary>
internal sealed partial class AuditRetention(AuditChainWriter chain, IOptions<AuditOptions> options, TimeProvider time, ILogger<AuditRetention> logger) : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Period = TimeSpan.FromDays(1);
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Removes all that is too old.</summary>
    /// <returns>How many records.</returns>
    internal async Task<long> RemoveAsync(CancellationToken cancellationToken)
    {
        if (options.Value.RetentionDays == 0)
        {
            return 0;
        }

        var before = time.GetUtcNow() - TimeSpan.FromDays(options.Value.RetentionDays);
        var (from, last) = await BeginAsync(before);
        for (var anchor = from; anchor < last;)
        {
            var next = await RemoveBatchAsync(Math.Min(last, anchor + Batch));
            if (next <= anchor)
            {
                break;
            }

            anchor = next;
            await Task.Delay(anchor < last ? Pause : TimeSpan.Zero, time, cancellationToken);
        }

        return last - from;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = FirstAfter;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(wait, time, stoppingToken);
                await RemoveAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception exception) when (exception is DbException or DbUpdateException or InvalidOperationException)
            {
                StoreFailed(exception);
            }

            wait = Period;
        }
    }

    // That records go is itself on record, before they go.
    private Task<(long From, long Last)> BeginAsync(DateTimeOffset before) => chain.InTurnAsync(async (context, row) =>
    {
        var kept = await context.AuditRecords.Where(r => r.At >= before).OrderBy(r => r.Sequence).Select(r => (long?)r.Sequence).FirstOrDefaultAsync();
        var last = (kept ?? row.HeadSequence + 1) - 1;
        if (last <= row.AnchorSequence || !chain.IsSealed(row))
        {
            return (0L, 0L);
        }

        chain.Append(context, row, AuditContent.OfTheTrail(AuditActions.ExpireRecords, new { from = row.AnchorSequence + 1, to = last, before }));
        await context.SaveChangesAsync();
        return (row.AnchorSequence, last);
    });

    private Task<long> RemoveBatchAsync(long last) => chain.InTurnAsync(async (context, row) =>
    {
        if (last > row.AnchorSequence && chain.IsSealed(row))
        {
            row.AnchorHash = await context.AuditRecords.Where(r => r.Sequence == last).Select(r => r.Hash).SingleAsync();
            row.AnchorSequence = last;
            chain.Seal(row);
            await context.AuditRecords.Where(r => r.Sequence <= last).ExecuteDeleteAsync();
            await context.SaveChangesAsync();
        }

        return row.AnchorSequence;
    });

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit trail's oldest records could not be removed; this is tried again tomorrow.")]
    private partial void StoreFailed(Exception exception);
}
