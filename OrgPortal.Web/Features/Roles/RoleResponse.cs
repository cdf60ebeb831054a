using System.ComponentModel;
using OrgPortal.Web.Authorization;

namespace OrgPortal.Web.Features.Roles;

/// <summary>A role for people.</summary>
internal sealed record RoleResponse(
    [property: Description("Chosen by Logto.")] string Id,
    [property: Description("What it is called; unique.")] string Name,
    [property: Description("What it is for.")] string? Description,
    [property: Description("The keys of the permissions it carries.")] IReadOnlyList<string> Permissions,
    [property: Description("Whether it makes an administrator.")] bool IsAdministrator,
    [property: Description("Whether the caller could give it: it stays within the caller's own permissions.")] bool CanGrant)
{
    /// <summary>Maps it.</summary>
    public static RoleResponse From(GrantableRole role) =>
        new(role.Role.Id.Value, role.Role.Name, role.Role.Description, [.. role.Permissions.Select(permission => permission.Value)], role.IsAdministrator, role.CanGrant);
}
