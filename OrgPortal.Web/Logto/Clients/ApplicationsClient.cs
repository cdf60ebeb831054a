using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

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
}
