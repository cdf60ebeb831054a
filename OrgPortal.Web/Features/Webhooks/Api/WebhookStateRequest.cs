using System.ComponentModel;

namespace OrgPortal.Web.Features.Webhooks.Api;

/// <summary>Whether a webhook is to be told of what happens.</summary>
internal sealed record WebhookStateRequest(
    [property: Description("Off, what waits for it is dropped; on, it is told of what happens from then on.")] bool? IsOn);
