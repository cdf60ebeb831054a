using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Events.Nodes;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.EnterpriseSignIn;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Outbound;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.EnterpriseSignIn;

/// <summary>
/// Acme with Alice (administrator), Sam (may manage security, and see people) and Bob (member), and Globex next door with Greta. Acme has proven <c>acme.example</c>, and lists
/// <c>acme.test</c>. The real services with the real guard and store over a tenant in memory.
/// </summary>
public sealed class ConnectionHouse : IDisposable
{
    public const string Issuer = "https://login.acme.example";
    public const string Domain = "acme.example";
    public const string Secret = "the-secret-nobody-sees";

    private readonly ServiceProvider _provider;

    public ConnectionHouse(params (string Key, string Value)[] settings)
        : this(StoreProvider.Sqlite, settings)
    {
    }

    public ConnectionHouse(StoreProvider provider, params (string Key, string Value)[] settings)
    {
        Store = TestStore.Open(provider);
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        Logto = new FakeLogto(Clock) { VerifiesAddresses = true };
        Admin = Logto.AddRole("admin", [.. OrganizationPermissions.All.Select(permission => permission.DefaultScope)]);
        Member = Logto.AddRole("member", "read:member");
        var keeper = Logto.AddRole("keeper", "read:member", "manage:security");
        Payer = Logto.AddRole("payer", "pay:invoices");
        Acme = Logto.AddOrganization("Acme");
        Globex = Logto.AddOrganization("Globex");
        Alice = Join("alice@acme.example", "Alice Adams", Acme, Admin);
        Sam = Join("sam@acme.example", "Sam Secure", Acme, keeper);
        Bob = Join("bob@acme.example", "Bob Brown", Acme, Member);
        Greta = Join("greta@globex.example", "Greta Globe", Globex, Admin);
        Documents.Put($"{Issuer}/.well-known/openid-configuration", Discovery());
        Verify(Acme, Domain, true);
        Verify(Acme, "acme.test", false);

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

    /// <summary>A role that allows what nobody may.</summary>
    public OrganizationRoleId Payer { get; }

    public UserId Alice { get; }

    public UserId Sam { get; }

    public UserId Bob { get; }

    public UserId Greta { get; }

    public IEnterpriseSignInService Service => Get<IEnterpriseSignInService>();

    internal FakeDocumentFetcher Documents { get; } = new();

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    /// <summary>Puts the house into a container; a component test has one of its own.</summary>
    public void AddTo(IServiceCollection services, params (string Key, string Value)[] settings)
    {
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Portal:EnterpriseSignIn:SelfService", "all")])
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value)))
            .Build());
        services.AddSingleton<IDbContextFactory<PortalDbContext>>(Store);
        services.AddSingleton<ICurrentUser>(User);
        services.AddSingleton<IAuditTrail>(Audit);
        services.AddSingleton<IOrganizationEvents>(Events);
        services.AddSingleton<ITenantEvents>(new TenantEvents(new SingleNode()));
        services.AddSingleton<IOrganizationLocks>(Locks);
        services.AddSingleton<IRoleCeiling, RoleCeiling>();
        services.AddWall();
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddSingleton<SignInTrialLinks>();
        services.AddOptions<LogtoOptions>().Configure(logto => logto.Endpoint = new Uri("https://logto.example/"));
        services.AddLocalization();
        services.AddDomains();
        services.AddSingleton<IDocumentFetcher>(Documents);
        services.AddEnterpriseSignIn();
        services.AddMembers();
        services.AddNotices();
        services.AddSingleton<IAdministrators, Administrators>();
        Logto.AddTo(services);
    }

    /// <summary>Somebody signs in, a moment ago.</summary>
    public void SignIn(UserId user)
    {
        var known = Logto.Users.Single(u => u.Id == user);
        User.Person = User.SignIn(user, known.Name ?? "Somebody", known.PrimaryEmail) with { AuthenticatedAt = Clock.GetUtcNow() };
    }

    /// <summary>A connection of Acme's whose set-up has begun, as whoever is signed in.</summary>
    public async Task<Guid> StartAsync(ConnectionKind kind = ConnectionKind.Oidc, string name = "Directory")
    {
        var started = await Service.StartAsync(Acme, new ConnectionForm(name, kind));
        Assert.Null(started.Failure);
        return started.Value;
    }

    /// <summary>One that has settings and a domain.</summary>
    public async Task<Guid> PrepareAsync()
    {
        var connection = await StartAsync();
        Assert.Null((await Service.ConfigureOidcAsync(Acme, connection, new OidcForm(Issuer, "logto", Secret))).Failure);
        Assert.Null((await Service.ChooseDomainsAsync(Acme, connection, [Domain])).Failure);
        return connection;
    }

    /// <summary>One that people sign in through.</summary>
    public async Task<Guid> OpenAsync()
    {
        var connection = await PrepareAsync();
        Assert.Null((await Service.ActivateAsync(Acme, connection, [Member])).Failure);
        return connection;
    }

    /// <summary>Somebody comes back from a test sign-in.</summary>
    internal async Task<ReturnUrl> ReturnAsync(Guid connection, UserId? user, string? address, SignInFailure? failure = null)
    {
        var row = Row(connection);
        using var scope = _provider.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<ISignInTrials>()
            .EndAsync(new SignInTrial(Acme, connection, row.ConnectorId!, row.TrialId!.Value), new SignInTrialAnswer(user, address, failure));
    }

    /// <summary>A row of the store.</summary>
    public OrganizationConnector Row(Guid connection) => Rows().Single(row => row.Id == connection);

    public IReadOnlyList<OrganizationConnector> Rows()
    {
        using var context = Store.CreateDbContext();
        return [.. context.OrganizationConnectors.AsNoTracking()];
    }

    /// <summary>The only connector of the tenant.</summary>
    public FakeSsoConnector Connector() => Assert.Single(Logto.SsoConnectors);

    /// <summary>What the job does.</summary>
    public async Task UpkeepAsync()
    {
        await using var scope = _provider.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<ConnectionUpkeep>(scope.ServiceProvider).RunAsync(CancellationToken.None);
    }

    /// <summary>The domain is not proven any more.</summary>
    public void Lose(string domain)
    {
        using var context = Store.CreateDbContext();
        context.OrganizationDomains.Where(row => row.Name == domain).ExecuteDelete();
    }

    public void Dispose()
    {
        _provider.Dispose();
        Store.Dispose();
    }

    internal static string Discovery(string issuer = Issuer, string? without = null, string scheme = "https") => System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["issuer"] = issuer,
        ["authorization_endpoint"] = $"{scheme}://login.acme.example/authorize",
        ["token_endpoint"] = "https://login.acme.example/token",
        ["jwks_uri"] = "https://login.acme.example/jwks",
    }.Where(one => one.Key != without).ToDictionary());

    private void Verify(OrganizationId organization, string domain, bool isVerified)
    {
        using var context = Store.CreateDbContext();
        var now = Clock.GetUtcNow();
        context.Add(new OrganizationDomain
        {
            OrganizationId = organization.Value, Name = domain, Challenge = "x", AddedAt = now, VerifiedAt = isVerified ? now : null, FoundAt = isVerified ? now : null, Enrolment = "nothing",
        });
        context.SaveChanges();
    }

    private UserId Join(string email, string name, OrganizationId organization, OrganizationRoleId role)
    {
        var user = Logto.AddUser(email, name);
        Logto.AddMember(organization, user, role);
        return user;
    }
}
