namespace OrgPortal.Web.Results;

/// <summary>The rules that can speak against an act, as stable codes.</summary>
public static class RefusalReasons
{
    /// <summary>The organization would be left without an administrator.</summary>
    public const string LastAdministrator = "last_administrator";

    /// <summary>The role, or the person's roles, go beyond the actor's own permissions.</summary>
    public const string AboveOwnPermissions = "above_own_permissions";

    /// <summary>A role for machines cannot be given to a person.</summary>
    public const string MachineRole = "machine_role";

    /// <summary>One leaves an organization by leaving, not by removing oneself.</summary>
    public const string OwnMembership = "own_membership";

    /// <summary>The address belongs to a member already.</summary>
    public const string AlreadyMember = "already_member";

    /// <summary>An open invitation for the address exists already.</summary>
    public const string AlreadyInvited = "already_invited";

    /// <summary>The invitation has ended: accepted, revoked or expired.</summary>
    public const string InvitationEnded = "invitation_ended";

    /// <summary>The invitation is still open: revoke it first.</summary>
    public const string InvitationOpen = "invitation_open";

    /// <summary>The person accepted while the invitation was being revoked, and is a member now.</summary>
    public const string AcceptedMeanwhile = "accepted_meanwhile";

    /// <summary>Whoever invited may no longer invite with these roles.</summary>
    public const string InvitationVoid = "invitation_void";

    /// <summary>The invitation exists, but the tenant cannot send mail, or sending failed.</summary>
    public const string MailNotSent = "mail_not_sent";

    /// <summary>The signed-in person's address is not the invited one.</summary>
    public const string AddressMismatch = "address_mismatch";

    /// <summary>The tenant's sign-up does not verify addresses: the mailed link is needed to accept.</summary>
    public const string LinkRequired = "link_required";

    /// <summary>The typed confirmation is not the organization's name.</summary>
    public const string NameMismatch = "name_mismatch";

    /// <summary>The deployer's policy does not let this person create (further) organizations.</summary>
    public const string CreationNotAllowed = "creation_not_allowed";

    /// <summary>The tenant's organization template has no role that makes an administrator.</summary>
    public const string NoAdministratorRole = "no_administrator_role";

    /// <summary>The account of whoever is to administer the organization is suspended in the tenant.</summary>
    public const string RecipientSuspended = "recipient_suspended";

    /// <summary>Handing over means somebody else.</summary>
    public const string HandOverToOneself = "hand_over_to_oneself";

    /// <summary>Another import of the organization is not at its end.</summary>
    public const string ImportUnderWay = "import_under_way";

    /// <summary>The import is at its end: nothing of it can be paused, resumed or cancelled.</summary>
    public const string ImportEnded = "import_ended";

    /// <summary>Somebody else changed it meanwhile.</summary>
    public const string ChangedMeanwhile = "changed_meanwhile";
}
