using System.ComponentModel;

namespace OrgPortal.Web.Features.Webhooks.Api;

/// <summary>One attempt to deliver something.</summary>
internal sealed record DeliveryAttemptResponse(
    [property: Description("When.")] DateTimeOffset At,
    [property: Description("The HTTP status of the answer.")] int? Status,
    [property: Description("Why there was none.")] string? Trouble,
    [property: Description("How long it took.")] int Milliseconds);
