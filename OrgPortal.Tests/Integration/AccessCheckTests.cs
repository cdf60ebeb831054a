using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authentication.Circuits;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Authorization.Watch;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Integration;

/// <summary>What is changed in Logto itself, past the portal, and without a webhook.</summary>
public sealed class AccessCheckTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<OrganizationEvent> _heard = new();
    private PortalFactory _portal = null!;
    private IServiceScope _scope = null!;
    private CircuitPresence _page = null!;
    private IDisposable _listening = null!;
    private OrganizationId _acme;
    private UserId _bob;
    private OrganizationRights? _shown;
    private int _told;

    public async Task InitializeAsync()
    {
        _portal = await PortalFactory.StartAsync();
        (_acme, _bob) = _portal.Logto.State.Read(tables =>
            (OrganizationId.Parse(tables.Organizations.Where(one => one.Name == "Acme").Single().Id), UserId.Parse(tables.Users.FindByUsername("bob")!.Id)));

        // What a circuit does when Bob opens a page of Acme.
        _scope = _portal.Services.CreateScope();
        _page = _scope.ServiceProvider.GetRequiredService<CircuitPresence>();
        _page.Open(_bob);
        _page.Enter<OrganizationRights>(_acme, rights => _shown?.IsSameAs(rights) ?? true, () => _told++);
        Assert.True((await Reader.ReadRecentAsync(_acme, _bob)).Value.IsMember);
        _listening = _portal.Services.GetRequiredService<IOrganizationEvents>().SubscribeToAll(_heard.Enqueue);
        _portal.Logto.Journal.Clear();
    }

    public async Task DisposeAsync()
    {
        _listening.Dispose();
        _scope.Dispose();
        await _portal.DisposeAsync();
    }

    private IPermissionReader Reader => _portal.Services.GetRequiredService<IPermissionReader>();

    [Fact]
    public async Task When_nothing_changed_one_call_finds_that_out_and_nobody_hears_of_it()
    {
        _ = await CheckAsync();
        _portal.Logto.Journal.Clear();

        Assert.True(await CheckAsync());

        Assert.Equal("GET /api/organizations/{id}/users".Split(' ')[0], Assert.Single(_portal.Logto.Journal.Entries).Method);
        Assert.Empty(_heard);
        Assert.Equal(0, _told);
    }

    [Fact]
    public async Task A_page_that_missed_a_change_is_told_to_look_again_until_it_shows_it()
    {
        _ = await CheckAsync();
        _shown = OrganizationRights.None;

        Assert.True(await CheckAsync());
        Assert.Equal(1, _told);

        _shown = (await Reader.ReadRecentAsync(_acme, _bob)).Value;
        Assert.True(await CheckAsync());
        Assert.Equal(1, _told);
        Assert.Empty(_heard);
    }

    [Fact]
    public async Task Whoever_was_removed_is_found_out()
    {
        _portal.Logto.State.Write(tables => tables.RemoveMember(_acme.Value, _bob.Value));

        Assert.True(await CheckAsync());

        Assert.Equal([new MembersChanged(_acme, _bob)], _heard);
        Assert.False((await Reader.ReadRecentAsync(_acme, _bob)).Value.IsMember);
    }

    [Fact]
    public async Task A_role_that_was_given_or_taken_away_is_found_out_once()
    {
        _portal.Logto.State.Write(tables =>
        {
            var admin = tables.OrganizationRoles.Where(role => role.Name == "admin").Single().Id;
            tables.Members.SetRoles(_acme.Value, _bob.Value, [admin]);
        });

        Assert.True(await CheckAsync());
        Assert.True(await CheckAsync());

        Assert.Equal([new MembersChanged(_acme, _bob)], _heard);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_was_suspended_or_deleted_loses_every_session(bool isDeleted)
    {
        using var browser = await _portal.SignInAsync("bob");
        _portal.Logto.State.Write(tables =>
        {
            if (isDeleted)
            {
                tables.DeleteUser(_bob.Value);
            }
            else
            {
                tables.SetSuspended(_bob.Value, true);
            }
        });

        Assert.True(await CheckAsync());

        Assert.NotNull((await browser.GoAsync(PortalFactory.PersonPath)).Document.QuerySelector("input[name=password]"));
    }

    [Fact]
    public async Task Whoever_shows_no_organization_is_asked_about_too()
    {
        using var browser = await _portal.SignInAsync("bob");
        _portal.Logto.State.Write(tables => tables.SetSuspended(_bob.Value, true));

        Assert.True(await CheckAsync(new HashSet<OrganizationId>()));

        Assert.NotNull((await browser.GoAsync(PortalFactory.PersonPath)).Document.QuerySelector("input[name=password]"));
    }

    [Fact]
    public async Task Requests_without_a_circuit_count_as_being_there()
    {
        using var browser = await _portal.SignInAsync("alice");
        _ = await browser.GoAsync(PortalFactory.PersonPath);
        var alice = _portal.Logto.State.Read(tables => UserId.Parse(tables.Users.FindByUsername("alice")!.Id));
        var circuits = _portal.Services.GetRequiredService<OpenCircuits>();

        await Eventually.TrueAsync(() => circuits.People.Any(person => person.Id == alice));
    }

    [Fact]
    public async Task When_Logto_does_not_answer_nothing_is_concluded()
    {
        using var browser = await _portal.SignInAsync("bob");
        _portal.Logto.State.Write(tables => tables.RemoveMember(_acme.Value, _bob.Value));
        _portal.Logto.Faults.Add("GET /api/organizations/{id}/users 500");

        Assert.False(await CheckAsync());

        Assert.Empty(_heard);
        Assert.Contains("bob", (await browser.GoAsync(PortalFactory.PersonPath)).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_Logto_that_wants_to_be_asked_less_is_no_Logto_that_is_away()
    {
        _portal.Logto.Faults.Add("GET /api/organizations/{id}/users 429:60");

        Assert.Null(await CheckAsync());
    }

    [Fact]
    public async Task A_page_whose_rights_nobody_here_remembers_looks_for_itself()
    {
        _portal.Services.GetRequiredService<IOrganizationEvents>().Publish(new MembersChanged(_acme, _bob));
        _heard.Clear();

        Assert.True(await CheckAsync());

        Assert.Equal(1, _told);
        Assert.Empty(_heard);
    }

    [Fact]
    public async Task An_answer_that_differs_from_what_was_told_before_is_announced_by_whoever_reads_it()
    {
        _portal.Logto.State.Write(tables => tables.RemoveMember(_acme.Value, _bob.Value));

        Assert.False((await Reader.ReadFreshAsync(_acme, _bob)).Value.IsMember);

        Assert.Equal([new MembersChanged(_acme, _bob)], _heard);
    }

    private Task<bool?> CheckAsync(IReadOnlySet<OrganizationId>? organizations = null) =>
        _portal.Services.GetRequiredService<AccessCheck>().CheckAsync(new PresentPerson(_bob, organizations ?? new HashSet<OrganizationId> { _acme }), CancellationToken.None);
}
