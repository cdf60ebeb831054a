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
    public int PerOrganizationAndDay { get; set; } = 2_000;

    /// <summary>How many invitation mails one person may cause in an organization within an hour; 0 for no limit.</summary>
    public int PerInviterAndHour { get; set; } = 1_000;

    /// <summary>
    /// How many invitation mails an organization's imports may cause in a day (UTC); 0 for no limit. Counted by themselves: an import is checked, on
    /// record as a whole and can be stopped, and waits for the next day where it reaches this.
    /// </summary>
    public int ImportedPerOrganizationAndDay { get; set; } = 10_000;

    /// <summary>For how long after its end an import is kept with what became of each address. Days, at least 1.</summary>
    public int ImportsKeptForDays { get; set; } = 30;

    /// <summary>
    /// Whether somebody new can sign up by the mailed link alone, without a password, with a one-time token of Logto. Never for an address that has an account:
    /// a link lies in a mailbox for days, and would be a key to it.
    /// </summary>
    public bool SignUpByLink { get; set; }
}
