namespace OrgPortal.Tests.Api;

/// <summary>An operation of the API, with what it is tried with.</summary>
/// <param name="Name">The operation's id.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path below <c>/api/v1</c>; names in braces stand for what <see cref="ApiHouse"/> has.</param>
/// <param name="Needs">The permission that is asked for; <see langword="null"/> when every member, or everybody with a token, may.</param>
/// <param name="Body">What is sent.</param>
internal sealed record ApiCase(string Name, string Method, string Path, string? Needs = null, object? Body = null)
{
    private static readonly string[] None = [];

    /// <summary>Every operation of the features beside organizations and roles.</summary>
    public static IReadOnlyList<ApiCase> All { get; } =
    [
        new("getOverview", "GET", "/organizations/{org}/overview"),
        new("listMembers", "GET", "/organizations/{org}/members", "members.read"),
        new("getMember", "GET", "/organizations/{org}/members/{member}", "members.read"),
        new("getOwnMembership", "GET", "/organizations/{org}/members/me"),
        new("getMemberRoles", "GET", "/organizations/{org}/members/{member}/roles", "members.read"),
        new("changeMemberRoles", "PUT", "/organizations/{org}/members/{member}/roles", "members.read", new { roleIds = None }),
        new("listSecondFactors", "GET", "/organizations/{org}/members/{member}/second-factors", "members.manage"),
        new("getRemovalTerms", "GET", "/organizations/{org}/members/{member}/removal", "members.delete"),
        new("removeMember", "DELETE", "/organizations/{org}/members/{member}", "members.delete"),
        new("setMembershipEnd", "PUT", "/organizations/{org}/members/{member}/end", "members.delete", new { endsAt = DateTimeOffset.UtcNow.AddDays(30) }),
        new("liftMembershipEnd", "DELETE", "/organizations/{org}/members/{member}/end", "members.delete"),
        new("exportMembers", "GET", "/organizations/{org}/members/export", "members.read"),
        new("listAdministrators", "GET", "/organizations/{org}/administrators"),
        new("askForPermission", "POST", "/organizations/{org}/permission-requests", Body: new { permission = "members.invite" }),
        new("listFormerMembers", "GET", "/organizations/{org}/former-members", "members.delete"),
        new("reinstateMember", "POST", "/organizations/{org}/former-members/{former}/reinstate", "members.delete"),
        new("listInvitations", "GET", "/organizations/{org}/invitations", "members.invite"),
        new("countInvitations", "GET", "/organizations/{org}/invitations/counts", "members.invite"),
        new("getInvitationDelivery", "GET", "/organizations/{org}/invitations/delivery", "members.invite"),
        new("invite", "POST", "/organizations/{org}/invitations", "members.invite", new { emailAddress = "new@example.com", roleIds = None }),
        new("inviteMany", "POST", "/organizations/{org}/invitations/batch", "members.invite", new { emailAddresses = new[] { "new@example.com" }, roleIds = None }),
        new("resendInvitation", "POST", "/organizations/{org}/invitations/{invitation}/resend", "members.invite"),
        new("renewInvitation", "POST", "/organizations/{org}/invitations/{invitation}/renew", "members.invite"),
        new("revokeInvitation", "POST", "/organizations/{org}/invitations/{invitation}/revoke", "members.invite"),
        new("restoreInvitation", "POST", "/organizations/{org}/invitations/{invitation}/restore", "members.invite"),
        new("createInvitationLink", "POST", "/organizations/{org}/invitations/{invitation}/link", "members.invite"),
        new("deleteInvitation", "DELETE", "/organizations/{org}/invitations/{invitation}", "members.invite"),
        new("takeOverInvitations", "POST", "/organizations/{org}/invitations/take-over", "members.invite", new { inviterId = "somebody" }),
        new("revokeSentInvitations", "POST", "/organizations/{org}/invitations/revoke-sent", "members.invite", new { inviterId = "somebody" }),
        new("listImports", "GET", "/organizations/{org}/invitation-imports", "members.invite"),
        new("startImport", "POST", "/organizations/{org}/invitation-imports", "members.invite", new { rows = None }),
        new("checkImport", "POST", "/organizations/{org}/invitation-imports/check", "members.invite", new { rows = None }),
        new("startCsvImport", "POST", "/organizations/{org}/invitation-imports/csv", "members.invite", "new@example.com,member\n"),
        new("checkCsvImport", "POST", "/organizations/{org}/invitation-imports/csv/check", "members.invite", "new@example.com,member\n"),
        new("listInvitationsToSendAgain", "GET", "/organizations/{org}/invitation-imports/again", "members.invite"),
        new("sendInvitationsAgain", "POST", "/organizations/{org}/invitation-imports/again", "members.invite", new { invitationIds = None }),
        new("getImport", "GET", "/organizations/{org}/invitation-imports/{import}", "members.invite"),
        new("listImportRows", "GET", "/organizations/{org}/invitation-imports/{import}/rows", "members.invite"),
        new("exportImport", "GET", "/organizations/{org}/invitation-imports/{import}/result", "members.invite"),
        new("pauseImport", "POST", "/organizations/{org}/invitation-imports/{import}/pause", "members.invite"),
        new("resumeImport", "POST", "/organizations/{org}/invitation-imports/{import}/resume", "members.invite"),
        new("cancelImport", "POST", "/organizations/{org}/invitation-imports/{import}/cancel", "members.invite"),
        new("listJoinLinks", "GET", "/organizations/{org}/join-links", "members.invite"),
        new("createJoinLink", "POST", "/organizations/{org}/join-links", "members.invite", new { name = "Interns", roleIds = None }),
        new("listJoinedByLink", "GET", "/organizations/{org}/join-links/{link}/people", "members.invite"),
        new("switchJoinLink", "PUT", "/organizations/{org}/join-links/{link}/state", "members.invite", new { isOn = false }),
        new("replaceJoinLink", "POST", "/organizations/{org}/join-links/{link}/replace", "members.invite"),
        new("deleteJoinLink", "DELETE", "/organizations/{org}/join-links/{link}", "members.invite"),
        new("listJoinRequests", "GET", "/organizations/{org}/join-requests", "members.invite"),
        new("countJoinRequests", "GET", "/organizations/{org}/join-requests/count", "members.invite"),
        new("approveJoinRequest", "POST", "/organizations/{org}/join-requests/{request}/approve", "members.invite", new { roleIds = new[] { "{memberRole}" } }),
        new("declineJoinRequest", "POST", "/organizations/{org}/join-requests/{request}/decline", "members.invite", new { }),
        new("listDomains", "GET", "/organizations/{org}/domains", "security.manage"),
        new("addDomain", "POST", "/organizations/{org}/domains", "security.manage", new { domain = "new.example" }),
        new("verifyDomain", "POST", "/organizations/{org}/domains/{domain}/verify", "security.manage"),
        new("setDomainEnrolment", "PUT", "/organizations/{org}/domains/{domain}/enrolment", "security.manage", new { enrolment = "nothing" }),
        new("removeDomain", "DELETE", "/organizations/{org}/domains/{domain}", "security.manage"),
        new("listMachines", "GET", "/organizations/{org}/machines", "applications.manage"),
        new("getMachineTerms", "GET", "/organizations/{org}/machines/terms", "applications.manage"),
        new("createMachine", "POST", "/organizations/{org}/machines", "applications.manage", new { name = "Export", roleIds = None }),
        new("getMachine", "GET", "/organizations/{org}/machines/{machine}", "applications.manage"),
        new("changeMachine", "PUT", "/organizations/{org}/machines/{machine}", "applications.manage", new { name = "Export", roleIds = new[] { "{memberRole}" } }),
        new("deleteMachine", "DELETE", "/organizations/{org}/machines/{machine}", "applications.manage"),
        new("switchMachine", "PUT", "/organizations/{org}/machines/{machine}/state", "applications.manage", new { isOn = false }),
        new("getMachineUse", "GET", "/organizations/{org}/machines/{machine}/last-use", "applications.manage"),
        new("createMachineSecret", "POST", "/organizations/{org}/machines/{machine}/secrets", "applications.manage", new { }),
        new("deleteMachineSecret", "DELETE", "/organizations/{org}/machines/{machine}/secrets/first", "applications.manage"),
        new("getSecondFactor", "GET", "/organizations/{org}/second-factor", "security.manage"),
        new("requireSecondFactor", "PUT", "/organizations/{org}/second-factor", "security.manage", new { from = DateTimeOffset.UtcNow.AddDays(7) }),
        new("liftSecondFactor", "DELETE", "/organizations/{org}/second-factor", "security.manage"),
        new("callOffSecondFactor", "DELETE", "/organizations/{org}/second-factor/plan", "security.manage"),
        new("countSecondFactors", "POST", "/organizations/{org}/second-factor/count", "security.manage"),
        new("cancelSecondFactorCount", "DELETE", "/organizations/{org}/second-factor/count", "security.manage"),
        new("listPeopleWithoutSecondFactor", "GET", "/organizations/{org}/second-factor/people", "security.manage"),
        new("remindOfSecondFactor", "POST", "/organizations/{org}/second-factor/reminders", "security.manage", new { }),
        new("getOwnSecondFactor", "GET", "/organizations/{org}/second-factor/mine"),
        new("checkOwnSecondFactor", "POST", "/organizations/{org}/second-factor/mine/check"),
        new("listAuditRecords", "GET", "/organizations/{org}/audit", "audit.read"),
        new("listAuditActors", "GET", "/organizations/{org}/audit/actors", "audit.read"),
        new("listHistory", "GET", "/organizations/{org}/audit/people/{member}", "audit.read"),
        new("exportAudit", "GET", "/organizations/{org}/audit/export", "audit.read"),
        new("getMe", "GET", "/me"),
        new("updateMe", "PUT", "/me", Body: new { name = "Alice" }),
        new("setLanguage", "PUT", "/me/language", Body: new { language = "en" }),
        new("listSessions", "GET", "/me/sessions"),
        new("endSession", "DELETE", "/me/sessions/unknown"),
        new("getSecondFactorSetUp", "GET", "/me/second-factor"),
        new("listNotices", "GET", "/me/notices"),
        new("countUnreadNotices", "GET", "/me/notices/unread"),
        new("markNoticeRead", "POST", "/me/notices/1/read"),
        new("markNoticesRead", "POST", "/me/notices/read"),
        new("listOwnInvitations", "GET", "/me/invitations"),
        new("acceptInvitation", "POST", "/me/invitations/unknown/accept"),
        new("declineInvitation", "POST", "/me/invitations/unknown/decline"),
        new("acceptInvitationByLink", "POST", "/me/invitations/link/accept", Body: new { token = "unknown" }),
        new("declineInvitationByLink", "POST", "/me/invitations/link/decline", Body: new { token = "unknown" }),
        new("listOwnJoinRequests", "GET", "/me/join-requests"),
        new("askToJoin", "POST", "/me/join-requests", Body: new { organizationId = "unknown" }),
        new("withdrawJoinRequest", "DELETE", "/me/join-requests/00000000-0000-0000-0000-000000000001"),
        new("joinByLink", "POST", "/me/join", Body: new { token = "unknown" }),
    ];

    /// <summary>Whether it is in an organization.</summary>
    public bool IsInOrganization => Path.StartsWith("/organizations/", StringComparison.Ordinal);

    /// <summary>Whether it is about something that belongs to an organization.</summary>
    public bool IsAboutOne => Path.IndexOf('{', Path.IndexOf('}', StringComparison.Ordinal) + 1) >= 0;

    public static ApiCase Named(string name) => All.Single(one => one.Name == name);
}
