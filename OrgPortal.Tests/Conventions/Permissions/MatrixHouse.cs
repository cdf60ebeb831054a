using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Conventions.Calls;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Tests.Features.Domains;
using OrgPortal.Web.Features.Doctor;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Domains.Proofs;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Invitations.Importing;
using OrgPortal.Web.Features.Requests;
using OrgPortal.Web.Features.JoinLinks;
using OrgPortal.Tests.Features.EnterpriseSignIn;
using OrgPortal.Web.Features.EnterpriseSignIn;
using OrgPortal.Web.Outbound;
using OrgPortal.Web.Features.Machines;
using OrgPortal.Web.Features.Webhooks;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Conventions.Permissions;

/// <summary>
/// The real services over the real guard, with a Logto in memory: Acme with two administrators, one of whom is Ada, and people with less;
/// Globex with an administrator of its own; Initech, which has invited Ada. Everything that an operation could be about is there.
/// </summary>
internal sealed class MatrixHouse : IAsyncDisposable
{
    /// <summary>A verified domain of Acme.</summary>
    public const string Domain = "acme.example";

    /// <summary>An identity provider whose documents can be had.</summary>
    public const string Issuer = "https://login.acme.example";

    /// <summary>A secret of Acme's machine.</summary>
    public const string MachineSecret = "first";

    /// <summary>What Acme's webhook was sent.</summary>
    public const long WebhookDelivery = 7;

    private const string Operator = "Operator";

    private const string Challenge = "orgportal-verify=something";

    private static readonly Lazy<IServiceCollection> Portal = new(Register);

    private readonly SqliteStore _store = new();
    private readonly FakeCurrentUser _user = new();
    private readonly ServiceProvider _provider;
    private readonly AsyncServiceScope _scope;

    private MatrixHouse(GuardProxy.Hole hole)
    {
        Logto = new FakeLogto(Clock) { VerifiesAddresses = true, HasStorage = true };
        var administrator = Logto.AddRole("Administrator", [.. OrganizationPermissions.All.Select(permission => permission.DefaultScope)]);
        Member = Logto.AddRole("Member", "read:member");
        Auditor = Logto.AddRole("Auditor", "read:member", "read:audit");
        var guest = Logto.AddRole("Guest", "unrelated:permission");
        MachineRole = Logto.AddMachineRole("Service", "read:member");
        (Acme, Globex, Initech) = (Logto.AddOrganization("Acme"), Logto.AddOrganization("Globex"), Logto.AddOrganization("Initech"));
        Ada = Logto.AddUser("ada@acme.example", "Ada");
        Bob = Logto.AddUser("bob@acme.example", "Bob");
        Cleo = Logto.AddUser("cleo@acme.example", "Cleo");
        Mallory = Logto.AddUser("mallory@globex.example", "Mallory");
        var ina = Logto.AddUser("ina@initech.example", "Ina");
        Logto.AddMember(Acme, Ada, administrator);
        Logto.TenantRoles.Add((Ada, Operator));
        Logto.AddMember(Acme, Logto.AddUser("amy@acme.example", "Amy"), administrator);
        Logto.AddMember(Acme, Bob, guest);
        Logto.AddMember(Acme, Cleo, Member);
        Logto.AddMember(Globex, Mallory, administrator);
        Logto.AddMember(Initech, ina, administrator);
        Former = Logto.AddUser("former@acme.example", "Former");
        Open = Logto.AddInvitation(Acme, "open@acme.example", Ada, null, Member);
        Expired = Logto.AddInvitation(Acme, "late@acme.example", Ada, Clock.GetUtcNow().AddDays(-1), Member);
        Revoked = Logto.AddInvitation(Acme, "gone@acme.example", Ada, null, Member);
        Logto.Invitations[^1] = Logto.Invitations[^1] with { Status = InvitationStatuses.Revoked };
        Foreign = Logto.AddInvitation(Globex, "open@globex.example", Mallory, null, Member);
        Mine = Logto.AddInvitation(Initech, "ada@acme.example", ina, null, Member);

        var services = new ServiceCollection();
        foreach (var service in Portal.Value)
        {
            ((ICollection<ServiceDescriptor>)services).Add(service);
        }

        Logto.AddTo(services);
        ClientEar.PutAt(services, Heard);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        services.Replace(ServiceDescriptor.Scoped<ICurrentUser>(_ => _user));
        services.Replace(ServiceDescriptor.Scoped<IAuditTrail>(_ => Audit));
        services.Replace(ServiceDescriptor.Singleton<IOrganizationEvents>(Events));
        services.Replace(ServiceDescriptor.Singleton<IOrganizationLocks>(Locks));
        services.Replace(ServiceDescriptor.Singleton<IDbContextFactory<PortalDbContext>>(_store));
        var documents = new FakeDocumentFetcher();
        documents.Put($"{Issuer}/.well-known/openid-configuration", ConnectionHouse.Discovery(Issuer));
        services.Replace(ServiceDescriptor.Singleton<IDocumentFetcher>(documents));
        services.Replace(ServiceDescriptor.Singleton<IDomainProofs>(new FakeDomainProofs { Records = { [Domain] = [Challenge] } }));
        services.Replace(ServiceDescriptor.Scoped(provider =>
            GuardProxy.Wrap(ActivatorUtilities.CreateInstance<OrganizationGuard>(provider), Asked, hole)));
        services.Replace(ServiceDescriptor.Scoped<IReauthentication>(provider =>
            new ReauthenticationEar(ActivatorUtilities.CreateInstance<Reauthentication>(provider), Asked)));
        services.Replace(ServiceDescriptor.Scoped<IOperatorGuard>(provider =>
            new OperatorEar(ActivatorUtilities.CreateInstance<OperatorGuard>(provider), Asked)));
        // Only who may ask the doctor is of interest here; what it looks at is not there.
        services.RemoveAll<ITenantCheck>();
        _provider = services.BuildServiceProvider();
        _scope = _provider.CreateAsyncScope();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    public FakeLogto Logto { get; }

    public FakeAuditTrail Audit { get; } = new();

    public FakeOrganizationEvents Events { get; } = new();

    public FakeOrganizationLocks Locks { get; } = new();

    /// <summary>What the guard was asked, in order.</summary>
    public List<GuardQuestion> Asked { get; } = [];

    /// <summary>What Logto was asked, word for word and in order.</summary>
    public ConcurrentQueue<string> Heard { get; } = [];

    public OrganizationId Acme { get; }

    public OrganizationId Globex { get; }

    public OrganizationId Initech { get; }

    /// <summary>An administrator of Acme, invited to Initech.</summary>
    public UserId Ada { get; }

    /// <summary>A member of Acme without rights.</summary>
    public UserId Bob { get; }

    /// <summary>A member of Acme to whom things are done.</summary>
    public UserId Cleo { get; }

    /// <summary>Somebody who was removed from Acme a moment ago.</summary>
    public UserId Former { get; }

    /// <summary>The administrator of Globex.</summary>
    public UserId Mallory { get; }

    public OrganizationRoleId Member { get; }

    /// <summary>A role that nobody has.</summary>
    public OrganizationRoleId Auditor { get; }

    /// <summary>A role for machines.</summary>
    public OrganizationRoleId MachineRole { get; }

    /// <summary>A machine of Acme's.</summary>
    public Guid Machine { get; } = Guid.NewGuid();

    /// <summary>A webhook of Acme's.</summary>
    public Guid Webhook { get; } = Guid.NewGuid();

    /// <summary>A connection of Acme's to an OpenID Connect provider, with settings and a domain.</summary>
    public Guid Connection { get; } = Guid.NewGuid();

    /// <summary>The same to a SAML provider.</summary>
    public Guid SamlConnection { get; } = Guid.NewGuid();

    /// <summary>An open invitation to Acme.</summary>
    public InvitationId Open { get; }

    /// <summary>An expired invitation to Acme.</summary>
    public InvitationId Expired { get; }

    /// <summary>A revoked invitation to Acme.</summary>
    public InvitationId Revoked { get; }

    /// <summary>An open invitation to Globex.</summary>
    public InvitationId Foreign { get; }

    /// <summary>Ada's open invitation to Initech.</summary>
    public InvitationId Mine { get; }

    /// <summary>An import of Acme's that goes on.</summary>
    public Guid Import { get; } = Guid.NewGuid();

    /// <summary>A creation of Ada's that was broken off, and of which nothing is left.</summary>
    public Guid HalfMade { get; } = Guid.NewGuid();

    /// <summary>An open request of somebody to join Acme.</summary>
    public Guid Request { get; } = Guid.NewGuid();

    /// <summary>Ada's open request to join Initech.</summary>
    public Guid OwnRequest { get; } = Guid.NewGuid();

    /// <summary>The secret in its link.</summary>
    public string Token { get; private set; } = string.Empty;

    /// <summary>The secret in a link of the expired invitation to Acme.</summary>
    public string DeadToken { get; private set; } = string.Empty;

    /// <summary>A link to join Acme by.</summary>
    public Guid JoinLink { get; private set; }

    /// <summary>As it is: what whoever changes it has seen.</summary>
    public string JoinLinkVersion { get; private set; } = string.Empty;

    /// <summary>The secret in a link to join Initech by.</summary>
    public string JoinToken { get; private set; } = string.Empty;

    public static async Task<MatrixHouse> BuildAsync(Actor actor, GuardProxy.Hole hole = GuardProxy.Hole.None)
    {
        var house = new MatrixHouse(hole);
        var mine = house.Logto.Invitations.Single(invitation => invitation.Id == house.Mine);
        var link = await house._scope.ServiceProvider.GetRequiredService<InvitationTokens>().CreateAsync(mine, new InvitationMaker(mine.InviterId, "Ina"));
        house.Token = link.Value;
        await house.AddImportAsync(house.Import, ImportWords.Running);
        var late = house.Logto.Invitations.Single(invitation => invitation.Id == house.Expired);
        house.DeadToken = (await house._scope.ServiceProvider.GetRequiredService<InvitationTokens>().CreateAsync(late, new InvitationMaker(house.Ada, "Ada"))).Value;
        house.JoinLink = await house.KeepLinkAsync(house.Acme, house.Ada, JoinLinkSecret.Create());
        house.JoinLinkVersion = (await house._scope.ServiceProvider.GetRequiredService<JoinLinkRecords>().FindAsync(house.Acme, house.JoinLink)).Value.Version();
        await house.KeepLinkAsync(house.Initech, mine.InviterId!.Value, house.JoinToken = JoinLinkSecret.Create());
        await house.FurnishAsync();
        await house.Get<FormerMembers>().KeepAsync(
            house.Acme,
            new PresentMember(house.Former, "Former", [.. house.Logto.Roles.Where(role => role.Id == house.Member)], "former@acme.example"),
            FormerMembers.Removed,
            house.Ada.Value,
            "Ada");
        house.SignIn(actor);
        return house;
    }

    /// <summary>An import without rows.</summary>
    public async Task AddImportAsync(Guid id, string state)
    {
        await using var context = _store.CreateDbContext();
        context.Add(new InvitationImport
        {
            Id = id,
            OrganizationId = Acme.Value,
            StartedById = Ada.Value,
            StartedByName = "Ada",
            StartedAt = Clock.GetUtcNow(),
            TouchedAt = Clock.GetUtcNow(),
            Total = 0,
            State = state,
        });
        await context.SaveChangesAsync();
    }

    /// <summary>Acme, which was deleted and can be restored.</summary>
    public OrganizationId Deleted()
    {
        using var context = _store.CreateDbContext();
        context.Add(new HeldOrganization
        {
            OrganizationId = Acme.Value,
            Name = "Acme",
            Members = 2,
            DeletedAt = Clock.GetUtcNow(),
            DeletedById = Ada.Value,
            DeletedByName = "Ada",
            RestorableUntil = Clock.GetUtcNow().AddDays(7),
            DueAt = Clock.GetUtcNow().AddDays(7),
        });
        context.SaveChanges();
        return Acme;
    }

    /// <summary>Acme, with Ada inside as an operator.</summary>
    public OrganizationId Visited()
    {
        using var context = _store.CreateDbContext();
        context.Add(new OperatorVisit
        {
            Id = Guid.NewGuid(),
            OrganizationId = Acme.Value,
            OperatorId = Ada.Value,
            OperatorName = "Ada",
            Reason = "Support request 4711",
            BeganAt = Clock.GetUtcNow(),
            EndsAt = Clock.GetUtcNow().AddHours(1),
        });
        context.SaveChanges();
        return Acme;
    }

    /// <summary>Acme, where no import goes on.</summary>
    public OrganizationId WithoutImports()
    {
        using var context = _store.CreateDbContext();
        context.InvitationImports.ExecuteUpdate(set => set.SetProperty(import => import.State, ImportWords.Done));
        return Acme;
    }

    /// <summary>The service that declares the operation.</summary>
    public object ServiceOf(ServiceOperation operation) => _scope.ServiceProvider.GetRequiredService(operation.Method.DeclaringType!);

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public void SignIn(UserId person)
    {
        var account = Logto.Users.Single(user => user.Id == person);
        _user.Person = _user.SignIn(person, account.Name!, account.PrimaryEmail) with { AuthenticatedAt = Clock.GetUtcNow() };
    }

    /// <summary>Ada's account is suspended in Logto.</summary>
    public void Suspend()
    {
        var index = Logto.Users.FindIndex(user => user.Id == Ada);
        Logto.Users[index] = Logto.Users[index] with { IsSuspended = true };
    }

    /// <summary>In Logto, past the portal: Ada's roles in Acme, or her membership where that is what is asked for.</summary>
    public void TakeRight(bool isMembership)
    {
        if (isMembership)
        {
            Logto.Members.RemoveAll(member => member.Organization == Acme && member.User == Ada);
        }
        else
        {
            Logto.FindMember(Acme, Ada)?.Roles.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _provider.DisposeAsync();
        _store.Dispose();
    }

    private async Task<Guid> KeepLinkAsync(OrganizationId organization, UserId maker, string secret)
    {
        var now = Clock.GetUtcNow();
        var link = new JoinLink
        {
            Id = Guid.NewGuid(),
            Hash = JoinLinkSecret.HashOf(secret),
            OrganizationId = organization.Value,
            Name = "Interns",
            RoleIds = Member.Value,
            Domains = string.Empty,
            IsOn = true,
            CreatedAt = now,
            ExpiresAt = now.AddDays(7),
            CreatedById = maker.Value,
        };
        Assert.Null(await _scope.ServiceProvider.GetRequiredService<JoinLinkRecords>().AddAsync(link));
        return link.Id;
    }

    private async Task FurnishAsync()
    {
        var now = Clock.GetUtcNow();
        await using var context = _store.CreateDbContext();
        context.Add(new OrganizationDomain
        {
            OrganizationId = Acme.Value, Name = Domain, Challenge = Challenge, AddedAt = now, VerifiedAt = now, FoundAt = now, Enrolment = DomainStates.Ask,
        });
        var machine = Logto.AddMachine("Export", Acme, MachineRole);
        machine.Secrets.Add(new ApplicationSecret(MachineSecret, "secret", null));
        context.Add(new OrganizationMachine
        {
            Id = Machine, OrganizationId = Acme.Value, ApplicationId = machine.Id, Name = "Export", State = MachineStates.Active, CreatedAt = now, CreatedById = Ada.Value, ChangedAt = now, NextLookAt = now.AddDays(1),
        });
        context.Add(new WebhookEndpoint
        {
            Id = Webhook, OrganizationId = Acme.Value, Url = "https://1.1.1.1/", EventTypes = WebhookEventTypes.MemberJoined, Secret = "unreadable", State = WebhookStates.On,
            OnSince = now, CreatedAt = now, CreatedById = Ada.Value,
        });
        context.Add(new WebhookDelivery
        {
            Id = WebhookDelivery, EndpointId = Webhook, MessageId = "msg_1", EventType = WebhookEventTypes.MemberJoined, Body = "{}", CreatedAt = now, State = DeliveryStates.Delivered,
        });
        AddConnection(context, Connection, ConnectionStates.Oidc, SsoProviders.Oidc, now);
        AddConnection(context, SamlConnection, ConnectionStates.Saml, SsoProviders.Saml, now);
        context.Add(new CreatedOrganization { RequestId = HalfMade, UserId = Ada.Value, Name = "Half", State = CreationStates.Begun, CreatedAt = now.AddHours(-1) });
        context.Add(new SecondFactorCount
        {
            OrganizationId = Acme.Value, Run = "one", State = "done", StartedById = Ada.Value, StartedByName = "Ada", StartedAt = now.AddHours(-1), ChangedAt = now.AddHours(-1), EndedAt = now.AddHours(-1),
            NextPage = 2, Total = 4, Seen = 4, Without = 1, Passkeys = 0,
        });
        context.Add(new SecondFactorGap { OrganizationId = Acme.Value, UserId = Cleo.Value, Run = "one", Position = 1 });
        context.Add(Ask(Request, Acme, "Acme", Logto.AddUser("zoe@acme.example", "Zoe"), "zoe@acme.example"));
        context.Add(Ask(OwnRequest, Initech, "Initech", Ada, "ada@acme.example"));
        await context.SaveChangesAsync();
    }

    private void AddConnection(PortalDbContext context, Guid id, string kind, string provider, DateTimeOffset now)
    {
        var connector = new FakeSsoConnector(kind + "0000000", provider, $"Directory ({kind})");
        Logto.SsoConnectors.Add(connector);
        context.Add(new OrganizationConnector
        {
            Id = id, OrganizationId = Acme.Value, ConnectorId = connector.Id, Name = "Directory", Kind = kind, State = ConnectionStates.Draft, Provider = Issuer, ClientId = "logto", Domains = Domain,
            CreatedAt = now, CreatedById = Ada.Value, ChangedAt = now, NextLookAt = now.AddDays(1),
        });
    }

    private JoinRequest Ask(Guid id, OrganizationId organization, string name, UserId asker, string address) => new()
    {
        Id = id,
        OrganizationId = organization.Value,
        OrganizationName = name,
        UserId = asker.Value,
        Address = address,
        Domain = Domain,
        AskedAt = Clock.GetUtcNow(),
        ExpiresAt = Clock.GetUtcNow().AddDays(30),
        State = RequestStates.Open,
        ChangedAt = Clock.GetUtcNow(),
    };

    private static IServiceCollection Register()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Portal:PublicUrl"] = "http://localhost:5080";
        builder.Configuration["Scheduling:Mode"] = "Memory";
        builder.Configuration["Portal:Operators:Role"] = Operator;
        builder.Configuration["Portal:EnterpriseSignIn:SelfService"] = "all";
        foreach (var (key, value) in new[] { ("Endpoint", "https://logto.test"), ("Web:ClientId", "web"), ("Web:ClientSecret", "secret"), ("Management:ClientId", "machine"), ("Management:ClientSecret", "secret") })
        {
            builder.Configuration["Logto:" + key] = value;
        }

        builder.AddPortal();
        return builder.Services;
    }

    private void SignIn(Actor actor)
    {
        switch (actor)
        {
            case Actor.Nobody:
                _user.SignOut();
                break;
            case Actor.MemberWithoutRights:
                SignIn(Bob);
                break;
            case Actor.AdministratorElsewhere:
                SignIn(Mallory);
                break;
            default:
                SignIn(Ada);
                break;
        }

        if (actor == Actor.Suspended)
        {
            Suspend();
        }
    }
}
