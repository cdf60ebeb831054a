using System.Text;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Outbound;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>One attempt: signs a message, sends it, and decides by the answer what becomes of it and of its webhook.</summary>
internal sealed class WebhookSending(
    WebhookQueue queue,
    WebhookSecrets secrets,
    WebhookAddress addresses,
    IOutboundPosts posts,
    IAuditTrail audit,
    INotices notices,
    IOptions<WebhookOptions> options,
    TimeProvider time)
{
    /// <summary>How long an attempt may last.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int Gone = 410;

    /// <summary>Sends what was taken.</summary>
    public async Task RunAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        var (delivery, began) = (due.Delivery, time.GetUtcNow());
        var answer = await SendAsync(due, cancellationToken);
        var hasArrived = answer.Status is >= 200 and < 300;
        var attempt = new DeliveryAttempt(began, answer.Status, answer.Trouble, (int)(time.GetUtcNow() - began).TotalMilliseconds);
        var isGone = answer.Status == Gone && !delivery.IsTest;
        var delay = hasArrived || isGone || delivery.IsTest ? null : WebhookSchedule.DelayAfter(delivery.Tries, answer.RetryAfter, Random.Shared.NextDouble());
        var state = hasArrived ? DeliveryStates.Delivered : delay is null ? DeliveryStates.Failed : DeliveryStates.Waiting;
        await queue.CompleteAsync(due, attempt, Excerpt(answer.Response), state, time.GetUtcNow() + delay);
        await JudgeAsync(due, hasArrived, isGone);
    }

    private async Task<(int? Status, string? Trouble, TimeSpan? RetryAfter, string? Response)> SendAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        var (delivery, webhook, now) = (due.Delivery, due.Webhook, time.GetUtcNow());
        // Saved by other settings, or by an earlier version.
        if (addresses.Read(webhook.Url) is not { } url)
        {
            return (null, DeliveryTroubles.Address, null, null);
        }

        var signers = secrets.Of(webhook, now);
        if (signers.Count == 0)
        {
            return (null, DeliveryTroubles.Secret, null, null);
        }

        var second = now.ToUnixTimeSeconds();
        var headers = new List<KeyValuePair<string, string>>
        {
            new("webhook-id", delivery.MessageId),
            new("webhook-timestamp", second.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new("webhook-signature", string.Join(' ', signers.Select(secret => WebhookSecrets.Sign(secret, delivery.MessageId, second, delivery.Body)))),
        };
        var answer = await posts.PostAsync(new OutboundPost(url, headers, Encoding.UTF8.GetBytes(delivery.Body), Patience, addresses.IsTrusted(url)), cancellationToken);
        return (answer.Status, TroubleOf(answer.Trouble), answer.RetryAfter, answer.Excerpt);
    }

    // A test says nothing about what was not asked for, unless it arrives.
    private async Task JudgeAsync(DueDelivery due, bool hasArrived, bool isGone)
    {
        var webhook = due.Webhook;
        if (hasArrived)
        {
            await queue.SucceedAsync(webhook.Id);
        }
        else if (isGone)
        {
            await StopAsync(webhook, WebhookStates.Gone, NoticeKinds.WebhookGone, due.Delivery.LastAttemptAt);
        }
        else if (!due.Delivery.IsTest)
        {
            await queue.FailAsync(webhook.Id);
            if (webhook.FailingSince is { } since && time.GetUtcNow() - since >= TimeSpan.FromDays(options.Value.OffAfterDays))
            {
                await StopAsync(webhook, WebhookStates.Failing, NoticeKinds.WebhookFailing, since);
            }
        }
    }

    private async Task StopAsync(WebhookEndpoint webhook, string state, string notice, DateTimeOffset? since)
    {
        var begun = await audit.BeginAsync(WebhookActs.Of(AuditActions.StopWebhook, webhook, new { isOn = true }, new { isOn = false, why = state }));
        if (begun.IsFailure)
        {
            // Not on record, not done: the next attempt finds the same.
            return;
        }

        await using var intent = begun.Value;
        var isDone = await queue.StopAsync(webhook.Id, state);
        await intent.CompleteAsync(isDone ? null : new Results.Refused(Results.RefusalReasons.WebhookOff));
        if (isDone)
        {
            await notices.TellAdministratorsAsync(new Notice(notice, webhook.Organization(), new NoticeFacts { Address = WebhookAddress.HostOf(webhook.Url), Date = since, Page = $"settings/webhooks/{webhook.Id}" }));
        }
    }

    private static string? TroubleOf(OutboundTrouble? trouble) => trouble switch
    {
        OutboundTrouble.NoPublicAddress => DeliveryTroubles.NoPublicAddress,
        OutboundTrouble.Tls => DeliveryTroubles.Tls,
        OutboundTrouble.Timeout => DeliveryTroubles.Timeout,
        OutboundTrouble.Connection => DeliveryTroubles.Connection,
        _ => null,
    };

    // What a database would refuse, and half a character at the end, are taken out.
    private static string? Excerpt(string? response)
    {
        if (response is null)
        {
            return null;
        }

        var text = response.Replace('\0', '\uFFFD');
        text = text.Length <= WebhookDelivery.LongestResponse ? text : text[..(WebhookDelivery.LongestResponse - 1)];
        return char.IsHighSurrogate(text[^1]) ? text[..^1] : text;
    }
}
