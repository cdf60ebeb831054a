using System.ComponentModel;

namespace OrgPortal.Web.Features.Webhooks.Api;

/// <summary>A signing secret that was just made: it is shown this once.</summary>
internal sealed record ShownWebhookSecretResponse(
    [property: Description("The webhook.")] Guid WebhookId,
    [property: Description("The secret, whsec_ and Base64; null when the answer is given again to an Idempotency-Key.")] string? Secret,
    [property: Description("Until when messages are signed with the secret of before too; null when there is none.")] DateTimeOffset? OldSecretExpiresAt)
{
    /// <summary>The name of the property that is shown once.</summary>
    public const string SecretProperty = "secret";

    /// <summary>Maps it.</summary>
    public static ShownWebhookSecretResponse From(ShownWebhookSecret secret) => new(secret.Webhook, secret.Value, secret.OldEndsAt);

    /// <summary>The id alone.</summary>
    public override string ToString() => WebhookId.ToString();
}
