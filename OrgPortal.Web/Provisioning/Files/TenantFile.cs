using System.Text.Json.Nodes;

namespace OrgPortal.Web.Provisioning.Files;

/// <summary>What a tenant shall have. Whatever the file does not mention is nobody's business here and stays as it is.</summary>
/// <param name="Owner">Under whose name it is remembered what was made from this file; nothing where that is not remembered, and so never deleted.</param>
/// <param name="Permissions">Of the organization template.</param>
/// <param name="Roles">Of the organization template.</param>
/// <param name="Apis">API resources.</param>
/// <param name="TenantRoles">Roles of the whole tenant.</param>
/// <param name="Applications">Clients. Where no setting names one, it is found by type and name.</param>
/// <param name="Webhooks">Found by name.</param>
/// <param name="EmailConnector">What mails; nothing where the file leaves that to somebody else.</param>
/// <param name="Mails">Texts of mails.</param>
/// <param name="SignIn">How people sign in and up.</param>
internal sealed record TenantFile(
    string? Owner,
    IReadOnlyList<WantedPermission> Permissions,
    IReadOnlyList<WantedRole> Roles,
    IReadOnlyList<WantedApi> Apis,
    IReadOnlyList<WantedTenantRole> TenantRoles,
    IReadOnlyList<WantedApplication> Applications,
    IReadOnlyList<WantedWebhook> Webhooks,
    WantedConnector? EmailConnector,
    IReadOnlyList<WantedMail> Mails,
    WantedSignIn? SignIn);

/// <param name="Name">Without spaces.</param>
/// <param name="Description">What it lets one do; nothing leaves it as it is.</param>
internal sealed record WantedPermission(string Name, string? Description);

/// <param name="Name">Unique.</param>
/// <param name="Description">Nothing leaves it as it is.</param>
/// <param name="Type"><c>User</c> or <c>MachineToMachine</c>.</param>
/// <param name="Permissions">In organizations.</param>
/// <param name="Apis">In APIs.</param>
internal sealed record WantedRole(string Name, string? Description, string Type, IReadOnlyList<string> Permissions, IReadOnlyList<WantedGrant> Apis);

/// <param name="Indicator">The API.</param>
/// <param name="Permissions">Its permissions that a role has.</param>
internal sealed record WantedGrant(string Indicator, IReadOnlyList<string> Permissions);

/// <param name="Name">What people read.</param>
/// <param name="Indicator">The audience of its tokens; never changed.</param>
/// <param name="AccessTokenSeconds">How long a token lives; nothing leaves it as it is.</param>
/// <param name="Permissions">Its own.</param>
internal sealed record WantedApi(string Name, string Indicator, int? AccessTokenSeconds, IReadOnlyList<WantedPermission> Permissions);

/// <param name="Name">Unique.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Type"><c>User</c> or <c>MachineToMachine</c>.</param>
internal sealed record WantedTenantRole(string Name, string Description, string Type);

/// <param name="Name">What people read.</param>
/// <param name="Type"><c>Traditional</c>, <c>SPA</c>, <c>Native</c> or <c>MachineToMachine</c>.</param>
/// <param name="Description">Nothing leaves it as it is.</param>
/// <param name="RedirectUris">After sign-in.</param>
/// <param name="PostLogoutRedirectUris">After sign-out.</param>
/// <param name="BackchannelLogoutUri">Nothing leaves it as it is.</param>
/// <param name="BackchannelLogoutSessionRequired">Nothing leaves it as it is.</param>
/// <param name="CorsAllowedOrigins">Beside those of the redirect addresses.</param>
/// <param name="RefreshTokenDays">1 to 180; nothing leaves it as it is.</param>
/// <param name="RotateRefreshToken">Nothing leaves it as it is.</param>
/// <param name="AlwaysIssueRefreshToken">Nothing leaves it as it is.</param>
/// <param name="HasManagementApi">Whether a machine may use the Management API.</param>
/// <param name="TenantRoles">Roles of the tenant that a machine has.</param>
/// <param name="ClientIdSetting">The setting that its id is written as; where that setting has a value, the application is found by it.</param>
/// <param name="ClientSecretSetting">The setting that its secret is written as.</param>
internal sealed record WantedApplication(
    string Name,
    string Type,
    string? Description,
    IReadOnlyList<string> RedirectUris,
    IReadOnlyList<string> PostLogoutRedirectUris,
    string? BackchannelLogoutUri,
    bool? BackchannelLogoutSessionRequired,
    IReadOnlyList<string> CorsAllowedOrigins,
    int? RefreshTokenDays,
    bool? RotateRefreshToken,
    bool? AlwaysIssueRefreshToken,
    bool HasManagementApi,
    IReadOnlyList<string> TenantRoles,
    string? ClientIdSetting,
    string? ClientSecretSetting);

/// <param name="Name">What people read.</param>
/// <param name="Url">Whom it tells.</param>
/// <param name="Events">Of what.</param>
/// <param name="SigningKeySetting">The setting that its signing key is written as.</param>
internal sealed record WantedWebhook(string Name, string Url, IReadOnlyList<string> Events, string? SigningKeySetting);

/// <param name="ConnectorId">The kind of connector.</param>
/// <param name="Config">Its settings; with secrets.</param>
internal sealed record WantedConnector(string ConnectorId, JsonObject Config);

/// <param name="Type">As <c>OrganizationInvitation</c>.</param>
/// <param name="Language">As <c>en</c>, <c>zh-CN</c>.</param>
/// <param name="Subject">With <c>{{variables}}</c>.</param>
/// <param name="Content">With <c>{{variables}}</c>.</param>
/// <param name="ContentType"><c>text/html</c> or <c>text/plain</c>.</param>
internal sealed record WantedMail(string Type, string Language, string Subject, string Content, string ContentType);

/// <param name="SignUp">How people sign up; nothing leaves it as it is.</param>
/// <param name="Methods">Ways to sign in that there must be.</param>
/// <param name="Mfa">Second factors; nothing leaves them as they are.</param>
internal sealed record WantedSignIn(WantedSignUp? SignUp, IReadOnlyList<WantedMethod> Methods, WantedMfa? Mfa);

/// <param name="Identifiers"><c>email</c>, <c>phone</c>, <c>username</c>: exactly these.</param>
/// <param name="Password">Whether people choose one.</param>
/// <param name="Verify">Whether addresses are verified.</param>
internal sealed record WantedSignUp(IReadOnlyList<string> Identifiers, bool Password, bool Verify);

/// <param name="Identifier"><c>email</c>, <c>phone</c> or <c>username</c>.</param>
/// <param name="Password">Whether with a password.</param>
/// <param name="VerificationCode">Whether with a code that is sent.</param>
/// <param name="IsPasswordPrimary">Which is asked for first.</param>
internal sealed record WantedMethod(string Identifier, bool Password, bool VerificationCode, bool IsPasswordPrimary);

/// <param name="Factors">That there must be.</param>
/// <param name="PolicyWhenTurnedOn">When people are asked for one, in a tenant that had none so far. Whoever has some decided about it.</param>
/// <param name="OrganizationPolicy">Whether members of organizations that require one are asked to set one up; nothing leaves it as it is.</param>
internal sealed record WantedMfa(IReadOnlyList<string> Factors, string? PolicyWhenTurnedOn, string? OrganizationPolicy);
