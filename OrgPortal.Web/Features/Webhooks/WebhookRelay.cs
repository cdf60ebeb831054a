using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>
/// Makes deliveries of what stands in the audit trail: from where the last round ended, in one transaction with how far it came, so that nothing is left out and nothing comes
/// twice, however many nodes do it and whenever one of them is killed. The trail has no gaps, and what stands in it is done.
/// </summary>
internal sealed class WebhookRelay(IDbContextFactory<PortalDbContext> store, TimeProvider time)
{
    private const int MostAtOnce = 200;

    // A commit for every record that nobody wants to know of would cost more than it saves; this much is looked at again after a restart.
    private const int MostUnwritten = 500;

    private long _seen;

    /// <summary>Goes on with the next records.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var context = await store.CreateDbContextAsync(cancellationToken);
        var from = await context.WebhookCursors.Where(c => c.Id == WebhookCursor.OnlyId).Select(c => (long?)c.Sequence).SingleOrDefaultAsync(cancellationToken);
        if (from is null)
        {
            await BeginAsync(context);
            return true;
        }

        var after = Math.Max(from.Value, _seen);
        var records = await context.AuditRecords.AsNoTracking().Where(r => r.Sequence > after).OrderBy(r => r.Sequence).Take(MostAtOnce).ToListAsync(cancellationToken);
        if (records.Count == 0)
        {
            return false;
        }

        var news = records.SelectMany(WebhookNews.Of).ToList();
        var deliveries = news.Count == 0 ? [] : await AddressAsync(context, news, cancellationToken);
        var last = records[^1].Sequence;
        if (deliveries.Count > 0 || last - from.Value >= MostUnwritten)
        {
            await KeepAsync(context, from.Value, last, deliveries);
        }
        else
        {
            // Whoever wants to know later is told of what happens later.
            _seen = last;
        }

        return records.Count == MostAtOnce;
    }

    // What was done before anybody was told of anything is nobody's news. Of two nodes that begin at once one does.
    private static Task<int> BeginAsync(PortalDbContext context) => context.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "WebhookCursors" ("Id", "Sequence")
        SELECT {WebhookCursor.OnlyId}, COALESCE((SELECT "HeadSequence" FROM "AuditChains" WHERE "Id" = {AuditChain.OnlyId}), 0)
        ON CONFLICT ("Id") DO NOTHING
        """);

    private async Task<IReadOnlyList<WebhookDelivery>> AddressAsync(PortalDbContext context, IReadOnlyList<WebhookMessage> news, CancellationToken cancellationToken)
    {
        var organizations = news.Select(message => message.Organization).Distinct().ToList();
        var webhooks = await context.WebhookEndpoints.AsNoTracking().Where(e => organizations.Contains(e.OrganizationId) && e.State == WebhookStates.On).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        return
        [
            .. from message in news
               let id = WebhookMessage.NewId()
               from webhook in webhooks
               where webhook.OrganizationId == message.Organization && message.At >= webhook.OnSince && webhook.Events().Contains(message.Type)
               select message.For(webhook.Id, now, id: id),
        ];
    }

    private static async Task KeepAsync(PortalDbContext context, long from, long to, IReadOnlyList<WebhookDelivery> deliveries)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        var isOurs = await context.WebhookCursors.Where(c => c.Id == WebhookCursor.OnlyId && c.Sequence == from).ExecuteUpdateAsync(set => set.SetProperty(c => c.Sequence, to)) == 1;
        if (!isOurs)
        {
            // Another node was faster, and has told all of this.
            return;
        }

        // One that was deleted meanwhile is not told.
        var wanted = deliveries.Select(delivery => delivery.EndpointId).Distinct().ToList();
        var there = wanted.Count == 0 ? [] : await context.WebhookEndpoints.Where(e => wanted.Contains(e.Id)).Select(e => e.Id).ToListAsync();
        context.AddRange(deliveries.Where(delivery => there.Contains(delivery.EndpointId)));
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
