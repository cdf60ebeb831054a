using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto.Models;

/// <summary>A member, one row of <c>GET /api/organizations/{id}/users</c>. Holds only what a page may show; Logto sends more.</summary>
public sealed record OrganizationMember(
    UserId Id,
    string? Username,
    string? PrimaryEmail,
    string? Name,
    string? Avatar,
    bool IsSuspended,
    [property: JsonConverter(typeof(NullableUnixMillisecondsJsonConverter))] DateTimeOffset? LastSignInAt,
    IReadOnlyList<OrganizationRoleName> OrganizationRoles);

/// <summary>A role as it stands in a member, an invitation or a person's list of organizations.</summary>
public sealed record OrganizationRoleName(OrganizationRoleId Id, string Name);
