namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Where a webhook stands, as it is kept.</summary>
internal static class WebhookStates
{
    /// <summary>It is told of what happens.</summary>
    public const string On = "on";

    /// <summary>Somebody switched it off.</summary>
    public const string Off = "off";

    /// <summary>The portal switched it off: nothing arrived for days.</summary>
    public const string Failing = "failing";

    /// <summary>The portal switched it off: it answered that it is gone.</summary>
    public const string Gone = "gone";
}
