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
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Operators;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Scheduling;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.OperatorsConsole;

/// <summary>
/// Acme with Alice (administrator) and Bob (member), Globex with Greta (administrator), and Initech with Ivan, who has no role; and Olga, who is in none of them and operates the
/// portal. The real services with the real guard and store over a tenant in memory.
/// </summary>
public sealed class OperatorsHouse : IDisposable
{
    private const string OperatorRole = "Operator";

    private static readonly KeyValuePair<string, string?>[] Usual =
    [
        KeyValuePair.Create<string, string?>("Portal:Operators:Role", OperatorRole), KeyValuePair.Create<string, string?>("Logto:Endpoint", "https://logto.example"),
        .. new[] { "Web", "Management" }.SelectMany(part => new[] { "ClientId", "ClientSecret" }.Select(key => KeyValuePair.Create<string, string?>($"Logto:{part}:{key}", "something"))),
    ];

    private readonly (string Key, string Value)[] _settings;
    private ServiceProvider? _provider;

    public OperatorsHouse(params (string Key, string Value)[] settings)
        : this(StoreProvider.Sqlite, settings)
    {
    }

    public OperatorsHouse(StoreProvider provider, params (string Key, string Value)[] settings)
    {
        _settings = settings;
        Store = TestStore.Open(provider);
        Logto = new FakeLogto(Clock);
        Admin = Logto.AddRole("admin", [.. OrganizationPermissions.All.Select(permission => permission.DefaultScope)]);
        Member = Logto.AddRole("member", "read:member");
        Acme = Logto.AddOrganization("Acme", "Road-runner supplies");
        Globex = Logto.AddOrganization("Globex");
        Initech = Logto.AddOrganization("Initech");
        Alice = Join("alice@acme.example", "Alice Adams", Acme, Admin);
        Bob = Join("bob@acme.example", "Bob Brown", Acme, Member);
        Greta = Join("greta@globex.example", "Greta Globe", Globex, Admin);
        Ivan = Logto.AddUser("ivan@initech.example", "Ivan Initech");
        Logto.AddMember(Initech, Ivan);
        Olga = Logto.AddUser("olga@portal.example", "Olga Ops");
        Logto.TenantRoles.Add((Olga, OperatorRole));
        SignIn(Olga);
        // Long after they were created.
        Clock.Advance(TimeSpan.FromHours(1));
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    public FakeLogto Logto { get; }

    public TestStore Store { get; }

    public FakeCurrentUser User { get; init; } = new();

    public FakeAuditTrail Audit { get; } = new();

    public FakeOrganizationEvents Events { get; } = new();

    public FakeOrganizationLocks Locks { get; } = new();

    public FakeWorkStarter Work { get; } = new();

    public OrganizationId Acme { get; }

    public OrganizationId Globex { get; }

    public OrganizationId Initech { get; }

    public OrganizationRoleId Admin { get; }

    public OrganizationRoleId Member { get; }

    public UserId Alice { get; }

    public UserId Bob { get; }

    public UserId Greta { get; }

    public UserId Ivan { get; }

    public UserId Olga { get; }

    /// <summary>Puts the house into a container; a component test has one of its own.</summary>
    public void AddTo(IServiceCollection services)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([.. Usual, .. _settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value))])
            .Build();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<IDbContextFactory<PortalDbContext>>(Store);
        services.AddSingleton<ICurrentUser>(User);
        services.AddSingleton<IAuditTrail>(Audit);
        services.AddSingleton<IOrganizationEvents>(Events);
        services.AddSingleton<ITenantEvents>(new TenantEvents(new SingleNode()));
        services.AddSingleton<IOrganizationLocks>(Locks);
        services.AddSingleton<IWorkStarter>(Work);
        services.AddScoped<ActingPerson>();
        services.AddSingleton<IRoleCeiling, RoleCeiling>();
        services.AddWall();
        services.AddOptions<OperatorOptions>().BindConfiguration(OperatorOptions.Section);
        services.AddScoped<IOperatorGuard, OperatorGuard>();
        services.AddLocalization();
        services.AddOptions<LogtoOptions>().BindConfiguration(LogtoOptions.Section);
        services.AddLogto();
        services.AddOrganizations(configuration);
        services.AddSingleton<Administrators>();
        services.AddSingleton<IAdministrators>(provider => provider.GetRequiredService<Administrators>());
        services.AddAuditLog();
        services.AddOperators();
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
            _provider = services.BuildServiceProvider();
        }

        return _provider.GetRequiredService<T>();
    }

    public void SignIn(UserId user)
    {
        var known = Logto.Users.Single(u => u.Id == user);
        User.SignIn(user, known.Name ?? "Somebody", known.PrimaryEmail);
    }

    /// <summary>One turn of the survey, as the scheduler gives it one. The clock moves on as fast as it is waited for.</summary>
    public async Task<TimeSpan?> TurnAsync()
    {
        _ = Get<TimeProvider>();
        await using var scope = _provider!.CreateAsyncScope();
        var acting = scope.ServiceProvider.GetRequiredService<ActingPerson>();
        User.Acting = () => acting.Person;
        var turn = scope.ServiceProvider.GetRequiredService<SurveyWork>().RunAsync(SurveyWork.Id, CancellationToken.None);
        while (!turn.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        User.Acting = null;
        return await turn;
    }

    /// <summary>A survey from its beginning to its end.</summary>
    public async Task SurveyAsync()
    {
        Assert.Null((await Get<ISurveyService>().StartAsync()).Failure);
        while (await TurnAsync() is not null)
        {
        }
    }

    /// <summary>What is known, as organization, kind and domain.</summary>
    public async Task<IReadOnlyList<string>> FindingsAsync()
    {
        var listed = await Get<IFindingService>().ListAsync(new PageRequest(1, 100));
        return [.. listed.Value.Findings.Items.Select(finding => $"{finding.OrganizationName} {finding.Kind} {finding.Domain ?? finding.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Changes the store past the services.</summary>
    public void Change(Action<PortalDbContext> change)
    {
        using var context = Store.CreateDbContext();
        change(context);
        context.SaveChanges();
    }

    /// <summary>A creation of Bob's that was broken off an hour ago, with what it left in Logto.</summary>
    public (Guid Creation, OrganizationId Left) AddHalfMade()
    {
        var (creation, left) = (Guid.NewGuid(), Logto.AddOrganization("Half"));
        Change(context => context.Add(new CreatedOrganization { RequestId = creation, UserId = Bob.Value, OrganizationId = left.Value, State = CreationStates.Created, CreatedAt = Clock.GetUtcNow().AddHours(-1) }));
        return (creation, left);
    }

    public static string? Code(Failure? failure) => failure?.Code;

    public void Dispose()
    {
        _provider?.Dispose();
        Store.Dispose();
    }

    private UserId Join(string email, string name, OrganizationId organization, OrganizationRoleId role)
    {
        var user = Logto.AddUser(email, name);
        Logto.AddMember(organization, user, role);
        return user;
    }
}
