namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Where a webhook stands.</summary>
public enum WebhookState
{
    /// <summary>It is told of what happens.</summary>
    On,

    /// <summary>The same, but the last attempt was no success.</summary>
    Troubled,

    /// <summary>Somebody switched it off.</summary>
    Off,

    /// <summary>The portal switched it off: nothing arrived for days.</summary>
    Failing,

    /// <summary>The portal switched it off: it answered that it is gone.</summary>
    Gone,
}
