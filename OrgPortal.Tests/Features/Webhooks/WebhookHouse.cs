using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Images;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Events.Nodes;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Webhooks;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Outbound;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Webhooks;

/// <summary>
/// Acme with Alice (administrator), Ken (keeps the organization's settings and sees nobody) and Bob (member), and Globex next door with Greta. The real services, the real
/// guard, store and courier, over a tenant in memory and an Internet that answers as it is told to.
/// </summary>
public sealed class WebhookHouse : IDisposable
{
    public const string Url = "https://hooks.acme.example/in?key=quiet";

    private readonly ServiceProvider _provider;

    public WebhookHouse(params (string Key, string Value)[] settings)
        : this(StoreProvider.Sqlite, settings)
    {
    }

    public WebhookHouse(StoreProvider provider, params (string Key, string Value)[] settings)
    {
        Store = TestStore.Open(provider);
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        Logto = new FakeLogto(Clock);
        var admin = Logto.AddRole("admin", [.. OrganizationPermissions.All.Select(permission => permission.DefaultScope)]);
        var keeper = Logto.AddRole("keeper", "manage:organization");
        var member = Logto.AddRole("member", "read:member");
        Acme = Logto.AddOrganization("Acme");
        Globex = Logto.AddOrganization("Globex");
        Alice = Join("alice@acme.example", "Alice Adams", Acme, admin);
        Ken = Join("ken@acme.example", "Ken Key", Acme, keeper);
        Bob = Join("bob@acme.example", "Bob Brown", Acme, member);
        Greta = Join("greta@globex.example", "Greta Globe", Globex, admin);

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

    public OrganizationId Acme { get; }

    public OrganizationId Globex { get; }

    public UserId Alice { get; }

    public UserId Ken { get; }

    public UserId Bob { get; }

    public UserId Greta { get; }

    public IWebhookService Service => Get<IWebhookService>();

    internal FakePosts Posts { get; } = new();

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    /// <summary>Puts the house into a container; a component test has one of its own.</summary>
    public void AddTo(IServiceCollection services, params (string Key, string Value)[] settings)
    {
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value))).Build());
        services.AddSingleton<IHostEnvironment>(new FakeEnvironment(Environments.Production));
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddSingleton<IDbContextFactory<PortalDbContext>>(Store);
        services.AddSingleton<ICurrentUser>(User);
        services.AddSingleton<IAuditTrail>(Audit);
        services.AddSingleton<IOrganizationEvents>(Events);
        services.AddSingleton<ITenantEvents>(new TenantEvents(new SingleNode()));
        services.AddSingleton<IOrganizationLocks, FakeOrganizationLocks>();
        services.AddWall();
        services.AddLocalization();
        services.AddNotices();
        services.AddSingleton<IAdministrators, Administrators>();
        services.AddOutgoingWebhooks();
        services.Replace(ServiceDescriptor.Singleton<IOutboundPosts>(Posts));
        services.TryAddSingleton<WebhookCourier>();
        Logto.AddTo(services);
    }

    /// <summary>Somebody signs in, a moment ago.</summary>
    public void SignIn(UserId user)
    {
        var known = Logto.Users.Single(u => u.Id == user);
        User.Person = User.SignIn(user, known.Name ?? "Somebody", known.PrimaryEmail) with { AuthenticatedAt = Clock.GetUtcNow() };
    }

    /// <summary>Makes a webhook of Acme, as whoever is signed in, which is told of everything.</summary>
    public async Task<ShownWebhookSecret> MakeAsync(string url = Url, params string[] events)
    {
        var made = await Service.CreateAsync(Acme, new WebhookForm(url, "Directory", events.Length == 0 ? [.. WebhookEventTypes.All.Select(type => type.Name)] : events));
        Assert.Null(made.Failure);
        await CourierRoundAsync();
        return made.Value;
    }

    /// <summary>Something was done in an organization, as the audit trail has it.</summary>
    public Task RecordAsync(string action, OrganizationId organization, string kind, string? target, object? before = null, object? after = null, UserId? actor = null, string outcome = AuditOutcomes.Done) =>
        RecordAsync(new AuditContent
        {
            Action = action,
            OrganizationId = organization.Value,
            ActorId = actor?.Value,
            TargetKind = kind,
            TargetId = target,
            TargetName = kind == "invitation" ? "carol@example.com" : null,
            Before = AuditContent.ToJson(before),
            After = AuditContent.ToJson(after),
            Outcome = outcome,
        });

    /// <summary>Bob joined Acme.</summary>
    public Task BobJoinsAsync() => RecordAsync(AuditActions.UseJoinLink, Acme, "join_link", "l1", after: new { roles = new[] { "member" } }, actor: Bob);

    /// <summary>What the courier does every two seconds, and what it has begun to its end.</summary>
    public async Task CourierRoundAsync()
    {
        var courier = Get<WebhookCourier>();
        await courier.RunOnceAsync(CancellationToken.None);
        await courier.DrainAsync();
    }

    /// <summary>The log of a webhook.</summary>
    public async Task<IReadOnlyList<DeliveryRow>> LogAsync(ShownWebhookSecret webhook) => (await Service.ListDeliveriesAsync(Acme, webhook.Webhook, new DeliveryQuery())).Value.Rows;

    public IReadOnlyList<WebhookEndpoint> Rows()
    {
        using var context = Store.CreateDbContext();
        return [.. context.WebhookEndpoints.AsNoTracking()];
    }

    /// <summary>What people were told.</summary>
    public IReadOnlyList<(string Kind, string Recipient)> Told() => Store.Told();

    public void Dispose()
    {
        _provider.Dispose();
        Store.Dispose();
    }

    private async Task RecordAsync(AuditContent content)
    {
        await using var context = Store.CreateDbContext();
        var chain = await context.AuditChains.SingleAsync();
        chain.HeadSequence++;
        context.Add(content.ToRecord(chain.HeadSequence, Clock.GetUtcNow(), null, "before", "hash"));
        await context.SaveChangesAsync();
    }

    private UserId Join(string email, string name, OrganizationId organization, OrganizationRoleId role)
    {
        var user = Logto.AddUser(email, name);
        Logto.AddMember(organization, user, role);
        return user;
    }
}
