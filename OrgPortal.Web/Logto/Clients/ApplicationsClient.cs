using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;
using static OrgPortal.Web.Logto.Connection.LogtoConnection;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class ApplicationsClient(LogtoConnection logto) : IApplicationsClient
{
    public Task<IReadOnlyList<Application>> ListAsync(CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.Applications, LogtoJson.Default.IReadOnlyListApplication, cancellationToken);

    public Task<Application> GetAsync(string application, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.Application(application), LogtoJson.Default.Application, cancellationToken);

    public Task<IReadOnlyList<ApplicationSecret>> ListSecretsAsync(string application, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.ApplicationSecrets(application), LogtoJson.Default.IReadOnlyListApplicationSecret, cancellationToken);

    public Task<IReadOnlyList<Role>> ListRolesAsync(string application, CancellationToken cancellationToken = default) =>
        logto.ReadAllAsync(LogtoRoutes.ApplicationRoles(application), LogtoJson.Default.IReadOnlyListRole, cancellationToken);

    public Task<Application> CreateAsync(NewApplication application) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.Applications, Json(application, LogtoJson.Default.NewApplication), LogtoJson.Default.Application);

    public Task<Application> UpdateAsync(string application, ApplicationChange change) =>
        logto.SendAsync(HttpMethod.Patch, LogtoRoutes.Application(application), Json(change.ToPatch(), LogtoJson.Default.JsonObject), LogtoJson.Default.Application);

    public Task DeleteAsync(string application) => logto.SendAsync(HttpMethod.Delete, LogtoRoutes.Application(application));

    public Task<ApplicationSecret> CreateSecretAsync(string application, string name, DateTimeOffset? expiresAt = null) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.ApplicationSecrets(application), Json(new NewApplicationSecret(name, expiresAt), LogtoJson.Default.NewApplicationSecret), LogtoJson.Default.ApplicationSecret);

    public Task DeleteSecretAsync(string application, string name) => logto.SendAsync(HttpMethod.Delete, LogtoRoutes.ApplicationSecret(application, name));

    public async Task<IReadOnlyList<OrganizationId>> ListOrganizationsAsync(string application, CancellationToken cancellationToken = default)
    {
        var organizations = await logto.GetAsync(LogtoRoutes.ApplicationOrganizations(application), LogtoJson.Default.IReadOnlyListOrganizationIdBody, cancellationToken);
        return [.. organizations.Select(organization => organization.Id)];
    }

    public Task AddRolesAsync(string application, IReadOnlyList<string> roles) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.ApplicationRoles(application), Json(new RoleIdsBody(roles), LogtoJson.Default.RoleIdsBody));

    public Task RemoveRoleAsync(string application, string role) => logto.SendAsync(HttpMethod.Delete, LogtoRoutes.ApplicationRole(application, role));
}
