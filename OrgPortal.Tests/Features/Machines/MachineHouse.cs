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
using OrgPortal.Web.Features.Machines;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Machines;

/// <summary>
/// Acme with Alice (administrator), Ken (may manage machines, and see people) and Bob (member), and Globex next door with Greta. Three roles for machines: one
/// that Ken may give, one that only Alice may, and one that nobody may. The real services with the real guard and store over a tenant in memory.
/// </summary>
public sealed class MachineHouse : IDisposable
{
    public const string PortalServer = "portal-server";

    private readonly ServiceProvider _provider;

    public MachineHouse(params (string Key, string Value)[] settings)
        : this(StoreProvider.Sqlite, settings)
    {
    }

    public MachineHouse(StoreProvider provider, params (string Key, string Value)[] settings)
    {
        Store = TestStore.Open(provider);
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        Logto = new FakeLogto(Clock);
        Admin = Logto.AddRole("admin", [.. OrganizationPermissions.All.Select(permission => permission.DefaultScope)]);
        Member = Logto.AddRole("member", "read:member");
        var keeper = Logto.AddRole("keeper", "read:member", "manage:application");
        Reader = Logto.AddMachineRole("reader", "read:member");
        Inviter = Logto.AddMachineRole("inviter", "read:member", "invite:member");
        Payer = Logto.AddMachineRole("payer", "pay:invoices");
        Acme = Logto.AddOrganization("Acme");
        Globex = Logto.AddOrganization("Globex");
        Alice = Join("alice@acme.example", "Alice Adams", Acme, Admin);
        Ken = Join("ken@acme.example", "Ken Key", Acme, keeper);
        Bob = Join("bob@acme.example", "Bob Brown", Acme, Member);
        Greta = Join("greta@globex.example", "Greta Globe", Globex, Admin);

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

    /// <summary>A role for machines, within what Ken may do.</summary>
    public OrganizationRoleId Reader { get; }

    /// <summary>A role for machines, within what Alice may do.</summary>
    public OrganizationRoleId Inviter { get; }

    /// <summary>A role for machines that allows what nobody may.</summary>
    public OrganizationRoleId Payer { get; }

    public UserId Alice { get; }

    public UserId Ken { get; }

    public UserId Bob { get; }

    public UserId Greta { get; }

    public IMachineService Service => Get<IMachineService>();

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
        services.AddOptions<LogtoOptions>().Configure(logto =>
        {
            logto.Endpoint = new Uri("https://logto.example/");
            (logto.Management.ClientId, logto.Web.ClientId) = (PortalServer, "portal-web");
        });
        services.AddLocalization();
        services.AddMachines();
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

    /// <summary>Makes a machine of Acme, as whoever is signed in.</summary>
    public async Task<ShownSecret> MakeAsync(string name = "Nightly export", params OrganizationRoleId[] roles)
    {
        var made = await Service.CreateAsync(Acme, new MachineForm(name, "Copies orders", roles.Length == 0 ? [Reader] : roles), new SecretForm());
        Assert.Null(made.Failure);
        return made.Value;
    }

    /// <summary>The application of a machine, as it is in Logto; nothing when there is none.</summary>
    public FakeApplication? Application(ShownSecret machine) => Logto.Applications.Find(one => one.Id == machine.ClientId);

    public IReadOnlyList<OrganizationMachine> Rows()
    {
        using var context = Store.CreateDbContext();
        return [.. context.OrganizationMachines.AsNoTracking()];
    }

    /// <summary>What people were told.</summary>
    public IReadOnlyList<(string Kind, string Recipient)> Told() => Store.Told();

    /// <summary>What the job does.</summary>
    public async Task UpkeepAsync()
    {
        await using var scope = _provider.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<MachineUpkeep>(scope.ServiceProvider).RunAsync(CancellationToken.None);
    }

    /// <summary>How an operation ended, by its code; nothing when it was done.</summary>
    public static string? Code(Failure? failure) => failure?.Code;

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
