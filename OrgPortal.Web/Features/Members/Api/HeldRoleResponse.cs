using System.ComponentModel;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>A role that a member has.</summary>
internal sealed record HeldRoleResponse(
    [property: Description("The role's id in Logto.")] string Id,
    [property: Description("Its name.")] string Name,
    [property: Description("What whoever made it says about it.")] string? Description,
    [property: Description("The portal's permissions that it carries, such as members.read.")] IReadOnlyList<string> Permissions,
    [property: Description("Why the caller could not take it away, as far as that is known beforehand.")] LockResponse? Lock)
{
    /// <summary>Maps it.</summary>
    public static HeldRoleResponse From(HeldRole role) => new(role.Id.Value, role.Name, role.Description, [.. role.Permissions.Select(permission => permission.Value)], LockResponse.From(role.Lock));
}
