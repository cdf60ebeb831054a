namespace OrgPortal.Web.Logto;

/// <summary>Every path of Logto's Management API that the portal calls.</summary>
internal static class LogtoRoutes
{
    public static LogtoRoute Organizations => "organizations";

    public static LogtoRoute OrganizationRoles => "organization-roles";

    public static LogtoRoute OrganizationInvitations => "organization-invitations";

    public static LogtoRoute SignInExperience => "sign-in-exp";

    public static LogtoRoute Users => "users";

    public static LogtoRoute OneTimeTokens => "one-time-tokens";

    public static LogtoRoute Connectors => "connectors";

    public static LogtoRoute Applications => "applications";

    public static LogtoRoute Roles => "roles";

    public static LogtoRoute Resources => "resources";

    public static LogtoRoute OrganizationScopes => "organization-scopes";

    public static LogtoRoute Hooks => "hooks";

    public static LogtoRoute EmailTemplates => "email-templates";

    public static LogtoRoute Logs => "logs";

    public static LogtoRoute SsoConnectors => "sso-connectors";

    public static LogtoRoute UserAssets => "user-assets";

    public static LogtoRoute StorageStatus => "user-assets/service-status";

    public static LogtoRoute Organization(OrganizationId id) => new("organizations/{id}", $"organizations/{id}");

    public static LogtoRoute Members(OrganizationId id) => new("organizations/{id}/users", $"organizations/{id}/users");

    public static LogtoRoute Member(OrganizationId id, UserId user) => new("organizations/{id}/users/{userId}", $"organizations/{id}/users/{user}");

    public static LogtoRoute MemberRoles(OrganizationId id, UserId user) => new("organizations/{id}/users/{userId}/roles", $"organizations/{id}/users/{user}/roles");

    public static LogtoRoute MemberScopes(OrganizationId id, UserId user) => new("organizations/{id}/users/{userId}/scopes", $"organizations/{id}/users/{user}/scopes");

    public static LogtoRoute JustInTimeDomains(OrganizationId id) => new("organizations/{id}/jit/email-domains", $"organizations/{id}/jit/email-domains");

    public static LogtoRoute JustInTimeDomain(OrganizationId id, string domain) =>
        new("organizations/{id}/jit/email-domains/{emailDomain}", $"organizations/{id}/jit/email-domains/{Uri.EscapeDataString(domain)}");

    public static LogtoRoute JustInTimeRoles(OrganizationId id) => new("organizations/{id}/jit/roles", $"organizations/{id}/jit/roles");

    public static LogtoRoute JustInTimeSsoConnectors(OrganizationId id) => new("organizations/{id}/jit/sso-connectors", $"organizations/{id}/jit/sso-connectors");

    public static LogtoRoute JustInTimeSsoConnector(OrganizationId id, string connector) =>
        new("organizations/{id}/jit/sso-connectors/{ssoConnectorId}", $"organizations/{id}/jit/sso-connectors/{Uri.EscapeDataString(connector)}");

    public static LogtoRoute Machines(OrganizationId id) => new("organizations/{id}/applications", $"organizations/{id}/applications");

    public static LogtoRoute Machine(OrganizationId id, string application) =>
        new("organizations/{id}/applications/{applicationId}", $"organizations/{id}/applications/{Uri.EscapeDataString(application)}");

    public static LogtoRoute MachineRoles(OrganizationId id, string application) =>
        new("organizations/{id}/applications/{applicationId}/roles", $"organizations/{id}/applications/{Uri.EscapeDataString(application)}/roles");

    public static LogtoRoute OrganizationInvitation(InvitationId id) => new("organization-invitations/{id}", $"organization-invitations/{id}");

    public static LogtoRoute OrganizationInvitationMessage(InvitationId id) => new("organization-invitations/{id}/message", $"organization-invitations/{id}/message");

    public static LogtoRoute OrganizationInvitationStatus(InvitationId id) => new("organization-invitations/{id}/status", $"organization-invitations/{id}/status");

    public static LogtoRoute User(UserId id) => new("users/{userId}", $"users/{id}");

    public static LogtoRoute UserOrganizations(UserId id) => new("users/{userId}/organizations", $"users/{id}/organizations");

    public static LogtoRoute UserMfaVerifications(UserId id) => new("users/{userId}/mfa-verifications", $"users/{id}/mfa-verifications");

    public static LogtoRoute UserRoles(UserId id) => new("users/{userId}/roles", $"users/{id}/roles");

    public static LogtoRoute UserProfile(UserId id) => new("users/{userId}/profile", $"users/{id}/profile");

    public static LogtoRoute UserSessions(UserId id) => new("users/{userId}/sessions", $"users/{id}/sessions");

    public static LogtoRoute UserSession(UserId id, string session) => new("users/{userId}/sessions/{sessionId}", $"users/{id}/sessions/{Uri.EscapeDataString(session)}");

    public static LogtoRoute Application(string id) => new("applications/{id}", $"applications/{Uri.EscapeDataString(id)}");

    public static LogtoRoute ApplicationSecrets(string id) => new("applications/{id}/secrets", $"applications/{Uri.EscapeDataString(id)}/secrets");

    /// <exception cref="ArgumentException">A name that would lead up the path, to the application itself.</exception>
    public static LogtoRoute ApplicationSecret(string id, string name) => name is "." or ".."
        ? throw new ArgumentException("Leads elsewhere.", nameof(name))
        : new("applications/{id}/secrets/{name}", $"applications/{Uri.EscapeDataString(id)}/secrets/{Uri.EscapeDataString(name)}");

    public static LogtoRoute ApplicationOrganizations(string id) => new("applications/{id}/organizations", $"applications/{Uri.EscapeDataString(id)}/organizations");

    public static LogtoRoute ApplicationRoles(string id) => new("applications/{applicationId}/roles", $"applications/{Uri.EscapeDataString(id)}/roles");

    public static LogtoRoute ApplicationRole(string id, string role) =>
        new("applications/{applicationId}/roles/{roleId}", $"applications/{Uri.EscapeDataString(id)}/roles/{Uri.EscapeDataString(role)}");

    public static LogtoRoute RoleScopes(string id) => new("roles/{id}/scopes", $"roles/{Uri.EscapeDataString(id)}/scopes");

    public static LogtoRoute Role(string id) => new("roles/{id}", $"roles/{Uri.EscapeDataString(id)}");

    public static LogtoRoute Resource(string id) => new("resources/{id}", $"resources/{Uri.EscapeDataString(id)}");

    public static LogtoRoute ResourceScopes(string id) => new("resources/{resourceId}/scopes", $"resources/{Uri.EscapeDataString(id)}/scopes");

    public static LogtoRoute ResourceScope(string id, string scope) => new("resources/{resourceId}/scopes/{scopeId}", $"resources/{Uri.EscapeDataString(id)}/scopes/{Uri.EscapeDataString(scope)}");

    public static LogtoRoute OrganizationScope(string id) => new("organization-scopes/{id}", $"organization-scopes/{Uri.EscapeDataString(id)}");

    public static LogtoRoute OrganizationRole(OrganizationRoleId id) => new("organization-roles/{id}", $"organization-roles/{id}");

    public static LogtoRoute OrganizationRoleScopes(OrganizationRoleId id) => new("organization-roles/{id}/scopes", $"organization-roles/{id}/scopes");

    public static LogtoRoute OrganizationRoleResourceScopes(OrganizationRoleId id) => new("organization-roles/{id}/resource-scopes", $"organization-roles/{id}/resource-scopes");

    public static LogtoRoute Hook(string id) => new("hooks/{id}", $"hooks/{Uri.EscapeDataString(id)}");

    public static LogtoRoute Connector(string id) => new("connectors/{id}", $"connectors/{Uri.EscapeDataString(id)}");

    public static LogtoRoute SsoConnector(string id) => new("sso-connectors/{id}", $"sso-connectors/{Uri.EscapeDataString(id)}");

    public static LogtoRoute EmailTemplate(string id) => new("email-templates/{id}", $"email-templates/{Uri.EscapeDataString(id)}");

    /// <summary>Each path with its methods, as templates: what the emulator must serve and the contract must cover.</summary>
    public static IReadOnlyList<(string Method, string Template)> All { get; } =
    [
        ("GET", "organizations"),
        ("POST", "organizations"),
        ("GET", "organizations/{id}"),
        ("PATCH", "organizations/{id}"),
        ("DELETE", "organizations/{id}"),
        ("GET", "organizations/{id}/users"),
        ("POST", "organizations/{id}/users"),
        ("DELETE", "organizations/{id}/users/{userId}"),
        ("GET", "organizations/{id}/users/{userId}/roles"),
        ("POST", "organizations/{id}/users/{userId}/roles"),
        ("PUT", "organizations/{id}/users/{userId}/roles"),
        ("GET", "organizations/{id}/users/{userId}/scopes"),
        ("GET", "organizations/{id}/jit/email-domains"),
        ("POST", "organizations/{id}/jit/email-domains"),
        ("DELETE", "organizations/{id}/jit/email-domains/{emailDomain}"),
        ("GET", "organizations/{id}/jit/roles"),
        ("PUT", "organizations/{id}/jit/roles"),
        ("GET", "organization-roles"),
        ("GET", "organization-invitations"),
        ("POST", "organization-invitations"),
        ("GET", "organization-invitations/{id}"),
        ("DELETE", "organization-invitations/{id}"),
        ("POST", "organization-invitations/{id}/message"),
        ("PUT", "organization-invitations/{id}/status"),
        ("GET", "users"),
        ("GET", "users/{userId}"),
        ("GET", "users/{userId}/organizations"),
        ("GET", "users/{userId}/mfa-verifications"),
        ("GET", "connectors"),
        ("GET", "users/{userId}/roles"),
        ("PATCH", "users/{userId}"),
        ("PATCH", "users/{userId}/profile"),
        ("GET", "users/{userId}/sessions"),
        ("DELETE", "users/{userId}/sessions/{sessionId}"),
        ("GET", "sign-in-exp"),
        ("POST", "one-time-tokens"),
        ("GET", "applications"),
        ("GET", "applications/{id}"),
        ("GET", "applications/{id}/secrets"),
        ("GET", "applications/{applicationId}/roles"),
        ("GET", "roles"),
        ("GET", "roles/{id}/scopes"),
        ("GET", "resources"),
        ("GET", "organization-scopes"),
        ("GET", "hooks"),
        ("GET", "email-templates"),
        ("POST", "applications"),
        ("PATCH", "applications/{id}"),
        ("DELETE", "applications/{id}"),
        ("POST", "applications/{id}/secrets"),
        ("POST", "applications/{applicationId}/roles"),
        ("POST", "roles"),
        ("PATCH", "roles/{id}"),
        ("DELETE", "roles/{id}"),
        ("POST", "resources"),
        ("PATCH", "resources/{id}"),
        ("DELETE", "resources/{id}"),
        ("POST", "resources/{resourceId}/scopes"),
        ("PATCH", "resources/{resourceId}/scopes/{scopeId}"),
        ("DELETE", "resources/{resourceId}/scopes/{scopeId}"),
        ("POST", "organization-scopes"),
        ("PATCH", "organization-scopes/{id}"),
        ("DELETE", "organization-scopes/{id}"),
        ("POST", "organization-roles"),
        ("PATCH", "organization-roles/{id}"),
        ("DELETE", "organization-roles/{id}"),
        ("PUT", "organization-roles/{id}/scopes"),
        ("PUT", "organization-roles/{id}/resource-scopes"),
        ("POST", "hooks"),
        ("PATCH", "hooks/{id}"),
        ("DELETE", "hooks/{id}"),
        ("POST", "connectors"),
        ("PATCH", "connectors/{id}"),
        ("PUT", "email-templates"),
        ("DELETE", "email-templates/{id}"),
        ("PATCH", "sign-in-exp"),
        ("GET", "organizations/{id}/applications"),
        ("POST", "organizations/{id}/applications"),
        ("DELETE", "organizations/{id}/applications/{applicationId}"),
        ("GET", "organizations/{id}/applications/{applicationId}/roles"),
        ("POST", "organizations/{id}/applications/{applicationId}/roles"),
        ("PUT", "organizations/{id}/applications/{applicationId}/roles"),
        ("DELETE", "applications/{applicationId}/roles/{roleId}"),
        ("GET", "applications/{id}/organizations"),
        ("DELETE", "applications/{id}/secrets/{name}"),
        ("GET", "logs"),
        ("GET", "organizations/{id}/jit/sso-connectors"),
        ("POST", "organizations/{id}/jit/sso-connectors"),
        ("DELETE", "organizations/{id}/jit/sso-connectors/{ssoConnectorId}"),
        ("GET", "sso-connectors"),
        ("POST", "sso-connectors"),
        ("GET", "sso-connectors/{id}"),
        ("PATCH", "sso-connectors/{id}"),
        ("DELETE", "sso-connectors/{id}"),
        ("GET", "user-assets/service-status"),
        ("POST", "user-assets"),
    ];
}
