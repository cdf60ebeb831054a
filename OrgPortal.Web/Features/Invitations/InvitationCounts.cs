namespace OrgPortal.Web.Features.Invitations;

/// <summary>How many invitations an organization has, by state.</summary>
public sealed record InvitationCounts(int Pending, int Expired, int Accepted, int Revoked, int Declined)
{
    /// <summary>All of them.</summary>
    public int Total => Pending + Expired + Accepted + Revoked + Declined;

    /// <summary>How many are in the state.</summary>
    public int Of(InvitationState state) => state switch
    {
        InvitationState.Pending => Pending,
        InvitationState.Expired => Expired,
        InvitationState.Accepted => Accepted,
        InvitationState.Revoked => Revoked,
        _ => Declined,
    };
}
