using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto.Connection;

internal sealed record ErrorBody(string? Code);

internal sealed record UserIdsBody(IReadOnlyList<UserId> UserIds);

internal sealed record OrganizationRoleIdsBody(IReadOnlyList<OrganizationRoleId> OrganizationRoleIds);

internal sealed record DescriptionBody(string Description);

/// <summary>An organization, of which nothing but the id matters.</summary>
internal sealed record OrganizationIdBody(OrganizationId Id);

internal sealed record ApplicationIdsBody(IReadOnlyList<string> ApplicationIds);

internal sealed record RoleIdsBody(IReadOnlyList<string> RoleIds);

internal sealed record ScopeIdsBody(IReadOnlyList<string> ScopeIds);

internal sealed record OrganizationScopeIdsBody(IReadOnlyList<string> OrganizationScopeIds);

internal sealed record ConfigBody(JsonObject Config);

internal sealed record TemplatesBody(IReadOnlyList<Models.NewEmailTemplate> Templates);

internal sealed record EmailDomainBody(string EmailDomain);

internal sealed record SsoConnectorIdsBody(IReadOnlyList<string> SsoConnectorIds);

/// <summary>Who somebody is at enterprises' identity providers, which Logto tells when asked for it.</summary>
internal sealed record UserSsoIdentitiesBody(IReadOnlyList<UserSsoIdentityBody>? SsoIdentities);

/// <param name="SsoConnectorId">Through which connector.</param>
internal sealed record UserSsoIdentityBody(string SsoConnectorId);

/// <param name="Status"><c>Accepted</c> or <c>Revoked</c>.</param>
/// <param name="AcceptedUserId">Required with <c>Accepted</c>, absent otherwise.</param>
internal sealed record InvitationStatusBody(string Status, UserId? AcceptedUserId);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(UserIdsBody))]
[JsonSerializable(typeof(OrganizationRoleIdsBody))]
[JsonSerializable(typeof(InvitationStatusBody))]
[JsonSerializable(typeof(EmailDomainBody))]
[JsonSerializable(typeof(IReadOnlyList<EmailDomainBody>))]
[JsonSerializable(typeof(IReadOnlyList<Models.OrganizationRoleName>))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(Models.NewOrganization))]
[JsonSerializable(typeof(Models.Organization))]
[JsonSerializable(typeof(IReadOnlyList<Models.Organization>))]
[JsonSerializable(typeof(IReadOnlyList<Models.OrganizationMember>))]
[JsonSerializable(typeof(IReadOnlyList<MemberRoleBody>))]
[JsonSerializable(typeof(IReadOnlyList<Models.OrganizationRole>))]
[JsonSerializable(typeof(IReadOnlyList<Models.ScopeName>))]
[JsonSerializable(typeof(Models.NewInvitation))]
[JsonSerializable(typeof(Models.InvitationMessage))]
[JsonSerializable(typeof(Models.OrganizationInvitation))]
[JsonSerializable(typeof(Models.User))]
[JsonSerializable(typeof(IReadOnlyList<Models.User>))]
[JsonSerializable(typeof(Models.NewOneTimeToken))]
[JsonSerializable(typeof(Models.OneTimeToken))]
[JsonSerializable(typeof(IReadOnlyList<Models.UserOrganization>))]
[JsonSerializable(typeof(IReadOnlyList<Models.SecondFactor>))]
[JsonSerializable(typeof(Models.SignInExperience))]
[JsonSerializable(typeof(IReadOnlyList<Models.Connector>))]
[JsonSerializable(typeof(UserSessionsBody))]
[JsonSerializable(typeof(Models.Application))]
[JsonSerializable(typeof(IReadOnlyList<Models.Application>))]
[JsonSerializable(typeof(IReadOnlyList<Models.ApplicationSecret>))]
[JsonSerializable(typeof(IReadOnlyList<Models.Role>))]
[JsonSerializable(typeof(IReadOnlyList<Models.RoleScope>))]
[JsonSerializable(typeof(IReadOnlyList<Models.ApiResource>))]
[JsonSerializable(typeof(IReadOnlyList<Models.OrganizationScope>))]
[JsonSerializable(typeof(IReadOnlyList<Models.Hook>))]
[JsonSerializable(typeof(IReadOnlyList<Models.EmailTemplate>))]
[JsonSerializable(typeof(Models.NewApplication))]
[JsonSerializable(typeof(Models.ApplicationSecret))]
[JsonSerializable(typeof(Models.NewRole))]
[JsonSerializable(typeof(Models.Role))]
[JsonSerializable(typeof(Models.NewApiResource))]
[JsonSerializable(typeof(Models.ApiResourceChange))]
[JsonSerializable(typeof(Models.ApiResource))]
[JsonSerializable(typeof(Models.NewScope))]
[JsonSerializable(typeof(Models.ApiScope))]
[JsonSerializable(typeof(Models.OrganizationScope))]
[JsonSerializable(typeof(Models.NewOrganizationRole))]
[JsonSerializable(typeof(Models.OrganizationRoleName))]
[JsonSerializable(typeof(Models.NewHook))]
[JsonSerializable(typeof(Models.HookChange))]
[JsonSerializable(typeof(Models.Hook))]
[JsonSerializable(typeof(Models.NewConnector))]
[JsonSerializable(typeof(Models.Connector))]
[JsonSerializable(typeof(Models.SignInExperienceChange))]
[JsonSerializable(typeof(Models.NewApplicationSecret))]
[JsonSerializable(typeof(ApplicationIdsBody))]
[JsonSerializable(typeof(IReadOnlyList<OrganizationIdBody>))]
[JsonSerializable(typeof(IReadOnlyList<Models.OrganizationApplication>))]
[JsonSerializable(typeof(IReadOnlyList<Models.LogEntry>))]
[JsonSerializable(typeof(DescriptionBody))]
[JsonSerializable(typeof(RoleIdsBody))]
[JsonSerializable(typeof(ScopeIdsBody))]
[JsonSerializable(typeof(OrganizationScopeIdsBody))]
[JsonSerializable(typeof(ConfigBody))]
[JsonSerializable(typeof(TemplatesBody))]
[JsonSerializable(typeof(SsoConnectorIdsBody))]
[JsonSerializable(typeof(UserSsoIdentitiesBody))]
[JsonSerializable(typeof(Models.SsoConnector))]
[JsonSerializable(typeof(IReadOnlyList<Models.SsoConnector>))]
[JsonSerializable(typeof(Models.NewSsoConnector))]
[JsonSerializable(typeof(Models.SamlConnectorSettings))]
[JsonSerializable(typeof(Models.StorageStatus))]
[JsonSerializable(typeof(Models.UserAsset))]
[JsonSerializable(typeof(IReadOnlyList<Models.CountedOrganization>))]
internal sealed partial class LogtoJson : JsonSerializerContext;

/// <summary>A role as <c>/users/{id}/roles</c> answers it: without its permissions.</summary>
internal sealed record MemberRoleBody(OrganizationRoleId Id, string Name, string? Description, string Type)
{
    public Models.OrganizationRole ToRole() => new(Id, Name, Description, Type, [], []);
}

internal sealed record UserSessionsBody(IReadOnlyList<UserSessionBody> Sessions);

/// <summary>A session as <c>/users/{id}/sessions</c> answers it: the provider's own record, of which little is needed.</summary>
internal sealed record UserSessionBody(UserSessionPayload Payload)
{
    public Models.UserSession ToSession() => new(
        Payload.Uid,
        Payload.LoginTs is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
        Payload.Authorizations is { } authorizations ? [.. authorizations.Values.Select(authorization => authorization.Sid).OfType<string>()] : []);
}

/// <param name="Uid">The session's own name.</param>
/// <param name="LoginTs">When the person signed in, seconds since 1970.</param>
/// <param name="Authorizations">By application.</param>
internal sealed record UserSessionPayload(string Uid, long? LoginTs, Dictionary<string, UserSessionAuthorization>? Authorizations);

/// <param name="Sid">What the application was told the session is called.</param>
internal sealed record UserSessionAuthorization(string? Sid);
