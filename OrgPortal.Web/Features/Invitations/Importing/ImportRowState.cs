namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>What became of one row.</summary>
public enum ImportRowState
{
    /// <summary>Nothing yet.</summary>
    Pending,

    /// <summary>Being sent; after a crash: not known yet.</summary>
    Sending,

    /// <summary>Invited and mailed.</summary>
    Sent,

    /// <summary>Invited, but as far as the portal knows the mail did not go out.</summary>
    NotMailed,

    /// <summary>Belongs to a member. Nothing was done.</summary>
    AlreadyMember,

    /// <summary>Has an open invitation. Nothing was done.</summary>
    AlreadyInvited,

    /// <summary>Logto or a rule refused it. Nothing was done.</summary>
    Failed,
}
