using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>
/// What it is time to send, shared by all nodes: whoever moves a delivery's time on has it, for a minute. A node that is killed meanwhile has it no longer after that,
/// and another takes it: at least once.
/// </summary>
internal sealed class WebhookQueue(IDbContextFactory<PortalDbContext> store, TimeProvider time)
{
    /// <summary>For how long a node has what it took: well above what an attempt may last.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>The longest due of webhooks that are all well, or all in trouble.</summary>
    /// <param name="isTroubled">Which.</param>
    /// <param name="busy">Webhooks that get no more now.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async Task<IReadOnlyList<(long Id, Guid Webhook, DateTimeOffset Due)>> ListAsync(bool isTroubled, IReadOnlyCollection<Guid> busy, int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await store.CreateDbContextAsync(cancellationToken);
        var found = await (
            from delivery in context.WebhookDeliveries
            where delivery.NextTryAt <= now && !busy.Contains(delivery.EndpointId)
            join webhook in context.WebhookEndpoints on delivery.EndpointId equals webhook.Id
            where (webhook.FailingSince != null) == isTroubled
            orderby delivery.NextTryAt, delivery.Id
            select new { delivery.Id, delivery.EndpointId, delivery.NextTryAt }).Take(most).ToListAsync(cancellationToken);
        return [.. found.Select(one => (one.Id, one.EndpointId, one.NextTryAt!.Value))];
    }

    /// <summary>Takes one; nothing when another node was faster.</summary>
    public async Task<DueDelivery?> TakeAsync(long delivery, DateTimeOffset due)
    {
        var (now, turn) = (time.GetUtcNow(), Guid.NewGuid());
        await using var context = await store.CreateDbContextAsync();
        var isOurs = await context.WebhookDeliveries.Where(d => d.Id == delivery && d.State == DeliveryStates.Waiting && d.NextTryAt == due).ExecuteUpdateAsync(set => set
            .SetProperty(d => d.NextTryAt, now + Lease)
            .SetProperty(d => d.Turn, turn)
            .SetProperty(d => d.Attempts, d => d.Attempts + 1)
            .SetProperty(d => d.Tries, d => d.Tries + 1)
            .SetProperty(d => d.LastAttemptAt, now)
            .SetProperty(d => d.LastStatus, (int?)null)
            .SetProperty(d => d.LastMilliseconds, (int?)null)
            .SetProperty(d => d.LastResponse, (string?)null)
            .SetProperty(d => d.LastTrouble, DeliveryTroubles.Unanswered)) == 1;
        if (!isOurs)
        {
            return null;
        }

        var taken = await (
            from row in context.WebhookDeliveries.AsNoTracking()
            where row.Id == delivery && row.Turn == turn
            join webhook in context.WebhookEndpoints.AsNoTracking() on row.EndpointId equals webhook.Id
            select new { row, webhook }).SingleOrDefaultAsync();
        return taken is null ? null : new DueDelivery(taken.row, taken.webhook, turn);
    }

    /// <summary>Writes down how it went, unless it is not this node's any more.</summary>
    public async Task<bool> CompleteAsync(DueDelivery due, DeliveryAttempt attempt, string? response, string state, DateTimeOffset? nextTryAt)
    {
        await using var context = await store.CreateDbContextAsync();
        return await context.WebhookDeliveries.Where(d => d.Id == due.Delivery.Id && d.Turn == due.Turn).ExecuteUpdateAsync(set => set
            .SetProperty(d => d.State, state)
            .SetProperty(d => d.NextTryAt, nextTryAt)
            .SetProperty(d => d.Turn, (Guid?)null)
            .SetProperty(d => d.LastStatus, attempt.Status)
            .SetProperty(d => d.LastTrouble, attempt.Trouble)
            .SetProperty(d => d.LastMilliseconds, attempt.Milliseconds)
            .SetProperty(d => d.LastResponse, response)
            .SetProperty(d => d.History, DeliveryAttempt.Append(due.Delivery.History, attempt))) == 1;
    }

    /// <summary>Something arrived.</summary>
    public async Task SucceedAsync(Guid webhook)
    {
        var now = time.GetUtcNow();
        await using var context = await store.CreateDbContextAsync();
        await context.WebhookEndpoints.Where(e => e.Id == webhook).ExecuteUpdateAsync(set => set.SetProperty(e => e.DeliveredAt, now).SetProperty(e => e.FailingSince, (DateTimeOffset?)null));
    }

    /// <summary>Something did not arrive.</summary>
    public async Task FailAsync(Guid webhook)
    {
        var now = time.GetUtcNow();
        await using var context = await store.CreateDbContextAsync();
        await context.WebhookEndpoints.Where(e => e.Id == webhook && e.FailingSince == null).ExecuteUpdateAsync(set => set.SetProperty(e => e.FailingSince, now));
    }

    /// <summary>Switches a webhook off that is still on, with what waits for it.</summary>
    /// <returns>Whether this did it.</returns>
    public async Task<bool> StopAsync(Guid webhook, string state)
    {
        await using var context = await store.CreateDbContextAsync();
        return await WebhookStore.SwitchOffAsync(context, webhook, state, onlyFrom: WebhookStates.On) == 1;
    }

    /// <summary>Forgets the webhooks of an organization that is no more.</summary>
    public async Task ForgetAsync(string organization)
    {
        await using var context = await store.CreateDbContextAsync();
        await context.WebhookEndpoints.Where(e => e.OrganizationId == organization).ExecuteDeleteAsync();
    }
}
