using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Requests;

/// <summary>The states of a request, as they are stored.</summary>
internal static class RequestStates
{
    /// <summary>Waits for an answer.</summary>
    public const string Open = "open";

    /// <summary>The steps of an approval are under way, or were broken off.</summary>
    public const string Approving = "approving";

    /// <summary>The person became a member.</summary>
    public const string Approved = "approved";

    /// <summary>An administrator declined.</summary>
    public const string Declined = "declined";

    /// <summary>The person took it back.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>Nobody answered in time.</summary>
    public const string Expired = "expired";

    /// <summary>There was nothing to answer any more.</summary>
    public const string Gone = "gone";

    /// <summary>Whether it can be answered; one past its end cannot, also when nobody has come yet to write that down.</summary>
    public static bool IsOpen(JoinRequest row, DateTimeOffset now) => row.ClosedAt is null && (row.State == Approving || now < row.ExpiresAt);

    /// <summary>What has become of it.</summary>
    public static RequestState Of(JoinRequest row, DateTimeOffset now) => row.State switch
    {
        Approved => RequestState.Approved,
        Declined => RequestState.Declined,
        Withdrawn => RequestState.Withdrawn,
        Expired => RequestState.Expired,
        Gone => RequestState.Gone,
        _ => IsOpen(row, now) ? RequestState.Open : RequestState.Expired,
    };
}
