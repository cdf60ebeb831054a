using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Something that happened, as webhooks are told of it: <c>{type, timestamp, data}</c>. Shapes are promised in <c>docs/webhooks.md</c>.</summary>
/// <param name="Organization">Where.</param>
/// <param name="Type">What, from <see cref="WebhookEventTypes"/>.</param>
/// <param name="At">When.</param>
/// <param name="Data">Ids and few facts: what else there is to know, whoever is told may ask.</param>
internal sealed record WebhookMessage(string Organization, string Type, DateTimeOffset At, JsonObject Data)
{
    private const string Prefix = "msg_";

    /// <summary>A message that says nothing.</summary>
    public static WebhookMessage OfTest(string organization, DateTimeOffset now) => new(organization, WebhookEventTypes.Test, now, new JsonObject { ["organizationId"] = organization });

    /// <summary>The message as it is sent.</summary>
    public string ToBody() => new JsonObject
    {
        ["type"] = Type,
        ["timestamp"] = Write(At),
        ["data"] = Data.DeepClone(),
    }.ToJsonString(JsonSerializerOptions.Web);

    /// <summary>What is to be sent to one webhook.</summary>
    /// <param name="webhook">To which.</param>
    /// <param name="now">From when on.</param>
    /// <param name="isTest">Whether somebody asked for it.</param>
    /// <param name="id">The message's id, where several webhooks are told of the same.</param>
    public WebhookDelivery For(Guid webhook, DateTimeOffset now, bool isTest = false, string? id = null) => new()
    {
        EndpointId = webhook,
        MessageId = id ?? NewId(),
        EventType = Type,
        Body = ToBody(),
        IsTest = isTest,
        CreatedAt = now,
        State = DeliveryStates.Waiting,
        NextTryAt = now,
    };

    /// <summary>A moment, as it is sent.</summary>
    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A message's id.</summary>
    public static string NewId() => Prefix + Guid.CreateVersion7().ToString("N");
}
