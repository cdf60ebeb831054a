namespace OrgPortal.Web.Features.Invitations;

/// <summary>Why a link ended, as the store keeps it.</summary>
internal static class InvitationEnds
{
    public const string Accepted = "accepted";
    public const string Declined = "declined";
    public const string Revoked = "revoked";
    public const string Renewed = "renewed";
    public const string Expired = "expired";

    /// <summary>The mail that held the link did not go out: nobody has it.</summary>
    public const string NotSent = "not_sent";
}
