using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Events.Nodes;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Features.Members;

/// <summary>
/// Acme with alice (administrator), bob (member) and carol (nothing), and the real service with the real guard and rules over a Logto in memory.
/// Whoever is signed in acts; two people can act at once, each with a service of their own over the same house.
/// </summary>
internal sealed class MembersHouse : IDisposable
{
    public const string Administrator = "Administrator";

    private readonly PermissionReader _reader;
    private readonly MemberPages _pages;

    public MembersHouse()
    {
        Logto = new FakeLogto(Clock);
        Former = new FormerMembers(Store, Clock, NullLogger<FormerMembers>.Instance);
        Terms = new MembershipTerms(Store, Clock, NullLogger<MembershipTerms>.Instance);
        _reader = new PermissionReader(Logto.MembersClient, Options.Create(Permissions), NoVisits.Rights(Logto.UsersClient), Events, new TenantEvents(new SingleNode()), Clock);
        _pages = new MemberPages(Logto.MembersClient, Terms, Events);
        Acme = Logto.AddOrganization("Acme");
        Admin = Logto.AddRole(Administrator, [.. OrganizationPermissions.All.Select(permission => permission.DefaultScope)]);
        Member = Logto.AddRole("Member", "read:member");
        Manager = Logto.AddRole("Manager", "read:member", "invite:member", "manage:member", "delete:member");
        Alice = Logto.AddUser("alice@acme.example", "Alice Arbor");
        Bob = Logto.AddUser("bob@acme.example", "Bob Birch");
        Carol = Logto.AddUser("carol@acme.example", "Carol Cedar");
        Logto.AddMember(Acme, Alice, Admin);
        Logto.AddMember(Acme, Bob, Member);
        Logto.AddMember(Acme, Carol);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    /// <summary>When whoever acts proved who they are; a moment ago when left out.</summary>
    public DateTimeOffset? AuthenticatedAt { get; set; }

    public PermissionOptions Permissions { get; } = [];

    public FakeLogto Logto { get; }

    public FakeAuditTrail Audit { get; } = new();

    public FakeOrganizationEvents Events { get; } = new();

    public FakeJoinings Joinings { get; } = new();

    public FakeNotices Notices { get; } = new();

    public FakeLastChanges Changes { get; } = new();

    public FakeOrganizationLocks Locks { get; } = new();

    public FakeSentInvitations Invitations { get; } = new();

    public SqliteStore Store { get; } = new();

    public FormerMembers Former { get; }

    public MembershipTerms Terms { get; }

    public OrganizationId Acme { get; }

    public OrganizationRoleId Admin { get; }

    public OrganizationRoleId Member { get; }

    public OrganizationRoleId Manager { get; }

    public UserId Alice { get; }

    public UserId Bob { get; }

    public UserId Carol { get; }

    public IPermissionReader Rights => _reader;

    /// <summary>The service as somebody uses it; nobody when left out.</summary>
    public IMemberService As(UserId? somebody)
    {
        var user = new FakeCurrentUser();
        if (somebody is { } id)
        {
            user.Person = user.SignIn(id) with { AuthenticatedAt = AuthenticatedAt ?? Clock.GetUtcNow() };
        }

        return Service(user);
    }

    public IMemberService Service(FakeCurrentUser user)
    {
        var permissions = Options.Create(Permissions);
        var ceiling = new RoleCeiling(Logto.MembersClient, Logto.RolesClient, NoVisits.Rights(Logto.UsersClient), permissions);
        var administrators = new Administrators(Logto.MembersClient, Logto.RolesClient, permissions);
        var listing = new MemberListing(_pages, Logto.RolesClient, _reader, administrators, permissions);
        var acts = new MemberActs(user, Locks, Audit, Events, Logto.MembersClient, Logto.UsersClient);
        var rules = new MemberRules(ceiling, administrators, Logto.RolesClient, Changes);
        var handOverRules = new HandOverRules(Logto.OrganizationsClient, Logto.MembersClient, Logto.UsersClient, administrators, ceiling);
        return new MemberService(
            new OrganizationGuard(user, _reader, new AccountStanding(Logto.UsersClient), new OpenSecondFactorGate(), new NoOrganizationHolds(), Audit),
            user,
            ceiling,
            listing,
            new MemberReading(Logto.UsersClient, Logto.MembersClient, Logto.RolesClient, _reader, administrators, listing, Joinings, Terms, permissions),
            rules,
            acts,
            new Removal(user, acts, rules, Former, ceiling, Logto.MembersClient, Invitations),
            new HandOver(user, Locks, Audit, Events, Logto.MembersClient, handOverRules),
            handOverRules,
            new Reauthentication(user, Audit, Clock),
            Logto.MembersClient);
    }

    public IMembershipTermService TermsAs(UserId? somebody)
    {
        var user = new FakeCurrentUser();
        if (somebody is { } id)
        {
            user.SignIn(id, Logto.Users.Single(one => one.Id == id).Name!);
        }

        return TermService(user);
    }

    public IMembershipTermService TermService(FakeCurrentUser user)
    {
        var permissions = Options.Create(Permissions);
        var rules = new MemberRules(
            new RoleCeiling(Logto.MembersClient, Logto.RolesClient, NoVisits.Rights(Logto.UsersClient), permissions), new Administrators(Logto.MembersClient, Logto.RolesClient, permissions), Logto.RolesClient, Changes);
        return new MembershipTermService(
            new OrganizationGuard(user, _reader, new AccountStanding(Logto.UsersClient), new OpenSecondFactorGate(), new NoOrganizationHolds(), Audit),
            user,
            new MemberActs(user, Locks, Audit, Events, Logto.MembersClient, Logto.UsersClient),
            rules,
            Terms,
            Clock);
    }

    public IMemberExportService ExportAs(UserId somebody)
    {
        var user = new FakeCurrentUser();
        user.Person = user.SignIn(somebody) with { AuthenticatedAt = AuthenticatedAt ?? Clock.GetUtcNow() };
        return new MemberExportService(
            new OrganizationGuard(user, _reader, new AccountStanding(Logto.UsersClient), new OpenSecondFactorGate(), new NoOrganizationHolds(), Audit), new Reauthentication(user, Audit, Clock), Logto.MembersClient, Joinings, Terms, Audit, Clock);
    }

    /// <summary>The work that comes round: reminds and ends.</summary>
    public MembershipUpkeep Upkeep()
    {
        var news = new MembershipNews(Notices, Logto.OrganizationsClient, Logto.UsersClient, Clock);
        var ending = new MembershipEnding(
            Locks, Terms, Former, new Administrators(Logto.MembersClient, Logto.RolesClient, Options.Create(Permissions)), Logto.MembersClient, Logto.UsersClient, Audit, Events, news, Clock);
        return new MembershipUpkeep(Terms, Former, ending, news, Clock);
    }

    /// <summary>The service for former members as somebody uses it; nobody when left out.</summary>
    public IFormerMemberService FormerAs(UserId? somebody)
    {
        var user = new FakeCurrentUser();
        if (somebody is { } id)
        {
            user.SignIn(id);
        }

        return FormerService(user);
    }

    public IFormerMemberService FormerService(FakeCurrentUser user)
    {
        var permissions = Options.Create(Permissions);
        var ceiling = new RoleCeiling(Logto.MembersClient, Logto.RolesClient, NoVisits.Rights(Logto.UsersClient), permissions);
        return new FormerMemberService(
            new OrganizationGuard(user, _reader, new AccountStanding(Logto.UsersClient), new OpenSecondFactorGate(), new NoOrganizationHolds(), Audit),
            user,
            Locks,
            Former,
            new Reinstatement(Former, Terms, ceiling, Logto.MembersClient, Logto.RolesClient, Logto.UsersClient, Audit, Events));
    }

    /// <summary>A further member.</summary>
    public UserId AddMember(string name, params OrganizationRoleId[] roles)
    {
        var user = Logto.AddUser($"{name.ToLowerInvariant().Replace(' ', '.')}@acme.example", name);
        Logto.AddMember(Acme, user, roles);
        return user;
    }

    /// <summary>Adds "Dora 01" and so on.</summary>
    public void AddPeople(int count)
    {
        for (var number = 1; number <= count; number++)
        {
            AddMember($"Dora {number:D2}");
        }
    }

    public void Suspend(UserId user) => Change(user, person => person with { IsSuspended = true });

    public void Change(UserId user, Func<User, User> change)
    {
        var index = Logto.Users.FindIndex(candidate => candidate.Id == user);
        Logto.Users[index] = change(Logto.Users[index]);
    }

    public IReadOnlyList<string> RolesOf(UserId user) => Logto.RoleNamesOf(Acme, user);

    public bool IsMember(UserId user) => Logto.FindMember(Acme, user) is not null;

    public void Dispose()
    {
        _reader.Dispose();
        _pages.Dispose();
        Store.Dispose();
    }
}
