using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.LogtoEmulator;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Invitations.Importing;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Store;
using LogtoTables = OrgPortal.LogtoEmulator.State.LogtoTables;

namespace OrgPortal.Tests.Conventions.Permissions;

/// <summary>
/// The whole portal over the emulator, with a browser for each of the six: bob without rights in Acme, dave administrator of Globex, alice, carol
/// and erin administrators of Acme, alice operator too, of whom carol is suspended and erin loses her right whenever it matters.
/// </summary>
internal sealed class PortalMatrixHouse : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock;
    private readonly Dictionary<Actor, TestBrowser> _browsers = [];
    private readonly AsyncServiceScope _scope;
    private readonly HttpClient _client;
    private UserId _erin;
    private OrganizationRoleId _administrator;
    private OrgPortal.LogtoEmulator.State.Organization _acme = null!;
    private Dictionary<string, IReadOnlyList<string>> _people = [];

    private PortalMatrixHouse(PortalFactory portal, FakeTimeProvider clock) => (Portal, _clock, _scope, _client) = (portal, clock, portal.Services.CreateAsyncScope(), portal.CreateClient());

    public PortalFactory Portal { get; }

    public OrganizationId Acme { get; private set; }

    /// <summary>A member of Acme who is looked at.</summary>
    public UserId Member { get; private set; }

    /// <summary>An import of Acme's.</summary>
    public Guid Import { get; } = Guid.NewGuid();

    /// <summary>The secret in the link of an invitation for alice to Globex.</summary>
    public string Token { get; private set; } = string.Empty;

    public static async Task<PortalMatrixHouse> StartAsync()
    {
        // A clock that stands still: a prerendered page waits for its first read, however slow the machine is.
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var house = new PortalMatrixHouse(await PortalFactory.StartAsync(new PortalFactoryOptions { Time = clock, Settings = { ["Portal:Operators:Role"] = EmulatorOptions.OperatorRole, ["Api:RequestsPerMinute"] = "100000" } }), clock);
        await house.FurnishAsync();
        return house;
    }

    /// <summary>The actor's browser, with a session whatever was done in it before.</summary>
    public async Task<TestBrowser> BrowserOfAsync(Actor actor)
    {
        if (actor == Actor.Nobody)
        {
            return _browsers.TryGetValue(actor, out var nobody) ? nobody : _browsers[actor] = Portal.Browse();
        }

        if (_browsers.TryGetValue(actor, out var browser))
        {
            using var answer = await browser.GetOnceAsync(PortalFactory.PersonPath);
            if (answer.IsSuccessStatusCode)
            {
                return browser;
            }

            browser.Dispose();
        }

        var name = NameOf(actor);
        Suspend(name, false);
        _browsers[actor] = await Portal.SignInAsync(name);
        Suspend(name, actor == Actor.Suspended);
        return _browsers[actor];
    }

    /// <summary>Calls an address of the API with the actor's token, and with all that an act may ask for but a proof of identity.</summary>
    public async Task<ApiAnswer> CallAsync(Actor actor, HttpMethod method, string path, object? body)
    {
        Suspend(NameOf(Actor.Suspended), true);
        var token = actor == Actor.Nobody ? null : new ApiForge(Portal).Token(NameOf(actor), path.StartsWith($"/organizations/{Acme}", StringComparison.Ordinal) ? Acme.Value : null);
        return await _client.CallAsync(method, path, token, body, ("If-Match", "*"));
    }

    /// <summary>Acme is again as it was before somebody changed it.</summary>
    public void Restore()
    {
        Portal.Logto.State.Write(tables =>
        {
            tables.Organizations.Put(_acme);
            // Erin belongs to it, and has the roles that she was left with.
            tables.Members.Add(_acme.Id, [.. _people.Keys, _erin.Value]);
            foreach (var (person, roles) in _people)
            {
                tables.Members.SetRoles(_acme.Id, person, [.. roles]);
            }
        });
        Get<IOrganizationEvents>().Publish(new MembersChanged(Acme));
    }

    /// <summary>Erin uses her right, so that it is remembered, and loses it in Logto, past the portal.</summary>
    public async Task TakeRightAsync()
    {
        var members = Get<IOrganizationMembersClient>();
        await members.ReplaceRolesAsync(Acme, _erin, [_administrator]);
        Announce();
        Assert.True((await Get<IPermissionReader>().ReadRecentAsync(Acme, _erin)).Value.IsAdministrator);
        await members.RemoveAsync(Acme, _erin);
        await members.AddAsync(Acme, [_erin]);
    }

    public void Announce() => Get<IOrganizationEvents>().Publish(new MembersChanged(Acme, _erin));

    public void Advance(TimeSpan time) => _clock.Advance(time);

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers.Values)
        {
            browser.Dispose();
        }

        _client.Dispose();
        await _scope.DisposeAsync();
        await Portal.DisposeAsync();
    }

    private static string NameOf(Actor actor) => actor switch
    {
        Actor.MemberWithoutRights => "bob",
        Actor.AdministratorElsewhere => "dave",
        Actor.Administrator => "alice",
        Actor.Suspended => "carol",
        _ => "erin",
    };

    private async Task FurnishAsync()
    {
        var members = Get<IOrganizationMembersClient>();
        var roles = await Get<IOrganizationRolesClient>().ListAsync();
        _administrator = roles.Single(role => role.Name == "admin").Id;
        _erin = IdOf("erin");
        Member = IdOf("carol");
        Acme = OrganizationId.Parse(Portal.Logto.State.Read(tables => tables.Organizations.Where(organization => organization.Name == "Acme").Single().Id), null);
        var globex = (await Get<IOrganizationsClient>().CreateAsync(new NewOrganization("Globex", null))).Id;
        await members.ReplaceRolesAsync(Acme, IdOf("bob"), []);
        await members.AddAsync(Acme, [IdOf("carol"), _erin]);
        await members.AddRolesAsync(Acme, IdOf("carol"), [_administrator]);
        await members.AddRolesAsync(Acme, _erin, [_administrator]);
        await members.AddAsync(globex, [IdOf("dave")]);
        await members.AddRolesAsync(globex, IdOf("dave"), [_administrator]);
        var invitation = await Get<IOrganizationInvitationsClient>().CreateAsync(
            new NewInvitation(globex, "alice@example.com", IdOf("dave"), [roles.Single(role => role.Name == "member").Id], _clock.GetUtcNow().AddDays(7)));
        Token = (await Get<InvitationTokens>().CreateAsync(invitation, new InvitationMaker(IdOf("dave"), "Dave"))).Value;
        Portal.Logto.State.Read(tables =>
        {
            _acme = tables.Organizations.Find(Acme.Value)!;
            _people = new[] { "alice", "bob", "carol" }.Select(name => IdOf(tables, name)).ToDictionary(person => person, person => (IReadOnlyList<string>)[.. tables.Members.FindRoles(_acme.Id, person)!]);
            return true;
        });
        var now = _clock.GetUtcNow();
        await Get<ImportJournal>().AddAsync(
            new InvitationImport { Id = Import, OrganizationId = Acme.Value, StartedById = IdOf("alice").Value, StartedByName = "Alice", StartedAt = now, TouchedAt = now, EndedAt = now, Total = 0, State = ImportWords.Done }, []);
    }

    private void Suspend(string name, bool isSuspended) => Portal.Logto.State.Write(tables =>
        tables.Users.Put(tables.Users.FindByUsername(name)! with { IsSuspended = isSuspended }));

    private static string IdOf(LogtoTables tables, string name) => tables.Users.FindByUsername(name)!.Id;

    private UserId IdOf(string name) => UserId.Parse(Portal.Logto.State.Read(tables => tables.Users.FindByUsername(name)!.Id), null);

    private T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();
}
