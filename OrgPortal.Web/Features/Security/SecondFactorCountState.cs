namespace OrgPortal.Web.Features.Security;

/// <summary>How far a count is.</summary>
public enum SecondFactorCountState
{
    /// <summary>Under way.</summary>
    Running,

    /// <summary>Everybody was looked at.</summary>
    Done,

    /// <summary>Somebody ended it before.</summary>
    Cancelled,

    /// <summary>Whoever asked for it may not see it any more.</summary>
    Stopped,
}
