namespace OrgPortal.Web.Logto;

/// <summary>Every path of Logto's Management API that the portal calls.</summary>
internal static class LogtoRoutes
{
    public static LogtoRoute Organizations => "organizations";

    public static LogtoRoute OrganizationRoles => "organization-roles";

    public static LogtoRoute OrganizationInvitations => "organization-invitations";

    public static LogtoRoute SignInExperience => "sign-in-exp";

    public static LogtoRoute Connectors => "connectors";

    public static LogtoRoute Organization(OrganizationId id) => new("organizations/{id}", $"organizations/{id}");

    public static LogtoRoute Members(OrganizationId id) => new("organizations/{id}/users", $"organizations/{id}/users");

    public static LogtoRoute Member(OrganizationId id, UserId user) => new("organizations/{id}/users/{userId}", $"organizations/{id}/users/{user}");

    public static LogtoRoute MemberRoles(OrganizationId id, UserId user) => new("organizations/{id}/users/{userId}/roles", $"organizations/{id}/users/{user}/roles");

    public static LogtoRoute MemberScopes(OrganizationId id, UserId user) => new("organizations/{id}/users/{userId}/scopes", $"organizations/{id}/users/{user}/scopes");

    public static LogtoRoute OrganizationInvitation(InvitationId id) => new("organization-invitations/{id}", $"organization-invitations/{id}");

    public static LogtoRoute OrganizationInvitationMessage(InvitationId id) => new("organization-invitations/{id}/message", $"organization-invitations/{id}/message");

    public static LogtoRoute OrganizationInvitationStatus(InvitationId id) => new("organization-invitations/{id}/status", $"organization-invitations/{id}/status");

    public static LogtoRoute User(UserId id) => new("users/{userId}", $"users/{id}");

    public static LogtoRoute UserOrganizations(UserId id) => new("users/{userId}/organizations", $"users/{id}/organizations");

    public static LogtoRoute UserMfaVerifications(UserId id) => new("users/{userId}/mfa-verifications", $"users/{id}/mfa-verifications");

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
        ("GET", "organization-roles"),
        ("GET", "organization-invitations"),
        ("POST", "organization-invitations"),
        ("GET", "organization-invitations/{id}"),
        ("DELETE", "organization-invitations/{id}"),
        ("POST", "organization-invitations/{id}/message"),
        ("PUT", "organization-invitations/{id}/status"),
        ("GET", "users/{userId}"),
        ("GET", "users/{userId}/organizations"),
        ("GET", "users/{userId}/mfa-verifications"),
        ("GET", "connectors"),
        ("GET", "sign-in-exp"),
    ];
}
