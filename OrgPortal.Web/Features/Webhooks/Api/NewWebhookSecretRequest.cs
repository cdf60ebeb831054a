using System.ComponentModel;

namespace OrgPortal.Web.Features.Webhooks.Api;

/// <summary>Another signing secret.</summary>
internal sealed record NewWebhookSecretRequest(
    [property: Description("For how many hours messages are signed with the old secret too, 0 to 168; 24 when left out.")] int? KeepOldForHours = null);
