using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>A webhook's log, and what people have sent again.</summary>
internal sealed class WebhookDeliveries(WebhookAccess access, WebhookStore store, WebhookSignal signal, TimeProvider time)
{
    /// <summary>How many tests there may be, as a failure's code.</summary>
    public const string Tests = "webhook_tests";

    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    /// <summary>A part of a log.</summary>
    public async Task<Result<DeliveryPage>> ReadAsync(WebhookEndpoint webhook, DeliveryQuery query, CancellationToken cancellationToken)
    {
        var found = await store.ListDeliveriesAsync(webhook.Id, WebhookPaths.WordOf(query.State), query.Before, IWebhookService.PageSize + 1, cancellationToken);
        return found.IsFailure
            ? found.Failure
            : new DeliveryPage([.. found.Value.Take(IWebhookService.PageSize).Select(ToRow)], found.Value.Count > IWebhookService.PageSize ? found.Value[IWebhookService.PageSize - 1].Id : null);
    }

    /// <summary>All of one; the message only for whoever may see in the portal what it tells of.</summary>
    public async Task<Result<DeliveryDetails>> ReadAsync(OrganizationId organization, WebhookEndpoint webhook, long delivery, CancellationToken cancellationToken)
    {
        var found = await store.FindDeliveryAsync(webhook.Id, delivery, cancellationToken);
        var rights = found.IsFailure ? found.Failure : await access.ReadRightsAsync(organization, cancellationToken);
        return rights.IsFailure ? rights.Failure : Describe(found.Value, rights.Value);
    }

    /// <summary>Sends a message that says nothing.</summary>
    public async Task<Result<DeliveryRow>> TestAsync(WebhookEndpoint webhook)
    {
        var now = time.GetUtcNow();
        var tests = await store.CountTestsAsync(webhook.Id, now - AMinute, WebhookOptions.MostTestsAMinute);
        if (tests.IsFailure)
        {
            return tests.Failure;
        }

        if (tests.Value >= WebhookOptions.MostTestsAMinute)
        {
            return new LimitReached(Tests, AMinute);
        }

        var delivery = WebhookMessage.OfTest(webhook.OrganizationId, now).For(webhook.Id, now, isTest: true);
        return await RunAsync<DeliveryRow>(WebhookActs.Of(AuditActions.TestWebhook, webhook), async () => await store.AddDeliveryAsync(delivery) is { IsFailure: true, Failure: var failure } ? failure : ToRow(delivery));
    }

    /// <summary>Sends something again.</summary>
    public async Task<Result> ReplayAsync(WebhookEndpoint webhook, long delivery)
    {
        var found = await store.FindDeliveryAsync(webhook.Id, delivery);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var act = WebhookActs.Of(AuditActions.ReplayWebhook, webhook, after: new { message = found.Value.MessageId, @event = found.Value.EventType });
        if (webhook.State != WebhookStates.On && !found.Value.IsTest)
        {
            return new Refused(RefusalReasons.WebhookOff);
        }

        if (await access.RefuseEventsAsync(act, [found.Value.EventType]) is { } refused)
        {
            return refused;
        }

        var done = await RunAsync<bool>(act, async () => await store.SendAgainAsync(delivery, time.GetUtcNow()) is { IsFailure: true, Failure: var failure } ? failure : true);
        return done.IsFailure ? done.Failure : Result.Done;
    }

    private async Task<Result<T>> RunAsync<T>(AuditAct act, Func<Task<Result<T>>> change)
    {
        var done = await access.ActAsync(act, change);
        if (!done.IsFailure)
        {
            signal.Raise();
        }

        return done;
    }

    private static DeliveryDetails Describe(WebhookDelivery delivery, OrganizationRights rights)
    {
        var maySee = WebhookEventTypes.PermissionOf(delivery.EventType) is not { } needed || rights.Allow(needed);
        return new DeliveryDetails(ToRow(delivery), maySee ? delivery.Body : null, delivery.LastResponse, [.. DeliveryAttempt.Read(delivery.History).Reverse()]);
    }

    private static DeliveryRow ToRow(WebhookDelivery delivery) => new(
        delivery.Id, delivery.MessageId, delivery.EventType, delivery.IsTest, delivery.CreatedAt, StateOf(delivery), delivery.Attempts,
        delivery.LastAttemptAt, delivery.LastStatus, delivery.LastTrouble, delivery.LastMilliseconds, delivery.NextTryAt);

    private static DeliveryState StateOf(WebhookDelivery delivery) => WebhookPaths.StateOf(delivery.State) ?? DeliveryState.Waiting;
}
