using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Events.Nodes;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Security;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Scheduling;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Security;

/// <summary>
/// Acme with Alice and Ann (administrators), Sam (may manage sign-in security) and Bob (member); Globex next door with Greta. Alice has a second factor. The real services
/// with the real guard, gate and store over a tenant in memory; work that was asked for is done when a test does it.
/// </summary>
public sealed class SecurityHouse : IDisposable
{
    private readonly ServiceProvider _provider;

    public SecurityHouse(StoreProvider provider = StoreProvider.Sqlite, params (string Key, string Value)[] settings)
    {
        Store = TestStore.Open(provider);
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        Logto = new FakeLogto(Clock);
        Admin = Logto.AddRole("admin", [.. OrganizationPermissions.All.Select(permission => permission.DefaultScope)]);
        Member = Logto.AddRole("member", "read:member");
        Securing = Logto.AddRole("securing", "read:member", "manage:security");
        Acme = Logto.AddOrganization("Acme");
        Globex = Logto.AddOrganization("Globex");
        Alice = Join("alice@acme.example", "Alice Adams", Acme, Admin);
        Ann = Join("ann@acme.example", "Ann Archer", Acme, Admin);
        Sam = Join("sam@acme.example", "Sam Secure", Acme, Securing);
        Bob = Join("bob@acme.example", "Bob Brown", Acme, Member);
        Greta = Join("greta@globex.example", "Greta Globe", Globex, Admin);
        Logto.SecondFactors.Add((Alice, "Totp"));

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

    public FakeWorkStarter Work { get; } = new();

    public OrganizationId Acme { get; }

    public OrganizationId Globex { get; }

    public OrganizationRoleId Admin { get; }

    public OrganizationRoleId Member { get; }

    public OrganizationRoleId Securing { get; }

    public UserId Alice { get; }

    public UserId Ann { get; }

    public UserId Sam { get; }

    public UserId Bob { get; }

    public UserId Greta { get; }

    public ISecondFactorService Service => Get<ISecondFactorService>();

    public bool IsRequired => Logto.Organizations.Single(one => one.Id == Acme).IsMfaRequired;

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
        NoVisits.AddTo(services);
        services.AddSingleton<IPermissionReader, PermissionReader>();
        services.AddSingleton<IAccountStanding, AccountStanding>();
        services.AddSingleton<ISecondFactorGate, SecondFactorGate>();
        services.AddSingleton<IOrganizationHolds, NoOrganizationHolds>();
        services.AddScoped<IOrganizationGuard, OrganizationGuard>();
        services.AddScoped<IReauthentication, Reauthentication>();
        services.AddScoped<ActingPerson>();
        services.AddOptions<PermissionOptions>();
        services.AddLocalization();
        services.AddNotices();
        services.AddSingleton<IAdministrators, Administrators>();
        services.AddSignInSecurity();
        services.AddSingleton<IWorkStarter>(Work);
        Logto.AddTo(services);
    }

    /// <summary>Signs somebody in, who has just proved who they are.</summary>
    public void SignIn(UserId user)
    {
        var known = Logto.Users.Single(one => one.Id == user);
        User.Person = User.SignIn(user, known.Name ?? "Somebody", known.PrimaryEmail!) with { AuthenticatedAt = Clock.GetUtcNow() };
    }

    public UserId Join(string email, string name, OrganizationId organization, OrganizationRoleId role)
    {
        var user = Logto.AddUser(email, name);
        Logto.AddMember(organization, user, role);
        return user;
    }

    /// <summary>Does a turn of what was asked for, as whoever asked: in a scope of its own, as the scheduler does.</summary>
    internal async Task<TimeSpan?> WorkAsync<TWork>()
        where TWork : IDurableWork
    {
        using var scope = _provider.CreateScope();
        var acting = scope.ServiceProvider.GetRequiredService<ActingPerson>();
        // The fake says who is there for every scope: what the work says is taken over while it runs.
        User.Acting = () => acting.Person;
        try
        {
            return await scope.ServiceProvider.GetRequiredService<TWork>().RunAsync(Acme.Value, CancellationToken.None);
        }
        finally
        {
            User.Acting = null;
        }
    }

    /// <summary>A round of upkeep, and the work that it asks for.</summary>
    public async Task UpkeepAsync()
    {
        Work.Started.Clear();
        using var scope = _provider.CreateScope();
        await scope.ServiceProvider.GetRequiredService<SecondFactorUpkeep>().RunAsync(CancellationToken.None);
        if (Work.Started.Count > 0)
        {
            await WorkAsync<SecondFactorEnforcing>();
        }
    }

    /// <summary>Counts to the end.</summary>
    public async Task CountAsync()
    {
        Assert.Null((await Service.StartCountAsync(Acme)).Failure);
        while (await WorkAsync<SecondFactorCounting>() is not null)
        {
        }
    }

    /// <summary>What people were told.</summary>
    public IReadOnlyList<(string Kind, string Recipient)> Told() => Store.Told();

    /// <summary>The outcomes of an act, in order.</summary>
    public IReadOnlyList<string> OutcomesOf(string action) => [.. Audit.Records.Where(record => record.Action == action).Select(record => record.Outcome)];

    public void Dispose()
    {
        _provider.Dispose();
        Store.Dispose();
    }
}
