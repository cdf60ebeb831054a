using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Notices;

/// <summary>Takes notices away that are older than 90 days, once a day. That every node does it harms nothing.</summary>
internal sealed partial class NoticeRetention(IDbContextFactory<PortalDbContext> store, TimeProvider time, ILogger<NoticeRetention> logger) : BackgroundService
{
    /// <summary>How long a notice is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private static readonly TimeSpan Period = TimeSpan.FromDays(1);
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(7);

    /// <summary>Removes all that are too old.</summary>
    /// <returns>How many.</returns>
    internal async Task<int> RemoveAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Kept;
        await using var context = await store.CreateDbContextAsync(cancellationToken);
        return await context.Notices.Where(notice => notice.At < before).ExecuteDeleteAsync(cancellationToken);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Old notices could not be removed; this is tried again tomorrow.")]
    private partial void StoreFailed(Exception exception);
}
