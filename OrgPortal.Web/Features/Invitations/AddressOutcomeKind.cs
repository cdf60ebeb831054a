namespace OrgPortal.Web.Features.Invitations;

/// <summary>What became of one address of a batch.</summary>
public enum AddressOutcomeKind
{
    /// <summary>Invited and mailed.</summary>
    Sent,

    /// <summary>Belongs to a member already. Nothing was done.</summary>
    AlreadyMember,

    /// <summary>An open invitation exists. Nothing was done.</summary>
    AlreadyInvited,

    /// <summary>Not an address. Nothing was done.</summary>
    Invalid,

    /// <summary>Invited, but the mail did not go out: resend it or copy the link.</summary>
    MailNotSent,

    /// <summary>A limit of the portal was reached before this address. Nothing was done.</summary>
    RateLimited,

    /// <summary>Logto or the store did not answer. Whether an invitation was made is not known; trying again is safe.</summary>
    Unavailable,

    /// <summary>Something changed meanwhile, such as a role that is no more. Nothing was done.</summary>
    Refused,
}
