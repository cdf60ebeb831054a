namespace OrgPortal.LogtoEmulator.State;

/// <summary>The seed for development and tests: Acme with alice and bob, and three people who belong nowhere yet.</summary>
internal static class DefaultSeed
{
    public const string PortalUrl = "http://localhost:5080";

    public const string WebClientId = "orgportal-web-dev";
    public const string WebClientSecret = "orgportal-web-dev-secret";
    public const string ManagementClientId = "orgportal-m2m-dev";
    public const string ManagementClientSecret = "orgportal-m2m-dev-secret";

    public const string BrowserClientId = "orgportal-spa-dev";
    public const string ApiResource = "https://portal.example/api";
    public const string OperatorRole = "OrgPortal operator";
    public const string WebhookSigningKey = "orgportal-webhook-dev-key";

    /// <summary>Where pages of a developer's own stand: Vite's port, and that of the simplest file servers.</summary>
    private static readonly string[] BrowserOrigins = ["http://localhost:5173", "http://localhost:8000"];

    private static readonly SeedScope[] Scopes =
    [
        new("read:member", "See members and invitations"),
        new("invite:member", "Invite people"),
        new("manage:member", "Change the roles of members"),
        new("delete:member", "Remove members"),
        new("manage:organization", "Rename and describe the organization"),
        new("delete:organization", "Delete the organization"),
        new("manage:security", "Change sign-in security and domains"),
        new("manage:application", "Manage machine applications"),
        new("read:audit", "Read the audit trail"),
    ];

    /// <param name="portalUrls">Base addresses of portals that may sign people in, besides <see cref="PortalUrl"/>.</param>
    public static SeedDocument Create(params IEnumerable<string> portalUrls) => new()
    {
        OrganizationScopes = Scopes,
        OrganizationRoles =
        [
            new("admin", "Administers the organization", RoleType.User, [.. Scopes.Select(scope => scope.Name)]),
            new("member", "Belongs to the organization", RoleType.User, ["read:member"]),
            new("service", "A machine working for the organization", RoleType.MachineToMachine, ["read:member"]),
        ],
        Users = [Person("alice"), Person("bob"), Person("carol"), Person("dave"), Person("erin")],
        Roles = [new(OperatorRole, "Sees whether the portal and its Logto fit together", ["alice"])],
        Organizations =
        [
            new("Acme", "A company that makes everything", [new("alice", ["admin"]), new("bob", ["member"])]),
        ],
        Applications =
        [
            new(WebClientId, "OrgPortal", ApplicationType.Traditional, WebClientSecret)
            {
                PortalUrls = [.. portalUrls.Prepend(PortalUrl).Distinct()],
            },
            new(ManagementClientId, "OrgPortal server", ApplicationType.MachineToMachine, ManagementClientSecret)
            {
                HasManagementApiAccess = true,
            },
            new(BrowserClientId, "A product in the browser", ApplicationType.SPA)
            {
                RedirectUris = [.. BrowserOrigins.SelectMany(origin => new[] { origin, origin + "/", origin + "/callback" })],
                PostLogoutRedirectUris = [.. BrowserOrigins.SelectMany(origin => new[] { origin, origin + "/" })],
            },
        ],
        Resources = [new("OrgPortal API", ApiResource)],
        // As tenant.yaml has it: nobody is asked for a second factor but members of an organization that requires one.
        SignInExperience = StateJson.Parse("""{ "mfa": { "factors": ["Totp", "WebAuthn", "BackupCode"], "policy": "NoPrompt", "organizationRequiredMfaPolicy": "Mandatory" } }"""),
    };

    private static SeedUser Person(string username)
    {
        var name = char.ToUpperInvariant(username[0]) + username[1..];
        return new SeedUser(username, $"{username}@example.com", name, $"{name}-Passw0rd-2026");
    }
}
