using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>
/// Tells webhooks what happens, for as long as the portal runs: looks every two seconds, and at once when something was done here. All that is to be done stands in the store, so
/// it is no matter which node does it, or whether one is killed meanwhile.
/// </summary>
internal sealed partial class WebhookCourier(
    WebhookRelay relay,
    WebhookQueue queue,
    WebhookSignal signal,
    IServiceScopeFactory scopes,
    IOrganizationEvents events,
    IOptions<WebhookOptions> options,
    IOptions<SchedulingOptions> scheduling,
    TimeProvider time,
    ILogger<WebhookCourier> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenAnnouncements = TimeSpan.FromSeconds(1);

    private readonly WebhookLane[] _lanes = [new(isTroubled: false, places: 16, mostForOne: 4), new(isTroubled: true, places: 8, mostForOne: 1)];
    private readonly ConcurrentQueue<OrganizationId> _gone = new();
    private readonly ConcurrentDictionary<OrganizationId, bool> _told = new();
    private long _lastAnnounced;

    /// <summary>One round: what happened becomes deliveries, and what is due is begun to be sent.</summary>
    internal async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        while (_gone.TryDequeue(out var organization))
        {
            await queue.ForgetAsync(organization.Value);
        }

        while (await relay.RunAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        foreach (var lane in _lanes)
        {
            await FillAsync(lane, cancellationToken);
        }

        Announce();
    }

    /// <summary>Waits for what is under way.</summary>
    internal Task DrainAsync() => Task.WhenAll(_lanes.Select(lane => lane.DrainAsync()));

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.PerOrganization == 0 || scheduling.Value.Mode == SchedulingMode.Off)
        {
            return;
        }

        using var subscription = events.SubscribeToAll(Notice);
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Pause;
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception) when (exception is DbException or DbUpdateException or InvalidOperationException)
            {
                StoreFailed(exception);
                wait = AfterTrouble;
            }

            // However much is done here, a round costs the store a few reads.
            await signal.WaitAsync(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(BetweenRounds, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // An attempt lasts ten seconds at most. What is not written down by then is sent again.
        await DrainAsync();
    }

    // Again, as long as something is begun: of one webhook there may be more due than it gets places, and others behind it.
    private async Task FillAsync(WebhookLane lane, CancellationToken cancellationToken)
    {
        var hasBegun = true;
        while (hasBegun && lane.Free > 0)
        {
            hasBegun = false;
            foreach (var (id, webhook, due) in await queue.ListAsync(lane.IsTroubled, lane.Busy, lane.Free, cancellationToken))
            {
                if (lane.HasRoomFor(id, webhook) && await queue.TakeAsync(id, due) is { } taken)
                {
                    lane.Begin(id, webhook, () => SendAsync(taken));
                    hasBegun = true;
                }
            }
        }
    }

    // Not cancelled when the portal stops: an answer that was waited for is worth the few seconds.
    private async Task SendAsync(DueDelivery due)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<WebhookSending>().RunAsync(due, CancellationToken.None);
            _told[due.Webhook.Organization()] = true;
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or InvalidOperationException or LogtoException)
        {
            // What was taken and not written down is sent again.
            SendingFailed(exception);
        }
        finally
        {
            signal.Raise();
        }
    }

    // Once a second, however much is sent.
    private void Announce()
    {
        if (_told.IsEmpty || time.GetElapsedTime(_lastAnnounced) < BetweenAnnouncements)
        {
            return;
        }

        _lastAnnounced = time.GetTimestamp();
        foreach (var organization in _told.Keys)
        {
            if (_told.TryRemove(organization, out _))
            {
                events.Publish(new WebhooksChanged(organization));
            }
        }
    }

    private void Notice(OrganizationEvent happened)
    {
        switch (happened)
        {
            case OrganizationDeleted:
                _gone.Enqueue(happened.Organization);
                signal.Raise();
                break;
            case AuditRecorded:
                signal.Raise();
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not answer whoever tells webhooks; this is tried again.")]
    private partial void StoreFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "What came of a message to a webhook could not be written down.")]
    private partial void SendingFailed(Exception exception);
}
