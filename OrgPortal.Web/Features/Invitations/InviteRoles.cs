using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Roles to invite with.</summary>
public static class InviteRoles
{
    /// <summary>The role to begin with: of those the person may give away the one that allows least; <see langword="null"/> when there is none.</summary>
    public static OrganizationRoleId? LeastOf(IReadOnlyList<GrantableRole> roles) => roles
        .Where(role => role.CanGrant)
        .OrderBy(role => role.IsAdministrator)
        .ThenBy(role => role.Permissions.Count)
        .FirstOrDefault()?.Role.Id;
}
