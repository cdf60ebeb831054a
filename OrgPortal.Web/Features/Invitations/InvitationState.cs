namespace OrgPortal.Web.Features.Invitations;

/// <summary>Where an invitation stands. Logto knows <c>Pending</c>, <c>Accepted</c>, <c>Expired</c> and <c>Revoked</c>; the portal tells the declined from the revoked.</summary>
public enum InvitationState
{
    /// <summary>Open.</summary>
    Pending,

    /// <summary>Open once, now past its end.</summary>
    Expired,

    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Taken back.</summary>
    Revoked,

    /// <summary>Declined by the invited person.</summary>
    Declined,
}
