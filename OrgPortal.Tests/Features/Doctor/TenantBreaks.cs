using OrgPortal.LogtoEmulator.State;
using OrgPortal.Web.Features.Doctor;

namespace OrgPortal.Tests.Features.Doctor;

/// <summary>Ways to break a tenant, each with the check that must name it.</summary>
internal static class TenantBreaks
{
    private const string Web = DefaultSeed.WebClientId;
    private const string Machine = DefaultSeed.ManagementClientId;

    public static IReadOnlyDictionary<string, TenantBreak> All { get; } = new Dictionary<string, TenantBreak>
    {
        ["the web application is gone"] = new(CheckIds.WebApplication, "unknown", tables => tables.Applications.Remove(Web)),
        ["the web application is of another kind"] = new(CheckIds.WebApplication, "kind", tables => Change(tables, Web, web => web with { Type = ApplicationType.SPA })),
        ["the web application is somebody else's"] = new(CheckIds.WebApplication, "stranger", tables => Change(tables, Web, web => web with { IsThirdParty = true })),
        ["the web application has another secret"] = new(CheckIds.WebSecret, "other", tables => Change(tables, Web, web => web with { Secrets = [web.Secrets[0] with { Value = "another" }] })),
        ["the web application's secret has expired"] = new(CheckIds.WebSecret, "expired", tables => Change(tables, Web, web => web with { Secrets = [web.Secrets[0] with { ExpiresAt = 1 }] })),
        ["the redirect address is missing"] = new(CheckIds.RedirectAddress, "missing", tables => Change(tables, Web, web => web with { OidcClientMetadata = web.OidcClientMetadata with { RedirectUris = ["https://elsewhere.example/signin-oidc"] } })),
        ["the signed-out address is missing"] = new(CheckIds.SignedOutAddress, "missing", tables => Change(tables, Web, web => web with { OidcClientMetadata = web.OidcClientMetadata with { PostLogoutRedirectUris = [] } })),
        ["refresh tokens live for a day"] = new(CheckIds.RefreshTokens, "short", tables => Change(tables, Web, web => web with { CustomClientMetadata = web.CustomClientMetadata with { RefreshTokenTtlInDays = 1 } }), CheckStatus.Warning),
        ["the back-channel address is missing"] = new(CheckIds.BackchannelAddress, "missing", tables => Change(tables, Web, web => web with { OidcClientMetadata = web.OidcClientMetadata with { BackchannelLogoutUri = null } })),
        ["the back-channel address is another"] = new(CheckIds.BackchannelAddress, "other", tables => Change(tables, Web, web => web with { OidcClientMetadata = web.OidcClientMetadata with { BackchannelLogoutUri = "https://elsewhere.example/backchannel-logout" } })),
        ["the back channel names no session"] = new(CheckIds.BackchannelAddress, "session", tables => Change(tables, Web, web => web with { OidcClientMetadata = web.OidcClientMetadata with { BackchannelLogoutSessionRequired = null } }), CheckStatus.Warning),
        ["the machine has no role"] = new(CheckIds.Access, "role", tables => Change(tables, Machine, machine => machine with { RoleIds = [] })),
        ["the machine has another secret"] = new(CheckIds.Credentials, "wrong", tables => Change(tables, Machine, machine => machine with { Secrets = [machine.Secrets[0] with { Value = "another" }] })),
        ["the machine is gone"] = new(CheckIds.Credentials, "wrong", tables => tables.Applications.Remove(Machine)),
        ["a permission is missing"] = new(CheckIds.Permissions, "missing", tables => tables.OrganizationScopes.RemoveWhere(scope => scope.Name == "read:audit")),
        ["no role carries a permission"] = new(CheckIds.Roles, "idle", tables => ChangeRoles(tables, role => role with { ScopeIds = [.. role.ScopeIds.Where(scope => scope != ScopeOf(tables, "invite:member"))] })),
        ["there are no roles for people"] = new(CheckIds.Roles, "none", tables => tables.OrganizationRoles.RemoveWhere(role => role.Type == RoleType.User)),
        ["no single role makes an administrator"] = new(CheckIds.AdministratorRole, "none", tables => ChangeRoles(tables, role => role with { ScopeIds = role.Name == "admin" ? role.ScopeIds.Remove(ScopeOf(tables, "delete:organization")) : role.ScopeIds.Add(ScopeOf(tables, "delete:organization")) })),
        ["people sign up with a name"] = new(CheckIds.SignUpAddress, "sign-up", tables => Settings(tables, """{ "signUp": { "identifiers": ["username"], "password": true, "verify": true } }""")),
        ["people sign in with a name"] = new(CheckIds.SignUpAddress, "sign-in", tables => Settings(tables, """{ "signIn": { "methods": [{ "identifier": "username", "password": true, "verificationCode": false, "isPasswordPrimary": true }] } }""")),
        ["sign-up verifies nothing"] = new(CheckIds.SignUpVerification, "unverified", tables => Settings(tables, """{ "signUp": { "identifiers": ["email"], "password": true, "verify": false } }""")),
        ["an organization requires a factor that nobody can have"] = new(CheckIds.SecondFactors, "none", tables =>
        {
            RequireFactor(tables);
            Settings(tables, """{ "mfa": { "factors": [], "policy": "NoPrompt" } }""");
        }),
        ["nobody is asked for the factor that is required"] = new(CheckIds.SecondFactors, "unasked", tables =>
        {
            RequireFactor(tables);
            Settings(tables, """{ "mfa": { "factors": ["Totp", "BackupCode"], "policy": "UserControlled" } }""");
        }, CheckStatus.Warning),
        ["there is no connector"] = new(CheckIds.MailConnector, "needed", tables => tables.Connectors.RemoveWhere(_ => true)),
        ["invitations have no text"] = new(CheckIds.InvitationMail, "none", tables => Mail(tables, """{ "templates": [{ "usageType": "Generic", "content": "{{code}}" }] }""")),
        ["the text of invitations has no link"] = new(CheckIds.InvitationMail, "no-link", tables => Mail(tables, """{ "templates": [{ "usageType": "OrganizationInvitation", "content": "Come! {{note}}" }] }""")),
        ["the text of invitations has no note"] = new(CheckIds.InvitationMail, "no-note", tables => Mail(tables, """{ "templates": [{ "usageType": "OrganizationInvitation", "content": "{{link}}" }] }"""), CheckStatus.Warning),
        ["the webhook is gone"] = new(CheckIds.Webhook, "missing", tables => tables.Hooks.RemoveWhere(_ => true)),
        ["the webhook is off"] = new(CheckIds.Webhook, "disabled", tables => tables.Hooks.ChangeAll(hook => hook with { Enabled = false })),
        ["the webhook calls another address"] = new(CheckIds.Webhook, "elsewhere", tables => tables.Hooks.ChangeAll(hook => hook with { Config = StateJson.Parse("""{ "url": "https://elsewhere.example/webhooks/logto" }""") })),
        ["the webhook does not tell of deleted people"] = new(CheckIds.WebhookEvents, "missing", tables => tables.Hooks.ChangeAll(hook => hook with { Events = hook.Events.Remove("User.Deleted") })),
        ["the webhook has another key"] = new(CheckIds.WebhookKey, "other", tables => tables.Hooks.ChangeAll(hook => hook with { SigningKey = "another" })),
        ["the API's resource is gone"] = new(CheckIds.ApiResource, "missing", tables => tables.Resources.RemoveWhere(resource => resource.Indicator == DefaultSeed.ApiResource)),
        ["the API's client is gone"] = new(CheckIds.ApiClients, "unknown", tables => tables.Applications.Remove(DefaultSeed.BrowserClientId)),
        ["the API's client is a machine"] = new(CheckIds.ApiClients, "machine", tables => Change(tables, DefaultSeed.BrowserClientId, client => client with { Type = ApplicationType.MachineToMachine })),
        ["the operators' role is gone"] = new(CheckIds.OperatorRole, "unknown", tables => tables.Roles.RemoveWhere(role => role.Name == DefaultSeed.OperatorRole)),
    };

    private static void Change(LogtoTables tables, string id, Func<Application, Application> change) => tables.Applications.Put(change(tables.Applications.Find(id)!));

    private static void ChangeRoles(LogtoTables tables, Func<OrganizationRole, OrganizationRole> change) => tables.OrganizationRoles.ChangeAll(role => role.Type == RoleType.User ? change(role) : role);

    private static string ScopeOf(LogtoTables tables, string name) => tables.OrganizationScopes.Single(scope => scope.Name == name).Id;

    private static void Settings(LogtoTables tables, string json) => tables.SignInExperience = new SignInExperience(StateJson.Merged(tables.SignInExperience.Row, StateJson.Parse(json)));

    private static void RequireFactor(LogtoTables tables) => tables.Organizations.ChangeAll(organization => organization with { IsMfaRequired = true });

    private static void Mail(LogtoTables tables, string json) => tables.Connectors.ChangeAll(connector => connector with { Config = StateJson.Parse(json) });
}
