namespace OrgPortal.Web.Features.Webhooks;

/// <summary>What a webhook is to be like.</summary>
/// <param name="Url">Where to: <c>https</c>, at most 2,048 characters, on a port that the settings allow, without a name or password in it, and not inside of a private network.</param>
/// <param name="Description">What it is for, at most <see cref="MaxDescriptionLength"/> characters; empty for nothing.</param>
/// <param name="EventTypes">From <see cref="WebhookEventTypes"/>, at least one; what is added must be something that the person may see in the portal too.</param>
public sealed record WebhookForm(string Url, string? Description, IReadOnlyList<string> EventTypes)
{
    /// <summary>The longest address.</summary>
    public const int MaxUrlLength = 2048;

    /// <summary>The longest description.</summary>
    public const int MaxDescriptionLength = 256;

    /// <summary>The address may hold what nobody else is to know.</summary>
    public override string ToString() => nameof(WebhookForm);
}
