using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>What roles allow together, for showing it before they are given or taken.</summary>
internal static class RolePowers
{
    /// <summary>The portal's permissions that the roles carry together, in the catalogue's order.</summary>
    public static IReadOnlyList<PermissionKey> Of(IEnumerable<OrganizationRoleId> roles, IEnumerable<GrantableRole> known)
    {
        var held = roles.ToHashSet();
        var carried = known.Where(role => held.Contains(role.Role.Id)).SelectMany(role => role.Permissions).ToHashSet();
        return [.. OrganizationPermissions.All.Select(permission => permission.Key).Where(carried.Contains)];
    }

    /// <summary>Whether these permissions make an administrator.</summary>
    public static bool MakeAdministrator(IReadOnlyList<PermissionKey> powers) => OrganizationPermissions.Administrator.All(powers.Contains);
}
