using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Events.Nodes;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Domains.Proofs;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Requests;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Domains;

/// <summary>
/// Acme with Alice (administrator), Sam (may manage sign-in security, and see people) and Bob (member), Globex next door with Greta, and Dave of
/// acme.example who is in none. The real services with the real guard and store over a tenant and a DNS in memory.
/// </summary>
public sealed class DomainHouse : IDisposable
{
    private readonly ServiceProvider _provider;

    public DomainHouse(params (string Key, string Value)[] settings)
        : this(StoreProvider.Sqlite, settings)
    {
    }

    public DomainHouse(StoreProvider provider, params (string Key, string Value)[] settings)
    {
        Store = TestStore.Open(provider);
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        Logto = new FakeLogto(Clock) { VerifiesAddresses = true };
        Admin = Logto.AddRole("admin", [.. OrganizationPermissions.All.Select(permission => permission.DefaultScope)]);
        Member = Logto.AddRole("member", "read:member");
        Securing = Logto.AddRole("securing", "read:member", "manage:security");
        Inviting = Logto.AddRole("inviting", "read:member", "invite:member");
        Machine = Logto.AddMachineRole("service", "read:member");
        Acme = Logto.AddOrganization("Acme");
        Globex = Logto.AddOrganization("Globex");
        Alice = Join("alice@acme.example", "Alice Adams", Acme, Admin);
        Sam = Join("sam@acme.example", "Sam Secure", Acme, Securing);
        Ina = Join("ina@acme.example", "Ina Inviter", Acme, Inviting);
        Bob = Join("bob@acme.example", "Bob Brown", Acme, Member);
        Greta = Join("greta@globex.example", "Greta Globe", Globex, Admin);
        Dave = Logto.AddUser("Dave@Acme.example", "Dave Dunn");
        Eve = Logto.AddUser("eve@elsewhere.example", "Eve Else");

        var services = new ServiceCollection();
        AddTo(services, settings);
        services.AddSingleton<TimeProvider>(Clock);
        _provider = services.BuildServiceProvider();
        SignIn(Alice);
    }

    public FakeTimeProvider Clock { get; } = new();

    public FakeLogto Logto { get; }

    public TestStore Store { get; }

    public FakeCurrentUser User { get; } = new();

    public FakeAuditTrail Audit { get; } = new();

    public FakeOrganizationEvents Events { get; } = new();

    public FakeOrganizationLocks Locks { get; } = new();

    public OrganizationId Acme { get; }

    public OrganizationId Globex { get; }

    public OrganizationRoleId Admin { get; }

    public OrganizationRoleId Member { get; }

    public OrganizationRoleId Securing { get; }

    public OrganizationRoleId Inviting { get; }

    public OrganizationRoleId Machine { get; }

    public UserId Alice { get; }

    public UserId Sam { get; }

    public UserId Ina { get; }

    public UserId Bob { get; }

    public UserId Greta { get; }

    public UserId Dave { get; }

    public UserId Eve { get; }

    public IDomainService Service => Get<IDomainService>();

    public IJoinRequestService Requests => Get<IJoinRequestService>();

    internal FakeDomainProofs Dns { get; } = new();

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    /// <summary>Puts the house into a container; a component test has one of its own.</summary>
    public void AddTo(IServiceCollection services, params (string Key, string Value)[] settings)
    {
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value))).Build());
        services.AddSingleton<IDbContextFactory<PortalDbContext>>(Store);
        services.AddSingleton<ICurrentUser>(User);
        services.AddSingleton<IAuditTrail>(Audit);
        services.AddSingleton<IOrganizationEvents>(Events);
        services.AddSingleton<ITenantEvents>(new TenantEvents(new SingleNode()));
        services.AddSingleton<IOrganizationLocks>(Locks);
        services.AddSingleton<IRoleCeiling, RoleCeiling>();
        services.AddWall();
        services.AddLocalization();
        services.AddDomains();
        services.AddJoinRequests();
        services.AddNotices();
        services.AddSingleton<IAdministrators, Administrators>();
        services.Replace(ServiceDescriptor.Singleton<IDomainProofs>(Dns));
        Logto.AddTo(services);
    }

    public void SignIn(UserId user)
    {
        var known = Logto.Users.Single(u => u.Id == user);
        User.SignIn(user, known.Name ?? "Somebody", known.PrimaryEmail);
    }

    /// <summary>The value that the record of an organization's domain is to have.</summary>
    public string ValueOf(OrganizationId organization, string domain = "acme.example") => Row(organization, domain)!.Challenge;

    public OrganizationDomain? Row(OrganizationId organization, string domain = "acme.example")
    {
        using var context = Store.CreateDbContext();
        return context.OrganizationDomains.AsNoTracking().SingleOrDefault(row => row.OrganizationId == organization.Value && row.Name == domain);
    }

    /// <summary>Adds a domain and puts its record into DNS, beside those that are there.</summary>
    public async Task ClaimAsync(OrganizationId organization, string domain = "acme.example")
    {
        Assert.Null((await Service.AddAsync(organization, domain)).Failure);
        Dns.Records.TryAdd(domain, []);
        Dns.Records[domain].Add(ValueOf(organization, domain));
    }

    /// <summary>Adds a domain of Acme and verifies it, as Alice; then opens it.</summary>
    public async Task VerifyAsync(DomainEnrolment enrolment = DomainEnrolment.Nothing, string domain = "acme.example", params OrganizationRoleId[] roles)
    {
        SignIn(Alice);
        await ClaimAsync(Acme, domain);
        Assert.Equal(DomainProof.Found, (await Service.VerifyAsync(Acme, domain)).Value);
        if (enrolment != DomainEnrolment.Nothing)
        {
            Assert.Null((await Service.SetEnrolmentAsync(Acme, domain, enrolment, roles)).Failure);
        }
    }

    /// <summary>The one request there is, as it is stored.</summary>
    public JoinRequest Request()
    {
        using var context = Store.CreateDbContext();
        return context.JoinRequests.AsNoTracking().OrderByDescending(row => row.AskedAt).First();
    }

    /// <summary>What people were told.</summary>
    public IReadOnlyList<(string Kind, string Recipient)> Told() => Store.Told();

    /// <summary>What the job does.</summary>
    public Task<int> RecheckAsync() => Get<DomainRechecks>().RecheckDueAsync(CancellationToken.None);

    public void Dispose()
    {
        _provider.Dispose();
        Store.Dispose();
    }

    private UserId Join(string email, string name, OrganizationId organization, OrganizationRoleId role)
    {
        var user = Logto.AddUser(email, name);
        Logto.AddMember(organization, user, role);
        return user;
    }
}
