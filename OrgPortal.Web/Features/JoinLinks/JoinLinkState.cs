namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Where a link stands.</summary>
public enum JoinLinkState
{
    /// <summary>People can join with it.</summary>
    Live,

    /// <summary>Switched off.</summary>
    Off,

    /// <summary>Past its end.</summary>
    Expired,

    /// <summary>As many people have joined as may.</summary>
    UsedUp,

    /// <summary>Whoever made it may no longer invite with these roles, has left, or is suspended.</summary>
    Void,

    /// <summary>It is for certain domains, and the tenant's sign-up no longer verifies addresses.</summary>
    Unproven,
}
