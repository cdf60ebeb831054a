using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto.Models;

/// <summary>A role of the organization template with what it grants, one item of <c>GET /api/organization-roles</c>.</summary>
/// <param name="Id">Chosen by Logto.</param>
/// <param name="Name">Unique in the tenant; may hold any character, also <c>:</c>.</param>
/// <param name="Description">Shown where the role is chosen.</param>
/// <param name="Type"><c>User</c> or <c>MachineToMachine</c>; an unknown value is kept as it came.</param>
/// <param name="Scopes">Organization permissions.</param>
/// <param name="ResourceScopes">Permissions of API resources.</param>
public sealed record OrganizationRole(
    OrganizationRoleId Id,
    string Name,
    string? Description,
    string Type,
    IReadOnlyList<ScopeName> Scopes,
    IReadOnlyList<ResourceScopeName> ResourceScopes)
{
    /// <summary>Whether the role is for people. Roles for machines cannot be given to them.</summary>
    [JsonIgnore]
    public bool IsForPeople => Type == "User";

    /// <summary>Whether the role is for machines. Roles for people cannot be given to them.</summary>
    [JsonIgnore]
    public bool IsForMachines => Type == "MachineToMachine";
}

/// <summary>An organization permission.</summary>
public sealed record ScopeName(string Id, string Name);

/// <summary>A permission of an API resource.</summary>
public sealed record ResourceScopeName(string Id, string Name, ResourceName Resource);

/// <summary>An API resource.</summary>
public sealed record ResourceName(string Id, string Name);
