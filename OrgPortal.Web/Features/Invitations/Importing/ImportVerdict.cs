namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>What would become of a line.</summary>
public enum ImportVerdict
{
    /// <summary>Is invited.</summary>
    Ready,

    /// <summary>Is invited anew: an earlier invitation has expired, and its links lead to the new one.</summary>
    Renews,

    /// <summary>Not an address that Logto accepts.</summary>
    InvalidAddress,

    /// <summary>A role that the organization does not have.</summary>
    UnknownRole,

    /// <summary>A role above the person's own permissions.</summary>
    RoleAbove,

    /// <summary>Neither the line nor the page says which role.</summary>
    NoRole,

    /// <summary>No number of days from 1 to 30.</summary>
    InvalidExpiry,

    /// <summary>A language that the portal does not have.</summary>
    UnknownLanguage,

    /// <summary>A note that is too long, or has an address of the web in it.</summary>
    InvalidNote,

    /// <summary>The same address stands in an earlier line. Left out.</summary>
    Duplicate,

    /// <summary>Belongs to a member. Left out.</summary>
    AlreadyMember,

    /// <summary>Has an open invitation. Left out.</summary>
    AlreadyInvited,
}
