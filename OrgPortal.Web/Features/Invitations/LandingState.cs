namespace OrgPortal.Web.Features.Invitations;

/// <summary>What a link leads to, for the person who opened it.</summary>
public enum LandingState
{
    /// <summary>No such link. Tells nothing else.</summary>
    Unknown,

    /// <summary>Open; nobody is signed in.</summary>
    SignedOut,

    /// <summary>Open, and the signed-in person is the invited one.</summary>
    Ready,

    /// <summary>Open, and somebody else is signed in.</summary>
    OtherAccount,

    /// <summary>Open, but whoever made the link may no longer invite with these roles.</summary>
    Void,

    /// <summary>Past its end.</summary>
    Expired,

    /// <summary>Taken back, or its record is gone.</summary>
    Revoked,

    /// <summary>Declined.</summary>
    Declined,

    /// <summary>Accepted, by somebody who is not the signed-in person or has left since.</summary>
    Accepted,

    /// <summary>Accepted by the signed-in person, who is a member: straight in.</summary>
    Member,

    /// <summary>A newer invitation took the place of this one.</summary>
    Renewed,

    /// <summary>Logto or the store does not answer.</summary>
    Unavailable,
}
