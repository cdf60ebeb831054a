using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Logto.Probing;

namespace OrgPortal.Web.Features.Doctor;

/// <summary>One run: what several checks look at is read once, and in every run anew.</summary>
internal sealed class Examination(
    ITenantProbe probe,
    IApplicationsClient applications,
    IOrganizationTemplateClient template,
    IOrganizationRolesClient roles,
    ISignInExperienceClient signIn,
    IConnectorsClient connectors,
    IHooksClient hooks,
    IOptions<LogtoOptions> logto,
    CancellationToken ending)
{
    private readonly ConcurrentDictionary<LogtoException, string> _reported = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<Task<Discovery>> _discovery = new(() => probe.DiscoverAsync(ending));
    private readonly Lazy<Task<ManagementGrant>> _grant = new(() => probe.AskForTokenAsync(ending));
    private readonly Lazy<Task<Application?>> _webApplication = new(() => applications.GetAsync(logto.Value.Web.ClientId!, ending).OrNothingAsync());
    private readonly Lazy<Task<IReadOnlyList<OrganizationScope>>> _permissions = new(() => template.ListScopesAsync(ending));
    private readonly Lazy<Task<IReadOnlyList<Hook>>> _hooks = new(() => hooks.ListAsync(ending));
    private readonly Lazy<Task<IReadOnlyList<OrganizationRole>>> _roles = new(() =>
    {
        roles.Forget();
        return roles.ListAsync(ending);
    });

    private readonly Lazy<Task<SignInExperience>> _signIn = new(() =>
    {
        signIn.Forget();
        return signIn.GetAsync(ending);
    });

    private readonly Lazy<Task<Connector?>> _mail = new(async () =>
    {
        connectors.Forget();
        return (await connectors.ListAsync(ending)).FirstOrDefault(connector => connector.Type == Connector.Email);
    });

    /// <summary>What the tenant says of itself.</summary>
    public Task<Discovery> Discovery => _discovery.Value;

    /// <summary>What the machine application is given.</summary>
    public Task<ManagementGrant> Grant => _grant.Value;

    /// <summary>The application people sign in through; nothing when there is none of that id.</summary>
    public Task<Application?> WebApplication => _webApplication.Value;

    /// <summary>The permissions of the organization template.</summary>
    public Task<IReadOnlyList<OrganizationScope>> Permissions => _permissions.Value;

    /// <summary>The roles of the organization template.</summary>
    public Task<IReadOnlyList<OrganizationRole>> Roles => _roles.Value;

    /// <summary>How people sign in and up.</summary>
    public Task<SignInExperience> SignIn => _signIn.Value;

    /// <summary>The connector that mails, if there is one.</summary>
    public Task<Connector?> Mail => _mail.Value;

    /// <summary>The webhooks.</summary>
    public Task<IReadOnlyList<Hook>> Hooks => _hooks.Value;

    /// <summary>Which check reports that a shared read failed: the first one that met it.</summary>
    public string ReporterOf(LogtoException exception, string check) => _reported.GetOrAdd(exception, check);
}
