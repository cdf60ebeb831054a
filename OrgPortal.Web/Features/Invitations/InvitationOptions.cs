namespace OrgPortal.Web.Features.Invitations;

/// <summary>How people are invited. Section <c>Portal:Invitations</c>.</summary>
public sealed class InvitationOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Portal:Invitations";

    /// <summary>The longest that an invitation may live.</summary>
    public const int LongestExpiryInDays = 30;

    /// <summary>How long an invitation lives unless the inviter chooses otherwise: 1 to <see cref="LongestExpiryInDays"/> days.</summary>
    public int ExpiresInDays { get; set; } = 7;

    /// <summary>How many invitation mails an organization may cause in a day (UTC); 0 for no limit.</summary>
    public int PerOrganizationAndDay { get; set; } = 500;

    /// <summary>How many invitation mails one person may cause in an organization within an hour; 0 for no limit.</summary>
    public int PerInviterAndHour { get; set; } = 200;

    /// <summary>
    /// Whether somebody new can sign up by the mailed link alone, without a password, with a one-time token of Logto. Never for an address that has an account:
    /// a link lies in a mailbox for days, and would be a key to it.
    /// </summary>
    public bool SignUpByLink { get; set; }
}
