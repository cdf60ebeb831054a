using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Api.Idempotency;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Webhooks.Api;

/// <summary>An organization's webhooks over HTTP.</summary>
internal static class WebhookEndpoints
{
    private const string Tag = "Webhooks";
    private const string All = "/organizations/{organization:id}/webhooks";
    private const string One = All + "/{webhook:guid}";
    private const string Log = One + "/deliveries";
    private const string Delivery = Log + "/{delivery:long}";

    private static readonly Guid Id = Guid.Parse("0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c");
    private static readonly string[] Types = [WebhookEventTypes.MemberJoined, WebhookEventTypes.MemberRemoved];
    private static readonly DateTimeOffset Made = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);
    private static readonly WebhookRequest Wanted = new("https://hooks.example.com/orgportal", Types, "Keeps the directory up to date");
    private static readonly WebhookResponse Sample = new(Id, Wanted.Url!, Wanted.Description, Types, WebhookState.On, null, Made.AddDays(1), null, Made, "Alice Adams");
    private static readonly ShownWebhookSecretResponse Shown = new(Id, "whsec_c2hvd24gdGhpcyBvbmNl", null);

    private static readonly DeliveryResponse Sent = new(
        4711, "msg_0193a1b27c3d7e4f8a5b6c7d8e9f0a1d", WebhookEventTypes.MemberJoined, false, Made, DeliveryState.Delivered, 1, Made.AddSeconds(1), 204, null, 87, null);

    private static readonly DeliveryDetailsResponse Details = new(
        Sent, """{"type":"member.joined","timestamp":"2026-11-24T09:30:00.000Z","data":{"organizationId":"x7k2m9q4v1c8"}}""", null, [new DeliveryAttemptResponse(Made.AddSeconds(1), 204, null, 87)]);

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapOutgoingWebhooks(this RouteGroupBuilder api)
    {
        api.MapGet(All, ListAsync).Describe(
            "listWebhooks", Tag, "List the webhooks", "Where the organization wants to be told of what happens in it. Needs organization.manage.")
            .Answers<WebhookListResponse>()
            .Example(response: new WebhookListResponse([Sample], 10));
        api.MapGet(All + "/terms", GetTermsAsync).Describe(
            "getWebhookTerms", Tag, "What a webhook can be like", "What it can be told of, and which of that the caller may choose. Needs organization.manage.")
            .Answers<WebhookTermsResponse>()
            .Example(response: new WebhookTermsResponse([new WebhookEventResponse(WebhookEventTypes.MemberJoined, "members.read", true)], 10));
        api.MapPost(All, CreateAsync).Describe(
            "createWebhook", Tag, "Make a webhook", "Switched on, with its signing secret, which is shown this once. Asks for an identity proof of the last ten minutes. Needs organization.manage.")
            .Answers<ShownWebhookSecretResponse>(201).Fails(400, 409, 422)
            .ShowsOnce(ShownWebhookSecretResponse.SecretProperty)
            .Example(Wanted, Shown);
        api.MapGet(One, GetAsync).Describe(
            "getWebhook", Tag, "One webhook", "Without its secret. Needs organization.manage.")
            .Answers<WebhookResponse>()
            .Example(response: Sample);
        api.MapPut(One, ChangeAsync).Describe(
            "changeWebhook", Tag, "Change a webhook", "Another address asks for an identity proof of the last ten minutes. Needs organization.manage.")
            .Answers(204).Fails(400, 409)
            .Example(Wanted);
        api.MapDelete(One, DeleteAsync).Describe(
            "deleteWebhook", Tag, "Delete a webhook", "With its log. Needs organization.manage.")
            .Answers(204);
        api.MapPut(One + "/state", SwitchAsync).Describe(
            "switchWebhook", Tag, "Switch a webhook off or on", "Off, what waits for it is dropped; on, it is told of what happens from then on. Needs organization.manage.")
            .Answers(204).Fails(400, 409)
            .Example(new WebhookStateRequest(false));
        api.MapPost(One + "/secret", RotateAsync).Describe(
            "rotateWebhookSecret", Tag, "Make another signing secret", "Shown this once. Asks for an identity proof of the last ten minutes. Needs organization.manage.")
            .Answers<ShownWebhookSecretResponse>(201).Fails(400)
            .ShowsOnce(ShownWebhookSecretResponse.SecretProperty)
            .Example(new NewWebhookSecretRequest(24), Shown with { OldSecretExpiresAt = Made.AddDays(1) });
        api.MapPost(One + "/tests", TestAsync).Describe(
            "testWebhook", Tag, "Send a test event", "A message of the type webhook.test, once, also to a webhook that is off; at most ten in a minute. Needs organization.manage.")
            .Answers<DeliveryResponse>(202).Fails(422)
            .Example(response: Sent with { EventType = WebhookEventTypes.Test, IsTest = true, State = DeliveryState.Waiting, Attempts = 0, LastAttemptAt = null, LastStatus = null, LastMilliseconds = null, NextTryAt = Made });
        api.MapGet(Log, ListDeliveriesAsync).Describe(
            "listWebhookDeliveries", Tag, "Read a webhook's log", "The newest first, 20 at a time. Needs organization.manage.")
            .Answers<CursorResponse<DeliveryResponse>>().Fails(400)
            .Example(response: new CursorResponse<DeliveryResponse>([Sent], "4711"));
        api.MapGet(Delivery, GetDeliveryAsync).Describe(
            "getWebhookDelivery", Tag, "One delivery", "With the message, the answer and the attempts. Needs organization.manage.")
            .Answers<DeliveryDetailsResponse>()
            .Example(response: Details);
        api.MapPost(Delivery + "/replay", ReplayAsync).Describe(
            "replayWebhookDelivery", Tag, "Send something again", "With the same webhook-id, at once, and retried like the first time. Needs organization.manage.")
            .Answers(204).Fails(409);
        return api;
    }

    private static async Task<IResult> ListAsync(OrganizationId organization, IWebhookService service, CancellationToken cancellationToken) =>
        (await service.ListAsync(organization, cancellationToken)).ToHttp(WebhookListResponse.From);

    private static async Task<IResult> GetTermsAsync(OrganizationId organization, IWebhookService service, CancellationToken cancellationToken) =>
        (await service.GetTermsAsync(organization, cancellationToken)).ToHttp(WebhookTermsResponse.From);

    private static async Task<IResult> CreateAsync(OrganizationId organization, WebhookRequest body, IWebhookService service) =>
        (await service.CreateAsync(organization, body.Read())).ToCreated(ShownWebhookSecretResponse.From, made => $"/organizations/{organization}/webhooks/{made.Webhook}");

    private static async Task<IResult> GetAsync(OrganizationId organization, Guid webhook, IWebhookService service, CancellationToken cancellationToken) =>
        (await service.GetAsync(organization, webhook, cancellationToken)).ToHttp(WebhookResponse.From);

    private static async Task<IResult> ChangeAsync(OrganizationId organization, Guid webhook, WebhookRequest body, IWebhookService service) =>
        (await service.ChangeAsync(organization, webhook, body.Read())).ToHttp();

    private static async Task<IResult> DeleteAsync(OrganizationId organization, Guid webhook, IWebhookService service) => (await service.DeleteAsync(organization, webhook)).ToHttp();

    private static async Task<IResult> SwitchAsync(OrganizationId organization, Guid webhook, WebhookStateRequest body, IWebhookService service)
    {
        var read = new InputReader();
        var isOn = read.Value("isOn", body.IsOn);
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await service.SwitchAsync(organization, webhook, isOn)).ToHttp();
    }

    private static async Task<IResult> RotateAsync(OrganizationId organization, Guid webhook, NewWebhookSecretRequest body, IWebhookService service) =>
        (await service.RotateSecretAsync(organization, webhook, body.KeepOldForHours ?? WebhookOptions.UsualOldSecretHours))
            .ToCreated(ShownWebhookSecretResponse.From, made => $"/organizations/{organization}/webhooks/{made.Webhook}");

    private static async Task<IResult> TestAsync(OrganizationId organization, Guid webhook, IWebhookService service) =>
        (await service.TestAsync(organization, webhook)).ToAccepted(DeliveryResponse.From, sent => $"/organizations/{organization}/webhooks/{webhook}/deliveries/{sent.Id.ToString(CultureInfo.InvariantCulture)}");

    private static async Task<IResult> ListDeliveriesAsync(
        OrganizationId organization,
        Guid webhook,
        [FromQuery, Description("Only what stands so: waiting, delivered or failed.")] string? state,
        [FromQuery, Description("What the part before gave as next.")] string? after,
        IWebhookService service,
        CancellationToken cancellationToken)
    {
        var read = new InputReader();
        var wanted = read.WordOrNone<DeliveryState>("state", state);
        if (read.Wrong is { } wrong)
        {
            return wrong.ToHttp();
        }

        long? before = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
        return before is null && !string.IsNullOrEmpty(after)
            ? new Invalid("after", "invalid").ToHttp()
            : (await service.ListDeliveriesAsync(organization, webhook, new DeliveryQuery(wanted, before), cancellationToken)).ToHttp(
                page => new CursorResponse<DeliveryResponse>([.. page.Rows.Select(DeliveryResponse.From)], page.Next?.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> GetDeliveryAsync(OrganizationId organization, Guid webhook, long delivery, IWebhookService service, CancellationToken cancellationToken) =>
        (await service.GetDeliveryAsync(organization, webhook, delivery, cancellationToken)).ToHttp(DeliveryDetailsResponse.From);

    private static async Task<IResult> ReplayAsync(OrganizationId organization, Guid webhook, long delivery, IWebhookService service) =>
        (await service.ReplayAsync(organization, webhook, delivery)).ToHttp();
}
