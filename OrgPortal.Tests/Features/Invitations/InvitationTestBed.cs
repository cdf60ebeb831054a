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
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Invitations.Importing;
using OrgPortal.Web.Features.JoinLinks;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Scheduling;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Invitations;

/// <summary>
/// Acme with Alice (administrator), Ina (may invite, sees members) and Bob (member), an organization Globex next door, and Dave who
/// is in none. The real services with the real guard and store over a tenant in memory.
/// </summary>
public sealed class InvitationTestBed : IDisposable
{
    private readonly ServiceProvider _provider;
    private ActingPerson? _acting;

    public InvitationTestBed(params (string Key, string Value)[] settings)
        : this(StoreProvider.Sqlite, settings)
    {
    }

    public InvitationTestBed(StoreProvider provider, params (string Key, string Value)[] settings)
    {
        Store = TestStore.Open(provider);
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 10, 30, 0, TimeSpan.Zero));
        Logto = new FakeLogto(Clock);
        Admin = Logto.AddRole("admin", [.. OrganizationPermissions.All.Select(permission => permission.DefaultScope)]);
        Member = Logto.AddRole("member", "read:member");
        Inviting = Logto.AddRole("inviting", "read:member", "invite:member");
        Machine = Logto.AddMachineRole("service", "read:member");
        Acme = Logto.AddOrganization("Acme");
        Globex = Logto.AddOrganization("Globex");
        Alice = Join("alice@acme.example", "Alice Adams", Acme, Admin);
        Ina = Join("ina@acme.example", "Ina Inviter", Acme, Inviting);
        Bob = Join("bob@acme.example", "Bob Brown", Acme, Member);
        Greta = Join("greta@globex.example", "Greta Globe", Globex, Admin);
        Dave = Logto.AddUser("dave@example.com", "Dave Dunn");

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLocalization();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Portal:PublicUrl", "https://portal.example"), .. settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value))])
            .Build());
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IDbContextFactory<PortalDbContext>>(Store);
        services.AddSingleton<ICurrentUser>(new ActingUser(this));
        services.AddSingleton<IAuditTrail>(Audit);
        services.AddSingleton<IOrganizationEvents>(Events);
        services.AddSingleton<ITenantEvents>(new TenantEvents(new SingleNode()));
        services.AddSingleton<IOrganizationLocks>(Locks);
        services.AddSingleton<IRoleCeiling, RoleCeiling>();
        services.AddWall();
        services.AddOptions<PortalOptions>().BindConfiguration("Portal");
        services.AddSingleton<PortalAddress>();
        services.AddSingleton<IOneTimeSignIn>(Browser);
        services.AddInvitations();
        services.AddInvitationImports();
        services.AddSingleton<IWorkStarter>(Work);
        services.AddTransient<ActingPerson>();
        services.AddSingleton<IAdministrators, Administrators>();
        services.AddNotices();
        services.AddJoinLinks();
        services.AddSingleton<IAdministrators, Administrators>();
        services.AddNotices();
        Logto.AddTo(services);
        _provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        SignIn(Alice);
        Logto.Calls.Clear();
    }

    public FakeTimeProvider Clock { get; } = new();

    public FakeLogto Logto { get; }

    public TestStore Store { get; }

    public FakeCurrentUser User { get; } = new();

    public FakeOneTimeSignIn Browser { get; } = new();

    public FakeAuditTrail Audit { get; } = new();

    public FakeOrganizationEvents Events { get; } = new();

    public FakeOrganizationLocks Locks { get; } = new();

    /// <summary>What durable work was asked for.</summary>
    public FakeWorkStarter Work { get; } = new();

    public OrganizationId Acme { get; }

    public OrganizationId Globex { get; }

    public OrganizationRoleId Admin { get; }

    public OrganizationRoleId Member { get; }

    /// <summary>A role that may invite and sees members, no more.</summary>
    public OrganizationRoleId Inviting { get; }

    public OrganizationRoleId Machine { get; }

    public UserId Alice { get; }

    public UserId Ina { get; }

    public UserId Bob { get; }

    public UserId Greta { get; }

    public UserId Dave { get; }

    public IInvitationService Service => Get<IInvitationService>();

    public IInvitationImportService Imports => Get<IInvitationImportService>();

    public IInvitationResponseService Responses => Get<IInvitationResponseService>();

    public IJoinLinkService Links => Get<IJoinLinkService>();

    public IJoinByLinkService Joining => Get<IJoinByLinkService>();

    /// <summary>What changed for other people, by the events that were published.</summary>
    public IEnumerable<string> Announced => Events.Published.Select(e => e.GetType().Name);

    internal InvitationTokens Tokens => Get<InvitationTokens>();

    internal InvitationLimits Limits => Get<InvitationLimits>();

    public T Get<T>() where T : notnull => _provider.GetRequiredService<T>();

    /// <summary>Signs a person of the tenant in.</summary>
    public void SignIn(UserId user)
    {
        var known = Logto.Users.Single(u => u.Id == user);
        User.SignIn(user, known.Name ?? "Somebody", known.PrimaryEmail);
    }

    /// <summary>Invites one address as the signed-in person.</summary>
    public async Task<InvitationId> InviteAsync(string address = "dave@example.com", OrganizationRoleId? role = null, int? days = null)
    {
        var outcomes = await Service.SendAsync(Acme, new SendInvitationsForm([address], [role ?? Member], days));
        return outcomes.Value.Single().Invitation!.Value;
    }

    /// <summary>The token in the newest mail to the address.</summary>
    public string MailedToken(string address = "dave@example.com") => TokenIn(Logto.Messages.Last(message => message.To == address).Message.Link);

    public static string TokenIn(string link) => link.Split('/')[^1];

    /// <summary>Makes a link to join Acme by as the signed-in person.</summary>
    /// <returns>The secret in it.</returns>
    public async Task<string> MakeLinkAsync(OrganizationRoleId? role = null, string? domain = null, int days = JoinLinkForm.UsualDays, int? most = null)
    {
        var made = await Links.CreateAsync(Acme, new JoinLinkForm("Interns", [role ?? Member], domain is null ? [] : [domain], days, most));
        return TokenIn(made.Value.Address.AbsoluteUri);
    }

    public JoinLink[] StoredLinks()
    {
        using var context = Store.CreateDbContext();
        return [.. context.JoinLinks.AsNoTracking()];
    }

    public JoinLinkUse[] StoredUses()
    {
        using var context = Store.CreateDbContext();
        return [.. context.JoinLinkUses.AsNoTracking()];
    }

    public OrganizationInvitation Invitation(InvitationId id) => Logto.Invitations.Single(invitation => invitation.Id == id);

    /// <summary>Lets the invitation end at once.</summary>
    public void PassExpiry() => Clock.Advance(TimeSpan.FromDays(31));

    public InvitationToken[] StoredTokens()
    {
        using var context = Store.CreateDbContext();
        return [.. context.InvitationTokens.AsNoTracking().OrderBy(token => token.CreatedAt)];
    }

    /// <summary>What a person was told, oldest first.</summary>
    public NoticeEntry[] NoticesOf(UserId person)
    {
        using var context = Store.CreateDbContext();
        return [.. context.Notices.AsNoTracking().Where(notice => notice.RecipientId == person.Value).OrderBy(notice => notice.Id)];
    }

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

    /// <summary>Takes a turn of an import, as the scheduler would: in a scope in which nobody is signed in.</summary>
    public async Task<TimeSpan?> TurnAsync(Guid import)
    {
        _acting = new ActingPerson();
        try
        {
            return await ActivatorUtilities.CreateInstance<ImportWork>(_provider, _acting).RunAsync(import.ToString("N"), CancellationToken.None);
        }
        finally
        {
            _acting = null;
        }
    }

    /// <summary>In a turn whoever it acts for is there, else whoever is signed in.</summary>
    private sealed class ActingUser(InvitationTestBed bed) : ICurrentUser
    {
        public ValueTask<Person?> GetAsync() => bed._acting is { } acting ? ValueTask.FromResult(acting.Person) : bed.User.GetAsync();
    }
}
