using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Logto.Wire;

/// <summary>Every method of every client.</summary>
internal static class LogtoCallBook
{
    public const string Acme = "acme12345678";
    public const string Bob = "bob123456789";
    public const string Role = "role00000000000000001";
    public const string Invitation = "invitation00000000001";

    private const string RoleName = $$"""{"id":"{{Role}}","name":"admin"}""";

    private const string OrganizationAnswer =
        $$"""{"tenantId":"default","id":"{{Acme}}","name":"Acme","description":null,"customData":{},"isMfaRequired":false,"color":{},"branding":{},"customCss":null,"createdAt":1700000000000}""";

    private const string CountedOrganizationAnswer =
        $$"""{"tenantId":"default","id":"{{Acme}}","name":"Acme","description":null,"customData":{},"isMfaRequired":false,"color":{},"branding":{},"customCss":null,"createdAt":1700000000000,"usersCount":2,"featuredUsers":[{"id":"{{Bob}}","avatar":null,"name":"Bob"}]}""";

    private const string MemberAnswer =
        $$"""{"id":"{{Bob}}","username":"bob","primaryEmail":"bob@example.com","primaryPhone":null,"name":"Bob","avatar":null,"customData":{},"identities":{},"lastSignInAt":1700000000000,"isSuspended":false,"organizationRoles":[{{RoleName}}]}""";

    private const string InvitationAnswer =
        $$"""{"tenantId":"default","id":"{{Invitation}}","inviterId":"{{Bob}}","invitee":"erin@example.com","acceptedUserId":null,"organizationId":"{{Acme}}","status":"Pending","createdAt":1700000000000,"updatedAt":1700000000000,"expiresAt":1700000001000,"organizationRoles":[{{RoleName}}]}""";

    private const string ApplicationAnswer =
        """{"tenantId":"default","id":"app1","name":"Portal","description":null,"type":"Traditional","oidcClientMetadata":{"redirectUris":[],"postLogoutRedirectUris":[],"logoUri":"https://a.example"},"customClientMetadata":{"idTokenTtl":60},"isThirdParty":false}""";

    private const string HookAnswer =
        """{"id":"h1","name":"Portal","event":null,"events":["User.Deleted"],"config":{"url":"https://portal.example/webhooks/logto"},"signingKey":"key","enabled":true,"createdAt":1700000000000}""";

    private const string ConnectorAnswer = """{"id":"c1","connectorId":"simple-mail-transfer-protocol","type":"Email","config":{"auth":{"pass":"secret"}},"metadata":{},"syncProfile":false}""";

    private const string SsoConnectorAnswer =
        """{"tenantId":"default","id":"sso1","providerName":"OIDC","connectorName":"Acme","config":{"issuer":"https://idp.example","clientId":"logto","clientSecret":"secret"},"domains":["acme.example"],"branding":{},"syncProfile":false,"createdAt":1700000000000}""";

    private const string GlobalRoleAnswer = """{"tenantId":"default","id":"r1","name":"Machines","description":"For machines","type":"MachineToMachine","isDefault":false}""";

    private static readonly OrganizationId AcmeId = OrganizationId.Parse(Acme);
    private static readonly UserId BobId = UserId.Parse(Bob);
    private static readonly OrganizationRoleId RoleId = OrganizationRoleId.Parse(Role);
    private static readonly InvitationId Invited = InvitationId.Parse(Invitation);

    public static IReadOnlyList<LogtoCall> All { get; } =
    [
        Of<IOrganizationsClient>(nameof(IOrganizationsClient.ListAsync), client => client.ListAsync(new PageRequest(2, 50), "50%_ & co"),
            "GET", "organizations?q=50%20%26%20co&page=2&page_size=50", "organizations", null, $"[{OrganizationAnswer}]"),
        Of<IOrganizationsClient>(nameof(IOrganizationsClient.ListCountedAsync), client => client.ListCountedAsync(new PageRequest(2, 50), "50%_ & co"),
            "GET", "organizations?q=50%20%26%20co&showFeatured=1&page=2&page_size=50", "organizations", null, $"[{CountedOrganizationAnswer}]"),
        Of<IOrganizationsClient>(nameof(IOrganizationsClient.GetAsync), client => client.GetAsync(AcmeId),
            "GET", $"organizations/{Acme}", "organizations/{id}", null, OrganizationAnswer),
        Of<IOrganizationsClient>(nameof(IOrganizationsClient.CreateAsync), client => client.CreateAsync(new NewOrganization("Acme", null, new JsonObject { ["mark"] = 1 })),
            "POST", "organizations", "organizations", """{"name":"Acme","customData":{"mark":1}}""", OrganizationAnswer),
        Of<IOrganizationsClient>(nameof(IOrganizationsClient.UpdateAsync), client => client.UpdateAsync(AcmeId, new OrganizationChange("Acme", "", new("https://acme.example/logo.png"), new("#123456", true), CustomData: new() { ["plan"] = "gold" })),
            "PATCH", $"organizations/{Acme}", "organizations/{id}",
            """{"name":"Acme","description":null,"branding":{"logoUrl":"https://acme.example/logo.png"},"color":{"primaryColor":"#123456","isDarkModeEnabled":true},"customData":{"plan":"gold"}}""", OrganizationAnswer),
        Of<IOrganizationsClient>(nameof(IOrganizationsClient.DeleteAsync), client => client.DeleteAsync(AcmeId),
            "DELETE", $"organizations/{Acme}", "organizations/{id}", null, null),

        Of<IOrganizationMembersClient>(nameof(IOrganizationMembersClient.ListAsync), client => client.ListAsync(AcmeId, new PageRequest(1, 20), "bob", RoleId),
            "GET", $"organizations/{Acme}/users?q=bob&organizationRoleId={Role}&page=1&page_size=20", "organizations/{id}/users", null, $"[{MemberAnswer}]"),
        Of<IOrganizationMembersClient>(nameof(IOrganizationMembersClient.AddAsync), client => client.AddAsync(AcmeId, [BobId]),
            "POST", $"organizations/{Acme}/users", "organizations/{id}/users", $$"""{"userIds":["{{Bob}}"]}""", null),
        Of<IOrganizationMembersClient>(nameof(IOrganizationMembersClient.RemoveAsync), client => client.RemoveAsync(AcmeId, BobId),
            "DELETE", $"organizations/{Acme}/users/{Bob}", "organizations/{id}/users/{userId}", null, null),
        Of<IOrganizationMembersClient>(nameof(IOrganizationMembersClient.ListRolesAsync), client => client.ListRolesAsync(AcmeId, BobId),
            "GET", $"organizations/{Acme}/users/{Bob}/roles", "organizations/{id}/users/{userId}/roles", null, $$"""[{"tenantId":"default","id":"{{Role}}","name":"admin","description":null,"type":"User"}]"""),
        Of<IOrganizationMembersClient>(nameof(IOrganizationMembersClient.AddRolesAsync), client => client.AddRolesAsync(AcmeId, BobId, [RoleId]),
            "POST", $"organizations/{Acme}/users/{Bob}/roles", "organizations/{id}/users/{userId}/roles", $$"""{"organizationRoleIds":["{{Role}}"]}""", null),
        Of<IOrganizationMembersClient>(nameof(IOrganizationMembersClient.ReplaceRolesAsync), client => client.ReplaceRolesAsync(AcmeId, BobId, []),
            "PUT", $"organizations/{Acme}/users/{Bob}/roles", "organizations/{id}/users/{userId}/roles", """{"organizationRoleIds":[]}""", null),
        Of<IOrganizationMembersClient>(nameof(IOrganizationMembersClient.ListScopesAsync), client => client.ListScopesAsync(AcmeId, BobId),
            "GET", $"organizations/{Acme}/users/{Bob}/scopes", "organizations/{id}/users/{userId}/scopes", null, """[{"tenantId":"default","id":"s1","name":"read:member","description":null}]"""),

        Of<IOrganizationInvitationsClient>(nameof(IOrganizationInvitationsClient.ListByOrganizationAsync), client => client.ListByOrganizationAsync(AcmeId),
            "GET", $"organization-invitations?organizationId={Acme}", "organization-invitations", null, $"[{InvitationAnswer}]"),
        Of<IOrganizationInvitationsClient>(nameof(IOrganizationInvitationsClient.ListByInviteeAsync), client => client.ListByInviteeAsync("erin+x&y=z@example.com"),
            "GET", "organization-invitations?invitee=erin%2Bx%26y%3Dz%40example.com", "organization-invitations", null, $"[{InvitationAnswer}]"),
        Of<IOrganizationInvitationsClient>(nameof(IOrganizationInvitationsClient.GetAsync), client => client.GetAsync(Invited),
            "GET", $"organization-invitations/{Invitation}", "organization-invitations/{id}", null, InvitationAnswer),
        Of<IOrganizationInvitationsClient>(nameof(IOrganizationInvitationsClient.CreateAsync),
            client => client.CreateAsync(new NewInvitation(AcmeId, "erin@example.com", BobId, [RoleId], DateTimeOffset.FromUnixTimeMilliseconds(1700000001000))),
            "POST", "organization-invitations", "organization-invitations",
            $$"""{"organizationId":"{{Acme}}","invitee":"erin@example.com","inviterId":"{{Bob}}","organizationRoleIds":["{{Role}}"],"expiresAt":1700000001000}""", InvitationAnswer),
        Of<IOrganizationInvitationsClient>(nameof(IOrganizationInvitationsClient.SendMessageAsync), client => client.SendMessageAsync(Invited, new InvitationMessage("https://portal.example/i/t")),
            "POST", $"organization-invitations/{Invitation}/message", "organization-invitations/{id}/message", """{"link":"https://portal.example/i/t","note":""}""", null),
        Of<IOrganizationInvitationsClient>(nameof(IOrganizationInvitationsClient.AcceptAsync), client => client.AcceptAsync(Invited, BobId),
            "PUT", $"organization-invitations/{Invitation}/status", "organization-invitations/{id}/status", $$"""{"status":"Accepted","acceptedUserId":"{{Bob}}"}""", InvitationAnswer),
        Of<IOrganizationInvitationsClient>(nameof(IOrganizationInvitationsClient.RevokeAsync), client => client.RevokeAsync(Invited),
            "PUT", $"organization-invitations/{Invitation}/status", "organization-invitations/{id}/status", """{"status":"Revoked"}""", InvitationAnswer),
        Of<IOrganizationInvitationsClient>(nameof(IOrganizationInvitationsClient.DeleteAsync), client => client.DeleteAsync(Invited),
            "DELETE", $"organization-invitations/{Invitation}", "organization-invitations/{id}", null, null),

        Of<IOrganizationRolesClient>(nameof(IOrganizationRolesClient.ListAsync), client => client.ListAsync(),
            "GET", "organization-roles?page=1&page_size=100", "organization-roles", null,
            $$$"""[{"tenantId":"default","id":"{{{Role}}}","name":"admin","description":null,"type":"User","scopes":[{"id":"s1","name":"read:member"}],"resourceScopes":[{"id":"r1","name":"read","resource":{"id":"a1","name":"API"}}]}]"""),
        Of<IOrganizationJustInTimeClient>(nameof(IOrganizationJustInTimeClient.ListDomainsAsync), client => client.ListDomainsAsync(AcmeId),
            "GET", $"organizations/{Acme}/jit/email-domains", "organizations/{id}/jit/email-domains", null, $$"""[{"tenantId":"default","organizationId":"{{Acme}}","emailDomain":"acme.example"}]"""),
        Of<IOrganizationJustInTimeClient>(nameof(IOrganizationJustInTimeClient.AddDomainAsync), client => client.AddDomainAsync(AcmeId, "acme.example"),
            "POST", $"organizations/{Acme}/jit/email-domains", "organizations/{id}/jit/email-domains", """{"emailDomain":"acme.example"}""", null),
        Of<IOrganizationJustInTimeClient>(nameof(IOrganizationJustInTimeClient.RemoveDomainAsync), client => client.RemoveDomainAsync(AcmeId, "acme.example"),
            "DELETE", $"organizations/{Acme}/jit/email-domains/acme.example", "organizations/{id}/jit/email-domains/{emailDomain}", null, null),
        Of<IOrganizationJustInTimeClient>(nameof(IOrganizationJustInTimeClient.ListRolesAsync), client => client.ListRolesAsync(AcmeId),
            "GET", $"organizations/{Acme}/jit/roles", "organizations/{id}/jit/roles", null, $$"""[{"tenantId":"default","id":"{{Role}}","name":"admin","description":null,"type":"User"}]"""),
        Of<IOrganizationJustInTimeClient>(nameof(IOrganizationJustInTimeClient.ReplaceRolesAsync), client => client.ReplaceRolesAsync(AcmeId, [RoleId]),
            "PUT", $"organizations/{Acme}/jit/roles", "organizations/{id}/jit/roles", $$"""{"organizationRoleIds":["{{Role}}"]}""", null),
        Of<IOrganizationJustInTimeClient>(nameof(IOrganizationJustInTimeClient.ListSsoConnectorsAsync), client => client.ListSsoConnectorsAsync(AcmeId),
            "GET", $"organizations/{Acme}/jit/sso-connectors", "organizations/{id}/jit/sso-connectors", null, $"[{SsoConnectorAnswer}]"),
        Of<IOrganizationJustInTimeClient>(nameof(IOrganizationJustInTimeClient.AddSsoConnectorAsync), client => client.AddSsoConnectorAsync(AcmeId, "sso1"),
            "POST", $"organizations/{Acme}/jit/sso-connectors", "organizations/{id}/jit/sso-connectors", """{"ssoConnectorIds":["sso1"]}""", null),
        Of<IOrganizationJustInTimeClient>(nameof(IOrganizationJustInTimeClient.RemoveSsoConnectorAsync), client => client.RemoveSsoConnectorAsync(AcmeId, "sso/1"),
            "DELETE", $"organizations/{Acme}/jit/sso-connectors/sso%2F1", "organizations/{id}/jit/sso-connectors/{ssoConnectorId}", null, null),
        Of<ISsoConnectorsClient>(nameof(ISsoConnectorsClient.ListAsync), client => client.ListAsync(),
            "GET", "sso-connectors", "sso-connectors", null, $"[{SsoConnectorAnswer}]"),
        Of<ISsoConnectorsClient>(nameof(ISsoConnectorsClient.CreateAsync), client => client.CreateAsync(new NewSsoConnector("OIDC", "Acme")),
            "POST", "sso-connectors", "sso-connectors", """{"providerName":"OIDC","connectorName":"Acme"}""", SsoConnectorAnswer),
        Of<ISsoConnectorsClient>(nameof(ISsoConnectorsClient.ReadConfigAsync), client => client.ReadConfigAsync("sso/1"),
            "GET", "sso-connectors/sso%2F1", "sso-connectors/{id}", null, SsoConnectorAnswer),
        Of<ISsoConnectorsClient>(nameof(ISsoConnectorsClient.ConfigureOidcAsync), client => client.ConfigureOidcAsync("sso1", new KeptSsoConfig(new JsonObject { ["scope"] = "groups", ["clientSecret"] = "secret" }), new OidcConnectorSettings("https://idp.example", "logto", null), ["acme.example"]),
            "PATCH", "sso-connectors/sso1", "sso-connectors/{id}",
            """{"config":{"scope":"groups","clientSecret":"secret","issuer":"https://idp.example","clientId":"logto"},"domains":["acme.example"]}""", SsoConnectorAnswer),
        Of<ISsoConnectorsClient>(nameof(ISsoConnectorsClient.ConfigureSamlAsync), client => client.ConfigureSamlAsync("sso1", new SamlConnectorSettings("https://idp.example", "https://idp.example/sso", "MII="), []),
            "PATCH", "sso-connectors/sso1", "sso-connectors/{id}",
            """{"config":{"entityId":"https://idp.example","signInEndpoint":"https://idp.example/sso","x509Certificate":"MII="},"domains":[]}""", SsoConnectorAnswer),
        Of<ISsoConnectorsClient>(nameof(ISsoConnectorsClient.SetDomainsAsync), client => client.SetDomainsAsync("sso/1", "Acme", ["acme.example"]),
            "PATCH", "sso-connectors/sso%2F1", "sso-connectors/{id}", """{"connectorName":"Acme","domains":["acme.example"]}""", null),
        Of<ISsoConnectorsClient>(nameof(ISsoConnectorsClient.DeleteAsync), client => client.DeleteAsync("sso1"),
            "DELETE", "sso-connectors/sso1", "sso-connectors/{id}", null, null),
        Of<IUsersClient>(nameof(IUsersClient.ListSsoConnectorsAsync), client => client.ListSsoConnectorsAsync(BobId),
            "GET", $"users/{Bob}?includeSsoIdentities=true", "users/{userId}", null, $$$"""{"id":"{{{Bob}}}","ssoIdentities":[{"id":"i1","issuer":"https://idp.example","identityId":"bob","detail":{},"ssoConnectorId":"sso1"}]}"""),
        Of<IUsersClient>(nameof(IUsersClient.GetAsync), client => client.GetAsync(BobId),
            "GET", $"users/{Bob}", "users/{userId}", null, MemberAnswer),
        Of<IUsersClient>(nameof(IUsersClient.HasAddressAsync), client => client.HasAddressAsync("bob+x@example.com"),
            "GET", "users?search.primaryEmail=bob%2Bx%40example.com&mode.primaryEmail=exact&page=1&page_size=1", "users", null, $"[{MemberAnswer}]"),
        Of<IUsersClient>(nameof(IUsersClient.ListOrganizationsAsync), client => client.ListOrganizationsAsync(BobId),
            "GET", $"users/{Bob}/organizations", "users/{userId}/organizations", null, $$"""[{"id":"{{Acme}}","name":"Acme","description":null,"branding":{},"organizationRoles":[{{RoleName}}]}]"""),
        Of<IUsersClient>(nameof(IUsersClient.ListSecondFactorsAsync), client => client.ListSecondFactorsAsync(BobId),
            "GET", $"users/{Bob}/mfa-verifications", "users/{userId}/mfa-verifications", null, """[{"id":"m1","createdAt":"2026-11-01T00:00:00.000Z","type":"Totp"},{"id":"m2","createdAt":"2026-11-01T00:00:00.000Z","type":"WebAuthn","agent":"Browser"}]"""),
        Of<IUsersClient>(nameof(IUsersClient.ListRolesAsync), client => client.ListRolesAsync(BobId),
            "GET", $"users/{Bob}/roles", "users/{userId}/roles", null, $"[{GlobalRoleAnswer}]"),
        Of<IUsersClient>(nameof(IUsersClient.UpdateAsync), client => client.UpdateAsync(BobId, new UserChange("Bob", "")),
            "PATCH", $"users/{Bob}", "users/{userId}", """{"name":"Bob","avatar":null}""", MemberAnswer),
        Of<IUsersClient>(nameof(IUsersClient.SetLocaleAsync), client => client.SetLocaleAsync(BobId, "zh-CN"),
            "PATCH", $"users/{Bob}/profile", "users/{userId}/profile", """{"profile":{"locale":"zh-CN"}}""", null),
        Of<IUsersClient>(nameof(IUsersClient.ListSessionsAsync), client => client.ListSessionsAsync(BobId),
            "GET", $"users/{Bob}/sessions", "users/{userId}/sessions", null, $$$$"""{"sessions":[{"payload":{"uid":"s1","loginTs":1700000000,"accountId":"{{{{Bob}}}}","authorizations":{"app1":{"sid":"sid1","grantId":"g1"}}},"expiresAt":1700000001000}]}"""),
        Of<IUsersClient>(nameof(IUsersClient.EndSessionAsync), client => client.EndSessionAsync(BobId, "s/1"),
            "DELETE", $"users/{Bob}/sessions/s%2F1?revokeGrantsTarget=firstParty", "users/{userId}/sessions/{sessionId}", null, null),
        Of<IOneTimeTokensClient>(nameof(IOneTimeTokensClient.CreateAsync), client => client.CreateAsync(new NewOneTimeToken("erin@example.com", 600)),
            "POST", "one-time-tokens", "one-time-tokens", """{"email":"erin@example.com","expiresIn":600}""", """{"tenantId":"default","id":"t1","email":"erin@example.com","token":"abc","context":{},"status":"active","createdAt":1700000000000,"expiresAt":1700000600000}"""),
        Of<ISignInExperienceClient>(nameof(ISignInExperienceClient.GetAsync), client => client.GetAsync(),
            "GET", "sign-in-exp", "sign-in-exp", null, """{"tenantId":"default","signUp":{"identifiers":["email"],"password":true,"verify":true}}"""),
        Of<IConnectorsClient>(nameof(IConnectorsClient.ListAsync), client => client.ListAsync(),
            "GET", "connectors", "connectors", null, """[{"id":"c1","connectorId":"simple-mail-transfer-protocol","type":"Email","config":{"auth":{"pass":"secret"}},"metadata":{},"syncProfile":false}]"""),

        Of<IApplicationsClient>(nameof(IApplicationsClient.ListAsync), client => client.ListAsync(),
            "GET", "applications", "applications", null, $"[{ApplicationAnswer}]"),
        Of<IApplicationsClient>(nameof(IApplicationsClient.GetAsync), client => client.GetAsync("app/1"),
            "GET", "applications/app%2F1", "applications/{id}", null, ApplicationAnswer),
        Of<IApplicationsClient>(nameof(IApplicationsClient.ListSecretsAsync), client => client.ListSecretsAsync("app1"),
            "GET", "applications/app1/secrets", "applications/{id}/secrets", null, """[{"tenantId":"default","applicationId":"app1","name":"Default secret","value":"secret","createdAt":1700000000000,"expiresAt":null}]"""),
        Of<IApplicationsClient>(nameof(IApplicationsClient.ListRolesAsync), client => client.ListRolesAsync("app1"),
            "GET", "applications/app1/roles?page=1&page_size=100", "applications/{applicationId}/roles", null, $"[{GlobalRoleAnswer}]"),
        Of<IRolesClient>(nameof(IRolesClient.ListAsync), client => client.ListAsync(),
            "GET", "roles?page=1&page_size=100", "roles", null, $"[{GlobalRoleAnswer}]"),
        Of<IRolesClient>(nameof(IRolesClient.ListScopesAsync), client => client.ListScopesAsync("r1"),
            "GET", "roles/r1/scopes", "roles/{id}/scopes", null, """[{"id":"s1","name":"all","resourceId":"a1","resource":{"id":"a1","name":"API","indicator":"https://api.example"}}]"""),
        Of<IApiResourcesClient>(nameof(IApiResourcesClient.ListAsync), client => client.ListAsync(),
            "GET", "resources?includeScopes=true", "resources", null, """[{"id":"a1","name":"API","indicator":"https://api.example","isDefault":false,"accessTokenTtl":3600,"scopes":[{"id":"s1","name":"read","description":null}]}]"""),
        Of<IOrganizationTemplateClient>(nameof(IOrganizationTemplateClient.ListScopesAsync), client => client.ListScopesAsync(),
            "GET", "organization-scopes", "organization-scopes", null, """[{"id":"s1","name":"read:member","description":null}]"""),
        Of<IHooksClient>(nameof(IHooksClient.ListAsync), client => client.ListAsync(),
            "GET", "hooks", "hooks", null, $"[{HookAnswer}]"),
        Of<IEmailTemplatesClient>(nameof(IEmailTemplatesClient.ListAsync), client => client.ListAsync(),
            "GET", "email-templates", "email-templates", null, """[{"id":"e1","languageTag":"en","templateType":"OrganizationInvitation","details":{"subject":"Come","content":"{{link}}"},"createdAt":1700000000000}]"""),

        Of<IApplicationsClient>(nameof(IApplicationsClient.CreateAsync), client => client.CreateAsync(new NewApplication("Portal", "Traditional", null, new OidcClientMetadata(["https://a.example"], []), null, new JsonObject { ["a"] = 1 })),
            "POST", "applications", "applications", """{"name":"Portal","type":"Traditional","oidcClientMetadata":{"redirectUris":["https://a.example"],"postLogoutRedirectUris":[]},"customData":{"a":1}}""", ApplicationAnswer),
        Of<IApplicationsClient>(nameof(IApplicationsClient.UpdateAsync), client => client.UpdateAsync("app1", new ApplicationChange("", null, new CustomClientMetadata(null, 14))),
            "PATCH", "applications/app1", "applications/{id}", """{"description":null,"customClientMetadata":{"refreshTokenTtlInDays":14}}""", ApplicationAnswer),
        Of<IApplicationsClient>(nameof(IApplicationsClient.DeleteAsync), client => client.DeleteAsync("app1"),
            "DELETE", "applications/app1", "applications/{id}", null, null),
        Of<IApplicationsClient>(nameof(IApplicationsClient.CreateSecretAsync), client => client.CreateSecretAsync("app1", "Portal"),
            "POST", "applications/app1/secrets", "applications/{id}/secrets", """{"name":"Portal"}""", """{"tenantId":"default","applicationId":"app1","name":"Portal","value":"secret","createdAt":1700000000000,"expiresAt":null}"""),
        Of<IApplicationsClient>(nameof(IApplicationsClient.AddRolesAsync), client => client.AddRolesAsync("app1", ["r1"]),
            "POST", "applications/app1/roles", "applications/{applicationId}/roles", """{"roleIds":["r1"]}""", null),
        Of<IApplicationsClient>(nameof(IApplicationsClient.RemoveRoleAsync), client => client.RemoveRoleAsync("app1", "r/1"),
            "DELETE", "applications/app1/roles/r%2F1", "applications/{applicationId}/roles/{roleId}", null, null),
        Of<IApplicationsClient>(nameof(IApplicationsClient.DeleteSecretAsync), client => client.DeleteSecretAsync("app1", "Spring & more"),
            "DELETE", "applications/app1/secrets/Spring%20%26%20more", "applications/{id}/secrets/{name}", null, null),
        Of<IApplicationsClient>(nameof(IApplicationsClient.ListOrganizationsAsync), client => client.ListOrganizationsAsync("app1"),
            "GET", "applications/app1/organizations", "applications/{id}/organizations", null, $"[{OrganizationAnswer}]"),
        Of<IOrganizationApplicationsClient>(nameof(IOrganizationApplicationsClient.ListAsync), client => client.ListAsync(AcmeId, new PageRequest(1, 100)),
            "GET", $"organizations/{Acme}/applications?page=1&page_size=100", "organizations/{id}/applications", null, $$"""[{"tenantId":"default","id":"app1","name":"Export","description":null,"type":"MachineToMachine","organizationRoles":[{{RoleName}}]}]"""),
        Of<IOrganizationApplicationsClient>(nameof(IOrganizationApplicationsClient.AddAsync), client => client.AddAsync(AcmeId, "app1"),
            "POST", $"organizations/{Acme}/applications", "organizations/{id}/applications", """{"applicationIds":["app1"]}""", null),
        Of<IOrganizationApplicationsClient>(nameof(IOrganizationApplicationsClient.RemoveAsync), client => client.RemoveAsync(AcmeId, "app1"),
            "DELETE", $"organizations/{Acme}/applications/app1", "organizations/{id}/applications/{applicationId}", null, null),
        Of<IOrganizationApplicationsClient>(nameof(IOrganizationApplicationsClient.ListRolesAsync), client => client.ListRolesAsync(AcmeId, "app1"),
            "GET", $"organizations/{Acme}/applications/app1/roles", "organizations/{id}/applications/{applicationId}/roles", null, $"[{RoleName}]"),
        Of<IOrganizationApplicationsClient>(nameof(IOrganizationApplicationsClient.AddRolesAsync), client => client.AddRolesAsync(AcmeId, "app1", [RoleId]),
            "POST", $"organizations/{Acme}/applications/app1/roles", "organizations/{id}/applications/{applicationId}/roles", $$"""{"organizationRoleIds":["{{Role}}"]}""", null),
        Of<IOrganizationApplicationsClient>(nameof(IOrganizationApplicationsClient.ReplaceRolesAsync), client => client.ReplaceRolesAsync(AcmeId, "app1", [RoleId]),
            "PUT", $"organizations/{Acme}/applications/app1/roles", "organizations/{id}/applications/{applicationId}/roles", $$"""{"organizationRoleIds":["{{Role}}"]}""", null),
        Of<ILogsClient>(nameof(ILogsClient.ListLatestAsync), client => client.ListLatestAsync("app1", LogKeys.MachineToken),
            "GET", "logs?applicationId=app1&logKey=ExchangeTokenBy.ClientCredentials&enableCap=true&page=1&page_size=10", "logs", null, """[{"tenantId":"default","id":"l1","key":"ExchangeTokenBy.ClientCredentials","payload":{"key":"ExchangeTokenBy.ClientCredentials","result":"Success","applicationId":"app1"},"createdAt":1700000000000}]"""),
        Of<IRolesClient>(nameof(IRolesClient.CreateAsync), client => client.CreateAsync(new NewRole("Machines", "For machines", "MachineToMachine")),
            "POST", "roles", "roles", """{"name":"Machines","description":"For machines","type":"MachineToMachine"}""", GlobalRoleAnswer),
        Of<IRolesClient>(nameof(IRolesClient.DescribeAsync), client => client.DescribeAsync("r1", "For machines"),
            "PATCH", "roles/r1", "roles/{id}", """{"description":"For machines"}""", GlobalRoleAnswer),
        Of<IRolesClient>(nameof(IRolesClient.DeleteAsync), client => client.DeleteAsync("r1"),
            "DELETE", "roles/r1", "roles/{id}", null, null),
        Of<IApiResourcesClient>(nameof(IApiResourcesClient.CreateAsync), client => client.CreateAsync(new NewApiResource("API", "https://api.example")),
            "POST", "resources", "resources", """{"name":"API","indicator":"https://api.example"}""", """{"id":"a1","name":"API","indicator":"https://api.example","isDefault":false,"accessTokenTtl":3600,"scopes":[]}"""),
        Of<IApiResourcesClient>(nameof(IApiResourcesClient.UpdateAsync), client => client.UpdateAsync("a1", new ApiResourceChange(null, 60)),
            "PATCH", "resources/a1", "resources/{id}", """{"accessTokenTtl":60}""", null),
        Of<IApiResourcesClient>(nameof(IApiResourcesClient.DeleteAsync), client => client.DeleteAsync("a1"),
            "DELETE", "resources/a1", "resources/{id}", null, null),
        Of<IApiResourcesClient>(nameof(IApiResourcesClient.CreateScopeAsync), client => client.CreateScopeAsync("a1", new NewScope("read", "Read")),
            "POST", "resources/a1/scopes", "resources/{resourceId}/scopes", """{"name":"read","description":"Read"}""", """{"id":"s1","name":"read","description":"Read"}"""),
        Of<IApiResourcesClient>(nameof(IApiResourcesClient.DescribeScopeAsync), client => client.DescribeScopeAsync("a1", "s1", "Read"),
            "PATCH", "resources/a1/scopes/s1", "resources/{resourceId}/scopes/{scopeId}", """{"description":"Read"}""", """{"id":"s1","name":"read","description":"Read"}"""),
        Of<IApiResourcesClient>(nameof(IApiResourcesClient.DeleteScopeAsync), client => client.DeleteScopeAsync("a1", "s1"),
            "DELETE", "resources/a1/scopes/s1", "resources/{resourceId}/scopes/{scopeId}", null, null),
        Of<IOrganizationTemplateClient>(nameof(IOrganizationTemplateClient.CreateScopeAsync), client => client.CreateScopeAsync(new NewScope("read:member")),
            "POST", "organization-scopes", "organization-scopes", """{"name":"read:member"}""", """{"id":"s1","name":"read:member","description":null}"""),
        Of<IOrganizationTemplateClient>(nameof(IOrganizationTemplateClient.DescribeScopeAsync), client => client.DescribeScopeAsync("s1", "See"),
            "PATCH", "organization-scopes/s1", "organization-scopes/{id}", """{"description":"See"}""", """{"id":"s1","name":"read:member","description":"See"}"""),
        Of<IOrganizationTemplateClient>(nameof(IOrganizationTemplateClient.DeleteScopeAsync), client => client.DeleteScopeAsync("s1"),
            "DELETE", "organization-scopes/s1", "organization-scopes/{id}", null, null),
        Of<IOrganizationTemplateClient>(nameof(IOrganizationTemplateClient.CreateRoleAsync), client => client.CreateRoleAsync(new NewOrganizationRole("admin", null, "User", ["s1"], [])),
            "POST", "organization-roles", "organization-roles", """{"name":"admin","type":"User","organizationScopeIds":["s1"],"resourceScopeIds":[]}""", RoleName),
        Of<IOrganizationTemplateClient>(nameof(IOrganizationTemplateClient.UpdateRoleAsync), client => client.UpdateRoleAsync(RoleId, new OrganizationRoleChange("", "User")),
            "PATCH", $"organization-roles/{Role}", "organization-roles/{id}", """{"description":null,"type":"User"}""", null),
        Of<IOrganizationTemplateClient>(nameof(IOrganizationTemplateClient.DeleteRoleAsync), client => client.DeleteRoleAsync(RoleId),
            "DELETE", $"organization-roles/{Role}", "organization-roles/{id}", null, null),
        Of<IOrganizationTemplateClient>(nameof(IOrganizationTemplateClient.ReplaceScopesAsync), client => client.ReplaceScopesAsync(RoleId, ["s1"]),
            "PUT", $"organization-roles/{Role}/scopes", "organization-roles/{id}/scopes", """{"organizationScopeIds":["s1"]}""", null),
        Of<IOrganizationTemplateClient>(nameof(IOrganizationTemplateClient.ReplaceResourceScopesAsync), client => client.ReplaceResourceScopesAsync(RoleId, []),
            "PUT", $"organization-roles/{Role}/resource-scopes", "organization-roles/{id}/resource-scopes", """{"scopeIds":[]}""", null),
        Of<IHooksClient>(nameof(IHooksClient.CreateAsync), client => client.CreateAsync(new NewHook("Portal", ["User.Deleted"], new HookConfig("https://a.example"))),
            "POST", "hooks", "hooks", """{"name":"Portal","events":["User.Deleted"],"config":{"url":"https://a.example"}}""", HookAnswer),
        Of<IHooksClient>(nameof(IHooksClient.UpdateAsync), client => client.UpdateAsync("h1", new HookChange(Enabled: true)),
            "PATCH", "hooks/h1", "hooks/{id}", """{"enabled":true}""", HookAnswer),
        Of<IHooksClient>(nameof(IHooksClient.DeleteAsync), client => client.DeleteAsync("h1"),
            "DELETE", "hooks/h1", "hooks/{id}", null, null),
        Of<IConnectorsClient>(nameof(IConnectorsClient.CreateAsync), client => client.CreateAsync(new NewConnector(Connector.Smtp, new JsonObject { ["host"] = "mail.example" })),
            "POST", "connectors", "connectors", """{"connectorId":"simple-mail-transfer-protocol","config":{"host":"mail.example"}}""", ConnectorAnswer),
        Of<IConnectorsClient>(nameof(IConnectorsClient.ConfigureAsync), client => client.ConfigureAsync("c1", new JsonObject { ["host"] = "mail.example" }),
            "PATCH", "connectors/c1", "connectors/{id}", """{"config":{"host":"mail.example"}}""", ConnectorAnswer),
        Of<IEmailTemplatesClient>(nameof(IEmailTemplatesClient.PutAsync), client => client.PutAsync([new NewEmailTemplate("en", "Generic", new EmailTemplateDetails("Code", "{{code}}", "text/plain"))]),
            "PUT", "email-templates", "email-templates", """{"templates":[{"languageTag":"en","templateType":"Generic","details":{"subject":"Code","content":"{{code}}","contentType":"text/plain"}}]}""", null),
        Of<IEmailTemplatesClient>(nameof(IEmailTemplatesClient.DeleteAsync), client => client.DeleteAsync("e1"),
            "DELETE", "email-templates/e1", "email-templates/{id}", null, null),
        Of<IUserAssetsClient>(nameof(IUserAssetsClient.GetStatusAsync), client => client.GetStatusAsync(), "GET", "user-assets/service-status", "user-assets/service-status", null, """{"status":"ready"}"""),
        Of<IUserAssetsClient>(nameof(IUserAssetsClient.UploadAsync), client => client.UploadAsync("bytes"u8.ToArray(), "image/png", "logo.png"),
            "POST", "user-assets", "user-assets", LogtoCall.Form, """{"url":"https://storage.example/logo.png"}"""),
        Of<ISignInExperienceClient>(nameof(ISignInExperienceClient.UpdateAsync), client => client.UpdateAsync(new SignInExperienceChange(new SignUpSettings(true, ["email"], true))),
            "PATCH", "sign-in-exp", "sign-in-exp", """{"signUp":{"verify":true,"identifiers":["email"],"password":true}}""", """{"tenantId":"default","signUp":{"identifiers":["email"],"password":true,"verify":true}}"""),
    ];

    public static LogtoCall Find(string name) => All.Single(call => call.Name == name);

    /// <summary>The names of those that fit.</summary>
    public static TheoryData<string> Names(Func<LogtoCall, bool>? fits = null) => new(All.Where(fits ?? (_ => true)).Select(call => call.Name));

    private static LogtoCall Of<TClient>(string method, Func<TClient, Task> act, string httpMethod, string pathAndQuery, string template, string? body, string? answer)
        where TClient : notnull =>
        new($"{typeof(TClient).Name}.{method}", services => act(services.GetRequiredService<TClient>()), httpMethod, pathAndQuery, template, body, answer);
}
