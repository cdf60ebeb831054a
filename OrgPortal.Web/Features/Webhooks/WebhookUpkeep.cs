using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Scheduling;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Takes away what webhooks were told long ago, some at a time, and secrets that have ended.</summary>
internal sealed class WebhookUpkeep(IDbContextFactory<PortalDbContext> store, IOptions<WebhookOptions> options, TimeProvider time) : IRecurringWork
{
    /// <summary>By which the schedule knows it.</summary>
    public const string Name = "webhooks.upkeep";

    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private const int Batch = 1000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await store.CreateDbContextAsync(cancellationToken);
        await context.WebhookEndpoints.Where(e => e.OldSecretEndsAt <= now).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.OldSecret, (string?)null).SetProperty(e => e.OldSecretEndsAt, (DateTimeOffset?)null), cancellationToken);
        var before = now - TimeSpan.FromDays(options.Value.RetentionDays);
        int removed;
        do
        {
            var old = context.WebhookDeliveries.Where(d => d.CreatedAt < before && d.State != DeliveryStates.Waiting).OrderBy(d => d.CreatedAt).Take(Batch).Select(d => d.Id);
            removed = await context.WebhookDeliveries.Where(d => old.Contains(d.Id)).ExecuteDeleteAsync(cancellationToken);
        }
        while (removed == Batch);
    }
}
