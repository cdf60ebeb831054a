using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.Circuits;
using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Events.Nodes;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Requests;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Images;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Organizations;

/// <summary>
/// Acme with Alice (administrator) and Bob (member), Globex next door with Greta, and Dave who is in none. The real services with the
/// real guard and store over a tenant in memory.
/// </summary>
public sealed class OrganizationsHouse : IDisposable
{
    private readonly (string Key, string Value)[] _settings;
    private ServiceProvider? _provider;

    public OrganizationsHouse(params (string Key, string Value)[] settings)
    {
        _settings = settings;
        Logto = new FakeLogto(Clock);
        Admin = Logto.AddRole("admin", [.. OrganizationPermissions.All.Select(permission => permission.DefaultScope)]);
        Member = Logto.AddRole("member", "read:member");
        Logto.AddMachineRole("service", "read:member");
        Acme = Logto.AddOrganization("Acme", "Road-runner supplies");
        Globex = Logto.AddOrganization("Globex");
        Alice = Logto.AddUser("alice@acme.example", "Alice Adams");
        Bob = Logto.AddUser("bob@acme.example", "Bob Brown");
        Greta = Logto.AddUser("greta@globex.example", "Greta Globe");
        Dave = Logto.AddUser("dave@example.com", "Dave Dunn");
        Logto.AddMember(Acme, Alice, Admin);
        Logto.AddMember(Acme, Bob, Member);
        Logto.AddMember(Globex, Greta, Admin);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    public FakeLogto Logto { get; }

    public SqliteStore Store { get; } = new();

    public FakeCurrentUser User { get; init; } = new();

    public FakeAuditTrail Audit { get; } = new();

    public FakeOrganizationEvents Events { get; } = new();

    public FakeOrganizationLocks Locks { get; } = new();

    public OrganizationId Acme { get; }

    public OrganizationId Globex { get; }

    public OrganizationRoleId Admin { get; }

    public OrganizationRoleId Member { get; }

    public UserId Alice { get; }

    public UserId Bob { get; }

    public UserId Greta { get; }

    public UserId Dave { get; }

    public IOrganizationService Service => Get<IOrganizationService>();

    /// <summary>Puts the house into a container; a component test has one of its own.</summary>
    public void AddTo(IServiceCollection services)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Portal:PublicUrl", "https://portal.example"), .. _settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value))])
            .Build();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<IDbContextFactory<PortalDbContext>>(Store);
        services.AddSingleton<ICurrentUser>(User);
        services.AddSingleton<IAuditTrail>(Audit);
        services.AddSingleton<IOrganizationEvents>(Events);
        services.AddSingleton<ITenantEvents>(new TenantEvents(new SingleNode()));
        services.AddSingleton<IOrganizationLocks>(Locks);
        services.AddSingleton<IRoleCeiling, RoleCeiling>();
        NoVisits.AddTo(services);
        services.AddSingleton<IPermissionReader, PermissionReader>();
        services.AddSingleton<IAccountStanding, AccountStanding>();
        services.AddSingleton<ISecondFactorGate, OpenSecondFactorGate>();
        services.AddSingleton<IOrganizationGuard, OrganizationGuard>();
        services.AddSingleton<IReauthentication, Reauthentication>();
        services.AddScoped<ActingPerson>();
        services.AddSingleton<OpenCircuits>();
        services.AddScoped<CircuitPresence>();
        services.AddOptions<PermissionOptions>();
        services.AddOptions<PortalOptions>().BindConfiguration("Portal");
        services.AddSingleton<PortalAddress>();
        services.AddSingleton<ILogoEncoder, LogoEncoder>();
        services.AddOrganizations(configuration);
        services.AddSingleton<IOneTimeSignIn>(new FakeOneTimeSignIn());
        services.AddInvitations();
        services.AddLocalization();
        services.AddDomains();
        services.AddJoinRequests();
        services.AddSingleton<IAdministrators, Administrators>();
        services.AddNotices();
        Logto.AddTo(services);
    }

    /// <summary>A service of the house.</summary>
    public T Get<T>()
        where T : notnull
    {
        if (_provider is null)
        {
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(Clock);
            AddTo(services);
            _provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        }

        return _provider.GetRequiredService<T>();
    }

    /// <summary>Signs a person of the tenant in, who has just proved who they are.</summary>
    public void SignIn(UserId user)
    {
        var known = Logto.Users.Single(candidate => candidate.Id == user);
        User.Person = User.SignIn(user, known.Name!, known.PrimaryEmail) with { AuthenticatedAt = Clock.GetUtcNow() };
    }

    /// <summary>The organizations of this name, as they stand in Logto.</summary>
    public IReadOnlyList<OrganizationId> Named(string name) => [.. Logto.Organizations.Where(one => one.Name == name).Select(one => one.Id)];

    /// <summary>What the repair does every minute.</summary>
    public Task RepairAsync() =>
        Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<CreationRepair>().Single().RepairAsync(CancellationToken.None);

    public void Dispose()
    {
        _provider?.Dispose();
        Store.Dispose();
    }
}
