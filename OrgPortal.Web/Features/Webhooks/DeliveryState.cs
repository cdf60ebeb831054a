namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>It is sent, now or later.</summary>
    Waiting,

    /// <summary>It has arrived.</summary>
    Delivered,

    /// <summary>It is not sent any more, unless somebody wants it.</summary>
    Failed,
}
