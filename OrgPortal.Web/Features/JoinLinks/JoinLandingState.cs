namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>What a link leads to, for the person who opened it.</summary>
public enum JoinLandingState
{
    /// <summary>No such link, or one that has ended for whatever reason: not told apart, and nothing else is told.</summary>
    Unknown,

    /// <summary>Works; nobody is signed in.</summary>
    SignedOut,

    /// <summary>Works, and the signed-in person may join.</summary>
    Ready,

    /// <summary>Works, but not for the signed-in person's address.</summary>
    OtherDomain,

    /// <summary>The signed-in person joined by it before and is no member any more, or was taken out by somebody.</summary>
    UsedBefore,

    /// <summary>The signed-in person is a member: straight in.</summary>
    Member,

    /// <summary>Logto or the store does not answer.</summary>
    Unavailable,
}
