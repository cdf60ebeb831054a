using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto.Connection;

internal sealed record ErrorBody(string? Code);

internal sealed record UserIdsBody(IReadOnlyList<UserId> UserIds);

internal sealed record OrganizationRoleIdsBody(IReadOnlyList<OrganizationRoleId> OrganizationRoleIds);

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
[JsonSerializable(typeof(IReadOnlyList<Models.OrganizationInvitation>))]
[JsonSerializable(typeof(Models.User))]
[JsonSerializable(typeof(IReadOnlyList<Models.UserOrganization>))]
[JsonSerializable(typeof(IReadOnlyList<Models.SecondFactor>))]
[JsonSerializable(typeof(Models.SignInExperience))]
[JsonSerializable(typeof(IReadOnlyList<Models.Connector>))]
internal sealed partial class LogtoJson : JsonSerializerContext;

/// <summary>A role as <c>/users/{id}/roles</c> answers it: without its permissions.</summary>
internal sealed record MemberRoleBody(OrganizationRoleId Id, string Name, string? Description, string Type)
{
    public Models.OrganizationRole ToRole() => new(Id, Name, Description, Type, [], []);
}
