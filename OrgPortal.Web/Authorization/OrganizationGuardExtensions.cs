using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>What is asked again.</summary>
internal static class OrganizationGuardExtensions
{
    /// <summary>
    /// For whoever has waited for the organization's lock after the guard let them through: whoever held it before may have taken the right away. What was read from Logto a
    /// moment ago counts unless a change was announced since; a denial is made sure of, and goes on record.
    /// </summary>
    public static async Task<Failure?> DenyIfDoubtfulAsync(this IOrganizationGuard guard, OrganizationId organization, PermissionKey permission) =>
        await guard.DenyReadUnlessAsync(organization, permission) is null ? null : await guard.DenyUnlessAsync(organization, permission);
}
