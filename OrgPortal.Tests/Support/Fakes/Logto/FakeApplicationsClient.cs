using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

public sealed class FakeApplicationsClient(FakeLogto logto) : IApplicationsClient
{
    public Task<IReadOnlyList<Application>> ListAsync(CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<Application>>(nameof(ListAsync), _ => [.. logto.Applications.Select(View).Reverse()], cancellationToken);

    public Task<Application> GetAsync(string application, CancellationToken cancellationToken = default) =>
        Run(nameof(GetAsync), call => View(Require(application, call)), cancellationToken);

    public Task<IReadOnlyList<ApplicationSecret>> ListSecretsAsync(string application, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<ApplicationSecret>>(nameof(ListSecretsAsync), call => [.. Require(application, call).Secrets], cancellationToken);

    public Task<IReadOnlyList<Role>> ListRolesAsync(string application, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<Role>>(nameof(ListRolesAsync), call => [.. Require(application, call).TenantRoles], cancellationToken);

    public Task<IReadOnlyList<OrganizationId>> ListOrganizationsAsync(string application, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<OrganizationId>>(nameof(ListOrganizationsAsync), call => [.. logto.Machines.Where(one => one.Application == Require(application, call).Id).Select(one => one.Organization)], cancellationToken);

    public Task<Application> CreateAsync(NewApplication application) => Run(nameof(CreateAsync), _ =>
    {
        var made = new FakeApplication(logto.NextId("app", 21), application.Name, application.Description, application.Type) { CustomData = application.CustomData };
        made.Secrets.Add(new ApplicationSecret("Default secret", "default-of-" + made.Id, null, logto.Clock.GetUtcNow()));
        made.TenantRoles.AddRange(logto.DefaultMachineRoles);
        logto.Applications.Add(made);
        return View(made);
    });

    public Task<Application> UpdateAsync(string application, ApplicationChange change) => Run(nameof(UpdateAsync), call =>
    {
        var found = Require(application, call);
        found.Name = change.Name ?? found.Name;
        found.Description = change.Description is { } description ? description.Length == 0 ? null : description : found.Description;
        return View(found);
    });

    public Task DeleteAsync(string application) => Run(nameof(DeleteAsync), call =>
    {
        logto.Applications.Remove(Require(application, call));
        logto.Machines.RemoveAll(one => one.Application == application);
        return true;
    });

    public Task<ApplicationSecret> CreateSecretAsync(string application, string name, DateTimeOffset? expiresAt = null) => Run(nameof(CreateSecretAsync), call =>
    {
        var found = Require(application, call);
        if (found.Secrets.Exists(one => one.Name == name))
        {
            throw FakeLogto.Unprocessable("application.secret_name_exists", call);
        }

        var secret = new ApplicationSecret(name, logto.NextId("secret", 32), expiresAt, logto.Clock.GetUtcNow());
        found.Secrets.Add(secret);
        return secret;
    });

    public Task DeleteSecretAsync(string application, string name) => Run(nameof(DeleteSecretAsync), call =>
        Require(application, call).Secrets.RemoveAll(one => one.Name == name) > 0 ? true : throw FakeLogto.NotFound("entity.not_found", call));

    public Task AddRolesAsync(string application, IReadOnlyList<string> roles) => throw new NotSupportedException();

    public Task RemoveRoleAsync(string application, string role) => Run(nameof(RemoveRoleAsync), call =>
        Require(application, call).TenantRoles.RemoveAll(one => one.Id == role) > 0 ? true : throw FakeLogto.NotFound("entity.not_found", call));

    private FakeApplication Require(string application, string call) =>
        logto.Applications.Find(one => one.Id == application) ?? throw FakeLogto.NotFound("entity.not_exists_with_id", call);

    private static Application View(FakeApplication one) =>
        new(one.Id, one.Name, one.Description, one.Type, new OidcClientMetadata([], []), new CustomClientMetadata(), false, one.CustomData);

    private Task<T> Run<T>(string method, Func<string, T> act, CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync(logto, nameof(IApplicationsClient), method, act, cancellationToken);
}
