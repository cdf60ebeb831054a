namespace OrgPortal.Web.Audit;

/// <summary>The acts that go on record. Past tense is the outcome's business.</summary>
public static class AuditActions
{
    /// <summary>A change was asked for by somebody who may not make it; the target names the permission that is missing.</summary>
    public const string Denied = "access.deny";

    /// <summary>An organization is created with its first administrator.</summary>
    public const string CreateOrganization = "organization.create";

    /// <summary>Name or description are changed.</summary>
    public const string UpdateOrganization = "organization.update";

    /// <summary>Logo or colours are changed.</summary>
    public const string BrandOrganization = "organization.brand";

    /// <summary>The organization is deleted: at once, or so that it can be restored for a while.</summary>
    public const string DeleteOrganization = "organization.delete";

    /// <summary>A deleted organization is restored.</summary>
    public const string RestoreOrganization = "organization.restore";

    /// <summary>The time to restore a deleted organization is over: the portal removes it from Logto for whoever deleted it.</summary>
    public const string RemoveOrganization = "organization.remove";

    /// <summary>A member's roles are replaced.</summary>
    public const string ChangeMemberRoles = "member.roles.change";

    /// <summary>A member is removed by somebody else.</summary>
    public const string RemoveMember = "member.remove";

    /// <summary>A member leaves.</summary>
    public const string LeaveOrganization = "member.leave";

    /// <summary>Somebody whose membership ended is a member again, with the roles of then.</summary>
    public const string ReinstateMember = "member.reinstate";

    /// <summary>The day is set, moved or lifted on which a membership ends.</summary>
    public const string SetMembershipTerm = "member.term.set";

    /// <summary>A membership ends because its day has come, by the portal itself.</summary>
    public const string EndMembership = "member.term.end";

    /// <summary>Somebody became a member in Logto itself, which told of it afterwards. Has no actor.</summary>
    public const string JoinInLogto = "member.logto.join";

    /// <summary>A membership ended in Logto itself, which told of it afterwards. Has no actor.</summary>
    public const string LeaveInLogto = "member.logto.leave";

    /// <summary>The organization's members are exported.</summary>
    public const string ExportMembers = "member.export";

    /// <summary>An administrator makes a member the administrator and steps down.</summary>
    public const string HandOver = "organization.hand_over";

    /// <summary>A member asks the administrators for a permission; the target names it.</summary>
    public const string AskForPermission = "permission.ask";

    /// <summary>Somebody is invited.</summary>
    public const string CreateInvitation = "invitation.create";

    /// <summary>The mail of an invitation is sent again.</summary>
    public const string ResendInvitation = "invitation.resend";

    /// <summary>A further link for an invitation is handed out.</summary>
    public const string CopyInvitationLink = "invitation.link";

    /// <summary>An invitation is taken back and made anew with a new end.</summary>
    public const string RenewInvitation = "invitation.renew";

    /// <summary>An invitation is taken back.</summary>
    public const string RevokeInvitation = "invitation.revoke";

    /// <summary>The revocation of an invitation is taken back: a new one takes its place, and its links lead there.</summary>
    public const string RestoreInvitation = "invitation.restore";

    /// <summary>Somebody vouches for the open invitations of a member who was removed.</summary>
    public const string TakeOverInvitation = "invitation.take_over";

    /// <summary>An invitation is accepted by the person invited.</summary>
    public const string AcceptInvitation = "invitation.accept";

    /// <summary>An invitation is declined by the person invited.</summary>
    public const string DeclineInvitation = "invitation.decline";

    /// <summary>Whoever has the mailed link of an invitation signs up by it, without a password.</summary>
    public const string SignUpByInvitation = "invitation.sign_up";

    /// <summary>Whoever has a dead link of an invitation asks for a new one.</summary>
    public const string AskForInvitation = "invitation.ask";

    /// <summary>The record of an ended invitation is deleted.</summary>
    public const string DeleteInvitation = "invitation.delete";

    /// <summary>Many invitations are asked for at once: a file, or those that did not arrive.</summary>
    public const string StartImport = "invitation.import";

    /// <summary>Sending them is interrupted until somebody resumes it.</summary>
    public const string PauseImport = "invitation.import.pause";

    /// <summary>Sending them goes on.</summary>
    public const string ResumeImport = "invitation.import.resume";

    /// <summary>What was not sent yet is not sent.</summary>
    public const string CancelImport = "invitation.import.cancel";

    /// <summary>All were sent, or the portal stopped because whoever asked for them may not any more.</summary>
    public const string EndImport = "invitation.import.end";

    /// <summary>A person changes their own name or picture. Belongs to no organization: it is in the trail, and in no organization's log.</summary>
    public const string UpdateAccount = "account.update";

    /// <summary>A person ends one of their sessions, or all but the one they are in. Belongs to no organization.</summary>
    public const string EndSessions = "account.sessions.end";

    /// <summary>A link to join by is made.</summary>
    public const string CreateJoinLink = "join_link.create";

    /// <summary>A link to join by is switched on or off.</summary>
    public const string SwitchJoinLink = "join_link.switch";

    /// <summary>Name, domains, limit, end or roles of a link to join by are changed; its address stays.</summary>
    public const string ChangeJoinLink = "join_link.change";

    /// <summary>A link to join by gets a new secret; the old address ends.</summary>
    public const string ReplaceJoinLink = "join_link.replace";

    /// <summary>A link to join by is deleted.</summary>
    public const string DeleteJoinLink = "join_link.delete";

    /// <summary>Somebody joins by a link.</summary>
    public const string UseJoinLink = "join_link.join";

    /// <summary>A domain is claimed.</summary>
    public const string AddDomain = "domain.add";

    /// <summary>The record of a claimed domain was found: it is the organization's from now on.</summary>
    public const string VerifyDomain = "domain.verify";

    /// <summary>Who may join with an address of a domain is changed.</summary>
    public const string ChangeDomainEnrolment = "domain.enrolment.change";

    /// <summary>A domain is given up.</summary>
    public const string RemoveDomain = "domain.remove";

    /// <summary>The record of a verified domain was gone for too long, by the portal itself.</summary>
    public const string LapseDomain = "domain.lapse";

    /// <summary>A machine is made, with its first secret. No record holds a secret's value.</summary>
    public const string CreateMachine = "machine.create";

    /// <summary>Name, description or roles of a machine are changed.</summary>
    public const string ChangeMachine = "machine.change";

    /// <summary>A machine is taken out of the organization, or put back into it.</summary>
    public const string SwitchMachine = "machine.switch";

    /// <summary>A machine is deleted, with all its secrets.</summary>
    public const string DeleteMachine = "machine.delete";

    /// <summary>A machine gets a further secret.</summary>
    public const string CreateMachineSecret = "machine.secret.create";

    /// <summary>A secret of a machine is deleted.</summary>
    public const string DeleteMachineSecret = "machine.secret.delete";

    /// <summary>A webhook is made, with its signing secret. No record holds a secret's value, nor more of an address than its host.</summary>
    public const string CreateWebhook = "webhook.create";

    /// <summary>Address, description or events of a webhook are changed.</summary>
    public const string ChangeWebhook = "webhook.change";

    /// <summary>A webhook is switched off, or on again.</summary>
    public const string SwitchWebhook = "webhook.switch";

    /// <summary>A webhook is switched off by the portal itself: nothing arrived for days, or its address said that it is gone.</summary>
    public const string StopWebhook = "webhook.stop";

    /// <summary>A webhook is deleted, with its log.</summary>
    public const string DeleteWebhook = "webhook.delete";

    /// <summary>A webhook signs with another secret.</summary>
    public const string RotateWebhookSecret = "webhook.secret.rotate";

    /// <summary>A webhook is sent a message that says nothing.</summary>
    public const string TestWebhook = "webhook.test";

    /// <summary>A webhook is sent something again.</summary>
    public const string ReplayWebhook = "webhook.replay";

    /// <summary>The set-up of a connection to an identity provider is begun.</summary>
    public const string StartConnection = "connection.start";

    /// <summary>A connection gets settings. No record holds a secret.</summary>
    public const string ConfigureConnection = "connection.configure";

    /// <summary>Domains are chosen for a connection, or taken away by the portal because the organization has them no more.</summary>
    public const string ChangeConnectionDomains = "connection.domains.change";

    /// <summary>A test sign-in through a connection is begun.</summary>
    public const string TestConnection = "connection.test";

    /// <summary>People sign in through a connection from now on.</summary>
    public const string ActivateConnection = "connection.activate";

    /// <summary>Nobody is sent through a connection any more.</summary>
    public const string DeactivateConnection = "connection.deactivate";

    /// <summary>A connection is deleted.</summary>
    public const string DeleteConnection = "connection.delete";

    /// <summary>Somebody asks to join.</summary>
    public const string AskToJoin = "request.create";

    /// <summary>Whoever asked to join thinks better of it.</summary>
    public const string WithdrawRequest = "request.withdraw";

    /// <summary>Somebody who asked becomes a member.</summary>
    public const string ApproveRequest = "request.approve";

    /// <summary>Somebody who asked does not become a member.</summary>
    public const string DeclineRequest = "request.decline";

    /// <summary>A second factor is required of every member, from now on or from a day on.</summary>
    public const string RequireSecondFactor = "second_factor.require";

    /// <summary>The day from which a second factor would have been required is taken back.</summary>
    public const string CallOffSecondFactor = "second_factor.call_off";

    /// <summary>A second factor is not required any more.</summary>
    public const string LiftSecondFactor = "second_factor.lift";

    /// <summary>The day had come from which a second factor is required: the portal switched it on for whoever set the day.</summary>
    public const string EnforceSecondFactor = "second_factor.enforce";

    /// <summary>It is counted which members have a second factor.</summary>
    public const string CountSecondFactors = "second_factor.count";

    /// <summary>Members without a second factor are reminded.</summary>
    public const string RemindOfSecondFactor = "second_factor.remind";

    /// <summary>An operator goes inside the organization, with a reason.</summary>
    public const string EnterAsOperator = "operator.enter";

    /// <summary>An operator leaves, or the time is over: then by the portal itself.</summary>
    public const string LeaveAsOperator = "operator.leave";

    /// <summary>The organization's audit trail is exported.</summary>
    public const string Export = "audit.export";

    /// <summary>Records older than the setting allows are removed, by the portal itself.</summary>
    public const string ExpireRecords = "audit.expire";

    /// <summary>Entries that an earlier version had written are taken into the chain, by the portal itself.</summary>
    public const string ImportEntries = "audit.import";

    /// <summary>From here on records are made with another key, or with one for the first time.</summary>
    public const string ChangeAuditKey = "audit.key";

    /// <summary>The seal over beginning and end was not the portal's when this record was written: somebody else changed the store.</summary>
    public const string SealBroken = "audit.seal_broken";

    /// <summary>Creating organizations is suspended for everybody. Belongs to no organization, as the acts below.</summary>
    public const string SuspendCreation = "creation.suspend";

    /// <summary>Organizations can be created again.</summary>
    public const string ResumeCreation = "creation.resume";

    /// <summary>What a broken-off creation left in Logto is cleared away, because an operator asked for it.</summary>
    public const string ClearCreation = "creation.clear";

    /// <summary>A survey of the tenant is begun.</summary>
    public const string StartSurvey = "survey.start";

    /// <summary>The survey is paused.</summary>
    public const string PauseSurvey = "survey.pause";

    /// <summary>The survey goes on.</summary>
    public const string ResumeSurvey = "survey.resume";

    /// <summary>The survey is ended before its end.</summary>
    public const string CancelSurvey = "survey.cancel";
}
