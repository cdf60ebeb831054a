using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Audit;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.Visits;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Events.Nodes;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Visits;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Visits;

/// <summary>Acme with Alice (administrator) and Bob (member), Globex next door, and Olga, who runs the portal and belongs to neither. The real guard, ceiling, audit trail and store.</summary>
public sealed class VisitHouse : IDisposable, IRequestOrigin
{
    public const string Reason = "Support request 4711: nobody can manage members";
    public const string Operator = "portal-operator";

    private readonly ServiceProvider _provider;

    public VisitHouse(StoreProvider on = StoreProvider.Sqlite, string? role = Operator)
    {
        Store = TestStore.Open(on);
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.Zero));
        Logto = new FakeLogto(Clock);
        Admin = Logto.AddRole("admin", [.. OrganizationPermissions.All.Select(permission => permission.DefaultScope)]);
        Member = Logto.AddRole("member", "read:member");
        (Acme, Globex) = (Logto.AddOrganization("Acme"), Logto.AddOrganization("Globex"));
        Alice = Logto.AddUser("alice@acme.example", "Alice Adams");
        Bob = Logto.AddUser("bob@acme.example", "Bob Brown");
        Olga = Logto.AddUser("olga@portal.example", "Olga Operator");
        Logto.AddMember(Acme, Alice, Admin);
        Logto.AddMember(Acme, Bob, Member);
        Logto.TenantRoles.Add((Olga, Operator));

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLocalization();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IDbContextFactory<PortalDbContext>>(Store);
        services.AddSingleton<ICurrentUser>(User);
        services.AddSingleton<IRequestOrigin>(this);
        services.AddSingleton<IOrganizationEvents>(Events);
        services.AddSingleton<ITenantEvents>(new TenantEvents(new SingleNode()));
        services.AddSingleton<IOrganizationLocks>(Locks);
        services.AddSingleton(AuditChains.Writer(Store, time: Clock));
        services.AddSingleton<IAuditTrail, AuditTrail>();
        services.AddSingleton<IRoleCeiling, RoleCeiling>();
        services.AddSingleton<IAdministrators, Administrators>();
        services.AddWall();
        services.AddOptions<OperatorOptions>().Configure(options => options.Role = role);
        services.AddSingleton<IOperatorGuard, OperatorGuard>();
        services.AddNotices();
        services.AddVisits();
        services.AddSingleton<InvitationTokens>();
        services.AddSingleton<InvitationVouching>();
        Logto.AddTo(services);
        _provider = services.BuildServiceProvider();
        SignIn(Olga);
    }

    public string? IpAddress => "203.0.113.7";

    public FakeTimeProvider Clock { get; } = new();

    public FakeLogto Logto { get; }

    public TestStore Store { get; }

    public FakeCurrentUser User { get; } = new();

    public FakeOrganizationEvents Events { get; } = new();

    public FakeOrganizationLocks Locks { get; } = new();

    public OrganizationId Acme { get; }

    public OrganizationId Globex { get; }

    public OrganizationRoleId Admin { get; }

    public OrganizationRoleId Member { get; }

    public UserId Alice { get; }

    public UserId Bob { get; }

    public UserId Olga { get; }

    public IVisitService Service => Get<IVisitService>();

    public IOrganizationGuard Guard => Get<IOrganizationGuard>();

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    /// <summary>Somebody signs in, a moment ago.</summary>
    public void SignIn(UserId user)
    {
        var known = Logto.Users.Single(u => u.Id == user);
        User.Person = User.SignIn(user, known.Name!, known.PrimaryEmail) with { AuthenticatedAt = Clock.GetUtcNow() };
    }

    /// <summary>Olga goes inside Acme.</summary>
    public async Task<Visit> EnterAsync()
    {
        var entered = await Service.EnterAsync(Acme, Reason);
        Assert.Null(entered.Failure);
        return entered.Value;
    }

    /// <summary>What the job does, where nobody is signed in.</summary>
    public async Task UpkeepAsync()
    {
        var person = User.Person;
        User.SignOut();
        await ActivatorUtilities.CreateInstance<VisitUpkeep>(_provider).RunAsync(CancellationToken.None);
        User.Person = person;
    }

    /// <summary>The trail's outcomes, oldest first.</summary>
    public IReadOnlyList<AuditRecord> Trail()
    {
        using var context = Store.CreateDbContext();
        return [.. context.AuditRecords.AsNoTracking().Where(record => record.Outcome != "begun").OrderBy(record => record.Sequence)];
    }

    /// <summary>What people were told.</summary>
    public IReadOnlyList<(string Kind, string Recipient)> Told() => Store.Told();

    public void Dispose()
    {
        _provider.Dispose();
        Store.Dispose();
    }
}
