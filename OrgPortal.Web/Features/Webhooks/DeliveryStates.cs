namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Where a delivery stands, as it is kept.</summary>
internal static class DeliveryStates
{
    /// <summary>It is sent, now or later.</summary>
    public const string Waiting = "waiting";

    /// <summary>It has arrived.</summary>
    public const string Delivered = "delivered";

    /// <summary>It is not sent any more, unless somebody wants it.</summary>
    public const string Failed = "failed";
}
