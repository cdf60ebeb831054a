namespace OrgPortal.Web.Features.Requests;

/// <summary>What has become of a request.</summary>
public enum RequestState
{
    /// <summary>It waits for an administrator.</summary>
    Open,

    /// <summary>The person became a member.</summary>
    Approved,

    /// <summary>An administrator declined it.</summary>
    Declined,

    /// <summary>The person took it back.</summary>
    Withdrawn,

    /// <summary>Nobody answered in time.</summary>
    Expired,

    /// <summary>There was nothing to answer any more: the person joined in another way, or has no account any more.</summary>
    Gone,
}
