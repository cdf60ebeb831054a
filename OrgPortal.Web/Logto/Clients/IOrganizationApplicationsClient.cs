using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>Machines in organizations and their roles there.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IOrganizationApplicationsClient
{
    /// <summary><c>GET /organizations/{id}/applications</c>. An unknown organization has none: no error.</summary>
    Task<Page<OrganizationApplication>> ListAsync(OrganizationId organization, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>POST /organizations/{id}/applications</c>. What is in it stays; an unknown organization or application is 422 <c>entity.relation_foreign_key_not_found</c>,
    /// one that is no machine 422 <c>entity.db_constraint_violated</c>.
    /// </summary>
    Task AddAsync(OrganizationId organization, string application);

    /// <summary><c>DELETE /organizations/{id}/applications/{applicationId}</c> with all roles; 404 when it is not in it.</summary>
    Task RemoveAsync(OrganizationId organization, string application);

    /// <summary><c>GET /organizations/{id}/applications/{applicationId}/roles</c>; 422 <c>organization.require_membership</c> when it is not in it.</summary>
    Task<IReadOnlyList<OrganizationRoleName>> ListRolesAsync(OrganizationId organization, string application, CancellationToken cancellationToken = default);

    /// <summary><c>POST /organizations/{id}/applications/{applicationId}/roles</c>: adds to the roles it has; 422 <c>entity.db_constraint_violated</c> for a role of people.</summary>
    Task AddRolesAsync(OrganizationId organization, string application, IReadOnlyList<OrganizationRoleId> roles);

    /// <summary><c>PUT /organizations/{id}/applications/{applicationId}/roles</c>: replaces them, by at least one.</summary>
    Task ReplaceRolesAsync(OrganizationId organization, string application, IReadOnlyList<OrganizationRoleId> roles);
}
