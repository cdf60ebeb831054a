using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Webhooks and their logs, as pages and the API ask for them.</summary>
internal sealed partial class WebhookStore(IDbContextFactory<PortalDbContext> store, ILogger<WebhookStore> logger)
{
    /// <summary>An organization's webhooks, the oldest first.</summary>
    public Task<Result<List<WebhookEndpoint>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default) => TryAsync(context =>
        context.WebhookEndpoints.AsNoTracking().Where(e => e.OrganizationId == organization.Value).OrderBy(e => e.CreatedAt).ThenBy(e => e.Id).ToListAsync(cancellationToken));

    /// <summary>One of an organization's webhooks; <see cref="NotFound"/> for one of another.</summary>
    public async Task<Result<WebhookEndpoint>> FindAsync(OrganizationId organization, Guid webhook, CancellationToken cancellationToken = default)
    {
        var found = await TryAsync(context => context.WebhookEndpoints.AsNoTracking().SingleOrDefaultAsync(e => e.Id == webhook && e.OrganizationId == organization.Value, cancellationToken));
        return found switch
        {
            { IsFailure: true } => found.Failure,
            { Value: null } => new NotFound(),
            _ => found.Value,
        };
    }

    /// <summary>A new one.</summary>
    public async Task<Result> AddAsync(WebhookEndpoint webhook) => Plain(await TryAsync(context =>
    {
        context.Add(webhook);
        return context.SaveChangesAsync();
    }));

    /// <summary>Writes down what it is like. How its deliveries go is written meanwhile by whoever sends them, and left alone.</summary>
    public async Task<Result> DescribeAsync(WebhookEndpoint webhook) => Changed(await TryAsync(context => context.WebhookEndpoints.Where(e => e.Id == webhook.Id).ExecuteUpdateAsync(set => set
        .SetProperty(e => e.Url, webhook.Url)
        .SetProperty(e => e.Description, webhook.Description)
        .SetProperty(e => e.EventTypes, webhook.EventTypes))));

    /// <summary>Writes down what it signs with.</summary>
    public async Task<Result> KeepSecretsAsync(WebhookEndpoint webhook) => Changed(await TryAsync(context => context.WebhookEndpoints.Where(e => e.Id == webhook.Id).ExecuteUpdateAsync(set => set
        .SetProperty(e => e.Secret, webhook.Secret)
        .SetProperty(e => e.OldSecret, webhook.OldSecret)
        .SetProperty(e => e.OldSecretEndsAt, webhook.OldSecretEndsAt))));

    /// <summary>Switches it on, for what happens from now on.</summary>
    public async Task<Result> SwitchOnAsync(Guid webhook, DateTimeOffset now) => Changed(await TryAsync(context => context.WebhookEndpoints.Where(e => e.Id == webhook).ExecuteUpdateAsync(set => set
        .SetProperty(e => e.State, WebhookStates.On)
        .SetProperty(e => e.OnSince, now)
        .SetProperty(e => e.FailingSince, (DateTimeOffset?)null))));

    /// <summary>Switches it off; what waits for it is not sent any more.</summary>
    public async Task<Result> SwitchOffAsync(Guid webhook) => Changed(await TryAsync(context => SwitchOffAsync(context, webhook, WebhookStates.Off)));

    /// <summary>Forgets it and its log.</summary>
    public async Task<Result> RemoveAsync(Guid webhook) => Changed(await TryAsync(context => context.WebhookEndpoints.Where(e => e.Id == webhook).ExecuteDeleteAsync()));

    /// <summary>A part of its log: one more than is asked for says that it goes on.</summary>
    public Task<Result<List<WebhookDelivery>>> ListDeliveriesAsync(Guid webhook, string? state, long? before, int most, CancellationToken cancellationToken) => TryAsync(context =>
    {
        var found = context.WebhookDeliveries.AsNoTracking().Where(d => d.EndpointId == webhook);
        found = state is null ? found : found.Where(d => d.State == state);
        found = before is null ? found : found.Where(d => d.Id < before);
        return found.OrderByDescending(d => d.Id).Take(most).ToListAsync(cancellationToken);
    });

    /// <summary>One delivery of a webhook.</summary>
    public async Task<Result<WebhookDelivery>> FindDeliveryAsync(Guid webhook, long delivery, CancellationToken cancellationToken = default)
    {
        var found = await TryAsync(context => context.WebhookDeliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == delivery && d.EndpointId == webhook, cancellationToken));
        return found switch
        {
            { IsFailure: true } => found.Failure,
            { Value: null } => new NotFound(),
            _ => found.Value,
        };
    }

    /// <summary>Something that is to be sent.</summary>
    public async Task<Result> AddDeliveryAsync(WebhookDelivery delivery) => Plain(await TryAsync(context =>
    {
        context.Add(delivery);
        return context.SaveChangesAsync();
    }));

    /// <summary>How many tests a webhook was sent since then; no more than <paramref name="most"/> are counted.</summary>
    public Task<Result<int>> CountTestsAsync(Guid webhook, DateTimeOffset since, int most) => TryAsync(context =>
        context.WebhookDeliveries.Where(d => d.EndpointId == webhook && d.CreatedAt >= since && d.IsTest).Take(most).CountAsync());

    /// <summary>Has something sent now, with all its attempts before it. Whoever is sending it at this moment does so for nothing.</summary>
    public async Task<Result> SendAgainAsync(long delivery, DateTimeOffset now) => Changed(await TryAsync(context => context.WebhookDeliveries.Where(d => d.Id == delivery).ExecuteUpdateAsync(set => set
        .SetProperty(d => d.State, DeliveryStates.Waiting)
        .SetProperty(d => d.NextTryAt, now)
        .SetProperty(d => d.Tries, 0)
        .SetProperty(d => d.Turn, (Guid?)null))));

    /// <summary>Switches a webhook off, with what waits for it, in one transaction; where it is told so, only one that still stands so.</summary>
    internal static async Task<int> SwitchOffAsync(PortalDbContext context, Guid webhook, string state, string? onlyFrom = null)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        var found = context.WebhookEndpoints.Where(e => e.Id == webhook);
        found = onlyFrom is null ? found : found.Where(e => e.State == onlyFrom);
        var done = await found.ExecuteUpdateAsync(set => set.SetProperty(e => e.State, state));
        if (done == 0)
        {
            return 0;
        }

        await context.WebhookDeliveries.Where(d => d.EndpointId == webhook && d.State == DeliveryStates.Waiting).ExecuteUpdateAsync(set => set
            .SetProperty(d => d.State, DeliveryStates.Failed)
            .SetProperty(d => d.LastTrouble, DeliveryTroubles.SwitchedOff)
            .SetProperty(d => d.LastStatus, (int?)null)
            .SetProperty(d => d.NextTryAt, (DateTimeOffset?)null)
            .SetProperty(d => d.Turn, (Guid?)null));
        await transaction.CommitAsync();
        return done;
    }

    private static Result Plain(Result<int> done) => done.IsFailure ? done.Failure : Result.Done;

    // Somebody was faster and deleted it.
    private static Result Changed(Result<int> done) => done.IsFailure ? done.Failure : done.Value == 0 ? new NotFound() : Result.Done;

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => store.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not answer about webhooks.")]
    private partial void StoreFailed(Exception exception);
}
