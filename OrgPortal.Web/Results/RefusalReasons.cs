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

    /// <summary>A role for people cannot be given to a machine.</summary>
    public const string PeopleRole = "people_role";

    /// <summary>The machine is in another organization too, or has a role of the tenant: a new secret would open more than this organization.</summary>
    public const string MachineReachesFurther = "machine_reaches_further";

    /// <summary>The machine is not in the organization: switched off, taken out of it in Logto itself, or being deleted.</summary>
    public const string MachineNotIn = "machine_not_in";

    /// <summary>The machine was taken out of the organization in Logto itself, by whoever runs the tenant: only they put it back.</summary>
    public const string MachineWithdrawn = "machine_withdrawn";

    /// <summary>The machine has a secret of this name.</summary>
    public const string SecretListed = "secret_listed";

    /// <summary>Logto refuses, because the tenant's plan allows no more of them.</summary>
    public const string TenantLimit = "tenant_limit";

    /// <summary>The operator is inside already.</summary>
    public const string AlreadyInside = "already_inside";

    /// <summary>One leaves an organization by leaving, not by removing oneself.</summary>
    public const string OwnMembership = "own_membership";

    /// <summary>One's own roles are changed by themselves, with what that means in view.</summary>
    public const string OwnRoles = "own_roles";

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

    /// <summary>The invitation exists, but its mail could not be sent.</summary>
    public const string MailNotSent = "mail_not_sent";

    /// <summary>The invitation exists, but the tenant has no e-mail connector: the link has to be handed over by other means.</summary>
    public const string NoMailConnector = "no_mail_connector";

    /// <summary>The invitation exists, but the tenant's e-mail connector has no template for invitations.</summary>
    public const string NoMailTemplate = "no_mail_template";

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

    /// <summary>The link to join by has ended: it is off, past its end, used up, or nobody vouches for it any more.</summary>
    public const string JoinLinkEnded = "join_link_ended";

    /// <summary>The link to join by is for addresses of other domains.</summary>
    public const string JoinLinkDomain = "join_link_domain";

    /// <summary>The person joined by this link before and is no member any more, or was taken out: no link brings anybody back.</summary>
    public const string JoinLinkUsed = "join_link_used";

    /// <summary>The tenant's sign-up does not verify addresses: the domain of one proves nothing.</summary>
    public const string AddressesNotVerified = "addresses_not_verified";

    /// <summary>Nobody signs up by this link without a password: it did not come by mail, the address has an account, or the deployer does not want it.</summary>
    public const string SignUpNotPossible = "sign_up_not_possible";

    /// <summary>The organization has this domain in its list already.</summary>
    public const string DomainListed = "domain_listed";

    /// <summary>Another organization has verified this domain.</summary>
    public const string DomainTaken = "domain_taken";

    /// <summary>The domain is not verified, or not any more.</summary>
    public const string DomainNotVerified = "domain_not_verified";

    /// <summary>The request was answered or withdrawn, or has expired.</summary>
    public const string RequestClosed = "request_closed";

    /// <summary>The person has asked already, and nobody has answered yet.</summary>
    public const string RequestOpen = "request_open";

    /// <summary>The account of whoever asked is suspended in the tenant.</summary>
    public const string AskerSuspended = "asker_suspended";

    /// <summary>Whoever asked has another address now than the one they asked with.</summary>
    public const string AskerAddressChanged = "asker_address_changed";

    /// <summary>The account is gone from the tenant.</summary>
    public const string AccountGone = "account_gone";

    /// <summary>Whoever left by themselves comes back only by their own will.</summary>
    public const string LeftThemselves = "left_themselves";

    /// <summary>Too much time has passed to take it back.</summary>
    public const string TooLateToUndo = "too_late_to_undo";

    /// <summary>The tenant offers no second factor that counts: requiring one would lock everybody out.</summary>
    public const string NoSecondFactorOffered = "no_second_factor_offered";

    /// <summary>Whoever requires a second factor has none: they would be stopped as well.</summary>
    public const string LocksOutOneself = "locks_out_oneself";

    /// <summary>Nobody who administers the organization has a second factor, as far as it was looked.</summary>
    public const string LocksOutAdministrators = "locks_out_administrators";

    /// <summary>Whoever may not see something in the portal has no webhook told of it either.</summary>
    public const string EventNotVisible = "event_not_visible";

    /// <summary>The webhook is off: nothing is sent to it.</summary>
    public const string WebhookOff = "webhook_off";

    /// <summary>Organizations do not set this up by themselves here: whoever runs Logto does.</summary>
    public const string SelfServiceOff = "self_service_off";

    /// <summary>Whoever decides about the identity provider can sign in as any member, so it takes an administrator.</summary>
    public const string AdministratorsOnly = "administrators_only";

    /// <summary>The identity provider's document names another issuer.</summary>
    public const string IssuerMismatch = "issuer_mismatch";

    /// <summary>Logto could not use the identity provider's documents.</summary>
    public const string ProviderRefused = "provider_refused";

    /// <summary>The connection has no settings yet.</summary>
    public const string NotConfigured = "not_configured";

    /// <summary>No domain was chosen for the connection.</summary>
    public const string NoDomains = "no_domains";

    /// <summary>The tenant has no storage: pictures stand elsewhere, and only their address is kept.</summary>
    public const string StorageNotConfigured = "storage_not_configured";

    /// <summary>Somebody else changed it meanwhile.</summary>
    public const string ChangedMeanwhile = "changed_meanwhile";

    /// <summary>A survey of the tenant is under way, or paused: it goes on or is ended first.</summary>
    public const string SurveyUnderWay = "survey_under_way";

    /// <summary>No survey of the tenant is in the state that this asks for.</summary>
    public const string SurveyNotThere = "survey_not_there";
}
