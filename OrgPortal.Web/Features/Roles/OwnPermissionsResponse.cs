using System.ComponentModel;
using OrgPortal.Web.Authorization;

namespace OrgPortal.Web.Features.Roles;

/// <summary>What the caller may do in an organization.</summary>
internal sealed record OwnPermissionsResponse(
    [property: Description("The keys of the permissions, in the catalogue's order.")] IReadOnlyList<string> Permissions,
    [property: Description("Whether they make an administrator.")] bool IsAdministrator)
{
    /// <summary>Maps it.</summary>
    public static OwnPermissionsResponse From(OrganizationRights rights) =>
        new([.. OrganizationPermissions.All.Select(permission => permission.Key).Where(rights.Allow).Select(key => key.Value)], rights.IsAdministrator);
}
