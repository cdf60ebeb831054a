using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>A role that an invitation grants, explained.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What the tenant says about it.</param>
/// <param name="Permissions">The portal's permissions that it carries.</param>
public sealed record OfferedRole(string Name, string? Description, IReadOnlyList<PermissionKey> Permissions)
{
    /// <summary>A role, explained as far as the template knows it.</summary>
    internal static OfferedRole Of(string name, OrganizationRole? known, PermissionOptions permissions)
    {
        var held = known is null ? new HashSet<PermissionKey>() : permissions.Translate(known.Scopes.Select(scope => scope.Name));
        return new OfferedRole(name, known?.Description, [.. OrganizationPermissions.All.Select(p => p.Key).Where(held.Contains)]);
    }
}
