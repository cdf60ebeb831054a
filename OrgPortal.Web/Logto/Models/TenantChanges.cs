using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto.Models;

/// <summary>The body of <c>POST /api/applications</c>.</summary>
/// <param name="Name">Not unique.</param>
/// <param name="Type">One of <see cref="ApplicationTypes"/>; never changed.</param>
/// <param name="Description">What it is for.</param>
/// <param name="OidcClientMetadata">Its addresses.</param>
/// <param name="CustomClientMetadata">Logto's own settings of it.</param>
/// <param name="CustomData">What the portal keeps there.</param>
public sealed record NewApplication(
    string Name,
    string Type,
    string? Description = null,
    OidcClientMetadata? OidcClientMetadata = null,
    CustomClientMetadata? CustomClientMetadata = null,
    JsonObject? CustomData = null);

/// <summary>The body of <c>PATCH /api/applications/{id}</c>: what is not given stays. Each part is replaced as a whole.</summary>
/// <param name="Description">What it is for; empty for nothing.</param>
/// <param name="OidcClientMetadata">Its addresses.</param>
/// <param name="CustomClientMetadata">Logto's own settings of it.</param>
/// <param name="CustomData">What the portal keeps there.</param>
/// <param name="Name">What it is called.</param>
public sealed record ApplicationChange(
    string? Description = null,
    OidcClientMetadata? OidcClientMetadata = null,
    CustomClientMetadata? CustomClientMetadata = null,
    JsonObject? CustomData = null,
    string? Name = null);

/// <summary>The body of <c>POST /api/applications/{id}/secrets</c>; Logto chooses the value.</summary>
/// <param name="Name">Unique in the application.</param>
/// <param name="ExpiresAt">Until when it is taken, in the future; nothing for ever.</param>
public sealed record NewApplicationSecret(
    string Name,
    [property: JsonConverter(typeof(NullableUnixMillisecondsJsonConverter))] DateTimeOffset? ExpiresAt = null);

/// <summary>The body of <c>POST /api/roles</c>.</summary>
/// <param name="Name">Unique in the tenant.</param>
/// <param name="Description">What it is for; Logto wants one.</param>
/// <param name="Type"><c>User</c> or <c>MachineToMachine</c>.</param>
public sealed record NewRole(string Name, string Description, string Type);

/// <summary>The body of <c>POST /api/resources</c>.</summary>
/// <param name="Name">What people read.</param>
/// <param name="Indicator">The audience of its tokens; never changed.</param>
/// <param name="AccessTokenTtl">How long a token lives, in seconds; nothing for an hour.</param>
public sealed record NewApiResource(string Name, string Indicator, int? AccessTokenTtl = null);

/// <summary>The body of <c>PATCH /api/resources/{id}</c>: what is not given stays.</summary>
/// <param name="Name">What people read.</param>
/// <param name="AccessTokenTtl">How long a token lives, in seconds.</param>
public sealed record ApiResourceChange(string? Name = null, int? AccessTokenTtl = null);

/// <summary>A new permission, of an API resource or of the organization template.</summary>
/// <param name="Name">Unique there, without spaces.</param>
/// <param name="Description">What it lets one do.</param>
public sealed record NewScope(string Name, string? Description = null);

/// <summary>The body of <c>POST /api/organization-roles</c>.</summary>
/// <param name="Name">Unique in the tenant.</param>
/// <param name="Description">Shown where the role is chosen.</param>
/// <param name="Type"><c>User</c> or <c>MachineToMachine</c>.</param>
/// <param name="OrganizationScopeIds">Its permissions in organizations.</param>
/// <param name="ResourceScopeIds">Its permissions of APIs.</param>
public sealed record NewOrganizationRole(
    string Name,
    string? Description,
    string Type,
    IReadOnlyList<string> OrganizationScopeIds,
    IReadOnlyList<string> ResourceScopeIds);

/// <summary>The body of <c>PATCH /api/organization-roles/{id}</c>: what is not given stays.</summary>
/// <param name="Description">Shown where the role is chosen; empty for nothing.</param>
/// <param name="Type"><c>User</c> or <c>MachineToMachine</c>; 422 where somebody of the other kind has the role.</param>
public sealed record OrganizationRoleChange(string? Description = null, string? Type = null);

/// <summary>The body of <c>POST /api/hooks</c>; Logto chooses the signing key.</summary>
/// <param name="Name">Not unique.</param>
/// <param name="Events">Of what it tells.</param>
/// <param name="Config">Whom it tells.</param>
public sealed record NewHook(string Name, IReadOnlyList<string> Events, HookConfig Config);

/// <summary>The body of <c>PATCH /api/hooks/{id}</c>: what is not given stays.</summary>
/// <param name="Events">Of what it tells.</param>
/// <param name="Config">Whom it tells.</param>
/// <param name="Enabled">Whether it tells anything.</param>
public sealed record HookChange(IReadOnlyList<string>? Events = null, HookConfig? Config = null, bool? Enabled = null);

/// <summary>The body of <c>POST /api/connectors</c>. Not to be logged or shown.</summary>
/// <param name="ConnectorId">The kind of connector, as <see cref="Connector.Smtp"/>.</param>
/// <param name="Config">Its settings, with its secrets.</param>
public sealed record NewConnector(string ConnectorId, JsonObject Config)
{
    /// <summary>The kind alone.</summary>
    public override string ToString() => ConnectorId;
}

/// <summary>A text of a mail, as it is put into the tenant.</summary>
/// <param name="LanguageTag">As <c>en</c> or <c>zh-CN</c>.</param>
/// <param name="TemplateType">As <see cref="EmailTemplateTypes.OrganizationInvitation"/>.</param>
/// <param name="Details">The text.</param>
public sealed record NewEmailTemplate(string LanguageTag, string TemplateType, EmailTemplateDetails Details);

/// <summary>The body of <c>PATCH /api/sign-in-exp</c>: what is not given stays. Each part is replaced as a whole.</summary>
/// <param name="SignUp">How people sign up.</param>
/// <param name="SignIn">How they sign in.</param>
/// <param name="Mfa">Second factors.</param>
public sealed record SignInExperienceChange(SignUpSettings? SignUp = null, SignInSettings? SignIn = null, MfaSettings? Mfa = null);
