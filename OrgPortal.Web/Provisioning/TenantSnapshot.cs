using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Provisioning.Files;

namespace OrgPortal.Web.Provisioning;

/// <summary>The tenant as it was read. What is made on the way is put in, so that what follows finds it.</summary>
internal sealed class TenantSnapshot
{
    public required List<Application> Applications { get; init; }

    /// <summary>The secrets of the file's applications that write theirs, by application.</summary>
    public Dictionary<string, IReadOnlyList<ApplicationSecret>> Secrets { get; } = [];

    /// <summary>The roles of the file's machines, by application.</summary>
    public Dictionary<string, IReadOnlyList<Role>> MachineRoles { get; } = [];

    public required List<Role> Roles { get; init; }

    /// <summary>The role that opens the Management API, where the file needs it and there is one.</summary>
    public Role? ManagementApiRole { get; private set; }

    public required List<ApiResource> Apis { get; init; }

    public required List<OrganizationScope> Permissions { get; init; }

    public required List<OrganizationRole> OrganizationRoles { get; init; }

    public required List<Hook> Hooks { get; init; }

    public required Connector? EmailConnector { get; init; }

    public required List<EmailTemplate> Mails { get; init; }

    public required SignInExperience SignIn { get; init; }

    /// <summary>Reads what the file is about.</summary>
    /// <exception cref="LogtoException">Logto does not answer, or does not let this program read.</exception>
    public static async Task<TenantSnapshot> ReadAsync(TenantFile file, TenantClients logto, ProvisioningOptions options, CancellationToken cancellationToken)
    {
        logto.OrganizationRoles.Forget();
        logto.Connectors.Forget();
        logto.SignIn.Forget();
        var snapshot = new TenantSnapshot
        {
            Applications = [.. await logto.Applications.ListAsync(cancellationToken)],
            Roles = [.. await logto.Roles.ListAsync(cancellationToken)],
            Apis = [.. await logto.Apis.ListAsync(cancellationToken)],
            Permissions = [.. await logto.Template.ListScopesAsync(cancellationToken)],
            OrganizationRoles = [.. await logto.OrganizationRoles.ListAsync(cancellationToken)],
            Hooks = [.. await logto.Hooks.ListAsync(cancellationToken)],
            EmailConnector = (await logto.Connectors.ListAsync(cancellationToken)).FirstOrDefault(connector => connector.Type == Connector.Email),
            Mails = [.. await logto.Mails.ListAsync(cancellationToken)],
            SignIn = await logto.SignIn.GetAsync(cancellationToken),
        };
        await snapshot.ReadApplicationsAsync(file, logto, options, cancellationToken);
        return snapshot;
    }

    /// <summary>The application that the file means: the one that the settings name, else the one of that type and name.</summary>
    /// <exception cref="TenantProblemException">It could be more than one.</exception>
    public Application? Find(WantedApplication wanted, ProvisioningOptions options)
    {
        if (wanted.ClientIdSetting is { } setting && options.Settings(setting) is { Length: > 0 } id && Applications.FirstOrDefault(one => one.Id == id) is { } configured)
        {
            return configured.Type == wanted.Type ? configured : throw new TenantProblemException(
                $"{setting} names an application of type {configured.Type}, and the file wants one of type {wanted.Type}. Correct the setting or the file.");
        }

        var found = Applications.Where(one => one.Type == wanted.Type && one.Name == wanted.Name).ToList();
        return found.Count <= 1 ? found.FirstOrDefault() : throw new TenantProblemException(
            $"{found.Count} applications of type {wanted.Type} are called '{wanted.Name}' in Logto. Rename or delete the others{(wanted.ClientIdSetting is { } key ? $", or set {key} to the id of the right one" : string.Empty)}.");
    }

    /// <summary>The application that remembers what was made from the file: its first that is not the one this program runs with.</summary>
    public WantedApplication? HomeOfLedger(TenantFile file, ProvisioningOptions options) =>
        file.Applications.FirstOrDefault(wanted => Find(wanted, options)?.Id != options.OwnClientId);

    /// <summary>The webhook of that name.</summary>
    /// <exception cref="TenantProblemException">There is more than one.</exception>
    public Hook? FindHook(string name)
    {
        var found = Hooks.Where(one => one.Name == name).ToList();
        return found.Count <= 1 ? found.FirstOrDefault() : throw new TenantProblemException($"{found.Count} webhooks are called '{name}' in Logto. Rename or delete the others.");
    }

    private async Task ReadApplicationsAsync(TenantFile file, TenantClients logto, ProvisioningOptions options, CancellationToken cancellationToken)
    {
        foreach (var wanted in file.Applications)
        {
            if (Find(wanted, options) is not { } application || application.Id == options.OwnClientId)
            {
                continue;
            }

            if (wanted.ClientSecretSetting is not null)
            {
                Secrets[application.Id] = await logto.Applications.ListSecretsAsync(application.Id, cancellationToken);
            }

            if (wanted.HasManagementApi || wanted.TenantRoles.Count > 0)
            {
                MachineRoles[application.Id] = await logto.Applications.ListRolesAsync(application.Id, cancellationToken);
            }
        }

        if (file.Applications.Any(wanted => wanted.HasManagementApi))
        {
            ManagementApiRole = await FindManagementApiRoleAsync(logto, options.ManagementApi, cancellationToken);
        }
    }

    // Logto's own has a name that somebody may have changed.
    private async Task<Role?> FindManagementApiRoleAsync(TenantClients logto, string managementApi, CancellationToken cancellationToken)
    {
        foreach (var role in Roles.Where(role => role.Type == "MachineToMachine").OrderByDescending(role => role.Name == Role.ManagementApiAccess))
        {
            var scopes = await logto.Roles.ListScopesAsync(role.Id, cancellationToken);
            if (scopes.Any(scope => scope.Name == "all" && scope.Resource.Indicator == managementApi))
            {
                return role;
            }
        }

        return null;
    }
}
