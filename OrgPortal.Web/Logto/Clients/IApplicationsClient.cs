using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>The clients of the tenant: what people and machines sign in through.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IApplicationsClient
{
    /// <summary><c>GET /applications</c>: all of them, newest first.</summary>
    Task<IReadOnlyList<Application>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary><c>GET /applications/{id}</c>; 404 <c>entity.not_exists_with_id</c> when there is none.</summary>
    Task<Application> GetAsync(string application, CancellationToken cancellationToken = default);

    /// <summary><c>GET /applications/{id}/secrets</c>; 404 when there is no such application. What has no secret has an empty list.</summary>
    Task<IReadOnlyList<ApplicationSecret>> ListSecretsAsync(string application, CancellationToken cancellationToken = default);

    /// <summary><c>GET /applications/{id}/roles</c>, every page: the roles of a machine; 422 <c>application.invalid_type</c> for any other application.</summary>
    Task<IReadOnlyList<Role>> ListRolesAsync(string application, CancellationToken cancellationToken = default);

    /// <summary><c>POST /applications</c>. What can keep a secret has one from then on, which the answer does not tell.</summary>
    Task<Application> CreateAsync(NewApplication application);

    /// <summary><c>PATCH /applications/{id}</c>; 404 when there is no such application.</summary>
    Task<Application> UpdateAsync(string application, ApplicationChange change);

    /// <summary><c>DELETE /applications/{id}</c>; 404 when there is no such application. Whoever is signed in through it is signed out.</summary>
    Task DeleteAsync(string application);

    /// <summary><c>POST /applications/{id}/secrets</c>; 422 <c>application.secret_name_exists</c>; 400 for an end that is past.</summary>
    Task<ApplicationSecret> CreateSecretAsync(string application, string name, DateTimeOffset? expiresAt = null);

    /// <summary><c>DELETE /applications/{id}/secrets/{name}</c>; 404 when there is none of that name.</summary>
    Task DeleteSecretAsync(string application, string name);

    /// <summary><c>GET /applications/{id}/organizations</c>: all that a machine is in.</summary>
    Task<IReadOnlyList<OrganizationId>> ListOrganizationsAsync(string application, CancellationToken cancellationToken = default);

    /// <summary><c>POST /applications/{id}/roles</c>: gives a machine roles, beside those it has; 422 <c>application.invalid_role_type</c> for a role of people.</summary>
    Task AddRolesAsync(string application, IReadOnlyList<string> roles);

    /// <summary><c>DELETE /applications/{id}/roles/{roleId}</c>; 404 when the machine has not got that role.</summary>
    /// <remarks>Logto's <c>PUT</c> of all roles at once takes those away that are left out, and answers 422 <c>entity.invalid_input</c> when there is none to add.</remarks>
    Task RemoveRoleAsync(string application, string role);
}
