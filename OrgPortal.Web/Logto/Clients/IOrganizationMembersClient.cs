using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>Members of an organization and their roles.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IOrganizationMembersClient
{
    /// <summary><c>GET /organizations/{id}/users</c>, ordered by user id. An unknown organization has no members: no error.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="page">Which page.</param>
    /// <param name="search">Part of name, address, user name, phone or id, in any case. Wildcards of SQL's LIKE are taken out.</param>
    /// <param name="role">Only people with this role.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<Page<OrganizationMember>> ListAsync(OrganizationId organization, PageRequest page, string? search = null, OrganizationRoleId? role = null, CancellationToken cancellationToken = default);

    /// <summary><c>POST /organizations/{id}/users</c>. Members stay members; an unknown organization or person is 422 <c>entity.relation_foreign_key_not_found</c>.</summary>
    Task AddAsync(OrganizationId organization, IReadOnlyList<UserId> users);

    /// <summary><c>DELETE /organizations/{id}/users/{userId}</c> with all roles; 404 when not a member.</summary>
    Task RemoveAsync(OrganizationId organization, UserId user);

    /// <summary><c>GET /organizations/{id}/users/{userId}/roles</c>; 422 <c>organization.require_membership</c> when not a member, also of an unknown organization.</summary>
    Task<IReadOnlyList<OrganizationRole>> ListRolesAsync(OrganizationId organization, UserId user, CancellationToken cancellationToken = default);

    /// <summary><c>POST /organizations/{id}/users/{userId}/roles</c>: adds to the roles the person has.</summary>
    Task AddRolesAsync(OrganizationId organization, UserId user, IReadOnlyList<OrganizationRoleId> roles);

    /// <summary><c>PUT /organizations/{id}/users/{userId}/roles</c>: replaces them; an empty list takes all away.</summary>
    Task ReplaceRolesAsync(OrganizationId organization, UserId user, IReadOnlyList<OrganizationRoleId> roles);

    /// <summary>
    /// <c>GET /organizations/{id}/users/{userId}/scopes</c>: the organization permissions a person has through all roles, by name.
    /// Empty for somebody who is no member. Permissions of API resources are not included.
    /// </summary>
    Task<IReadOnlyList<string>> ListScopesAsync(OrganizationId organization, UserId user, CancellationToken cancellationToken = default);
}
