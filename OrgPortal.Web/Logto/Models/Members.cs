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

/// <summary>A machine of an organization, one row of <c>GET /api/organizations/{id}/applications</c>. Holds only what a page may show; Logto sends more.</summary>
/// <param name="Id">The <c>client_id</c>.</param>
/// <param name="Name">Not unique.</param>
/// <param name="Description">What it is for.</param>
/// <param name="OrganizationRoles">What it may do there.</param>
public sealed record OrganizationApplication(string Id, string Name, string? Description, IReadOnlyList<OrganizationRoleName> OrganizationRoles);
