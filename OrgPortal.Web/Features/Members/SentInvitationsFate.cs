namespace OrgPortal.Web.Features.Members;

/// <summary>What becomes of the open invitations that a removed member has sent.</summary>
public enum SentInvitationsFate
{
    /// <summary>Nothing is done with them: nobody can accept them any more, because whoever invited may not.</summary>
    Leave,

    /// <summary>They stay open, and whoever removes vouches for them.</summary>
    TakeOver,

    /// <summary>They are revoked.</summary>
    Revoke,
}
