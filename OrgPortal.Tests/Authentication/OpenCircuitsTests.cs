using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Web.Authentication.Circuits;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Authentication;

public sealed class OpenCircuitsTests
{
    private static readonly UserId Alice = UserId.Parse("alice1234567");
    private static readonly UserId Bob = UserId.Parse("bob123456789");
    private static readonly OrganizationId Acme = OrganizationId.Parse("acme12345678");

    private static readonly IOptions<CircuitLimitOptions> Limit = Options.Create(new CircuitLimitOptions { PerPerson = 2 });

    private readonly FakeTimeProvider _time = new();
    private readonly OpenCircuits _circuits;

    public OpenCircuitsTests() => _circuits = new OpenCircuits(Limit, _time);

    [Fact]
    public void A_person_is_there_once_whatever_the_number_of_pages()
    {
        using var home = Open(Alice);
        using var members = Open(Alice);
        using var entered = members.Enter<OrganizationRights>(Acme, _ => true, () => { });

        var person = Assert.Single(_circuits.People);

        Assert.Equal(Alice, person.Id);
        Assert.Equal([Acme], person.Organizations);
    }

    [Fact]
    public void A_page_is_told_in_its_readers_language()
    {
        var before = CultureInfo.CurrentUICulture;
        var told = new List<string>();
        using var members = Open(Alice);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        using var entered = members.Enter<OrganizationRights>(Acme, _ => true, () => told.Add(CultureInfo.CurrentUICulture.Name));
        CultureInfo.CurrentUICulture = before;

        members.Tell();

        Assert.Equal("zh-Hans", Assert.Single(told));
        Assert.Equal(before, CultureInfo.CurrentUICulture);
    }

    [Fact]
    public void One_page_too_many_is_refused_until_another_one_closes_or_loses_its_connection()
    {
        var first = Open(Alice);
        var second = Open(Alice);
        Assert.True(Open(Alice).IsRefused);
        Assert.False(Open(Bob).IsRefused);

        first.Dispose();
        Assert.False(Open(Alice).IsRefused);
        second.IsConnected = false;
        Assert.False(Open(Alice).IsRefused);
        Assert.True(Open(Alice).IsRefused);
    }

    [Fact]
    public void Whoever_has_closed_everything_is_there_no_more()
    {
        var page = Open(Alice);
        var refused = Open(Alice);

        page.Dispose();
        refused.Dispose();
        refused.Dispose();

        Assert.Empty(_circuits.People);
    }

    [Fact]
    public void Whoever_is_given_pages_and_opens_no_circuit_is_there_for_a_while_and_as_long_as_that_goes_on()
    {
        _circuits.Visit(Alice);
        Assert.Empty(_circuits.People);

        _time.Advance(OpenCircuits.VisitorAfter);
        var visitor = Assert.Single(_circuits.People);
        Assert.Equal(Alice, visitor.Id);
        Assert.Empty(visitor.Organizations);

        _circuits.Visit(Alice);
        _time.Advance(OpenCircuits.VisitorFor - TimeSpan.FromSeconds(1));
        Assert.Single(_circuits.People);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(_circuits.People);
    }

    [Fact]
    public void Whoever_has_a_page_open_is_no_visitor_besides()
    {
        using var members = Open(Alice);
        using var entered = members.Enter<OrganizationRights>(Acme, _ => true, () => { });
        _circuits.Visit(Alice);
        _time.Advance(OpenCircuits.VisitorAfter);

        Assert.Equal([Acme], Assert.Single(_circuits.People).Organizations);
    }

    [Fact]
    public void Only_the_pages_of_the_person_are_told_and_none_that_was_left()
    {
        var told = new List<string>();
        var (alice, bob) = (Open(Alice), Open(Bob));
        using var one = alice.Enter<OrganizationRights>(Acme, _ => true, () => told.Add("alice"));
        alice.Enter<OrganizationRights>(Acme, _ => true, () => told.Add("left")).Dispose();
        using var two = bob.Enter<OrganizationRights>(Acme, _ => true, () => told.Add("bob"));

        _circuits.Tell(Alice);

        Assert.Equal(["alice"], told);
    }

    [Fact]
    public void Only_a_page_that_shows_other_rights_of_the_person_there_is_told_to_look_again()
    {
        var told = new List<string>();
        var rights = OrganizationRights.None with { IsMember = true };
        var (alice, bob) = (Open(Alice), Open(Bob));
        using var right = alice.Enter<OrganizationRights>(Acme, shown => shown.IsSameAs(rights), () => told.Add("right"));
        using var wrong = alice.Enter<OrganizationRights>(Acme, shown => !shown.IsSameAs(rights), () => told.Add("wrong"));
        using var elsewhere = alice.Enter<OrganizationRights>(OrganizationId.Parse("elsewhere"), _ => false, () => told.Add("elsewhere"));
        using var other = bob.Enter<OrganizationRights>(Acme, _ => false, () => told.Add("bob"));

        _circuits.TellUnlessShown(Alice, Acme, rights);

        Assert.Equal(["wrong"], told);
    }

    [Fact]
    public async Task Connections_beyond_twice_the_limit_are_not_taken_and_it_says_when_to_try_again()
    {
        var open = new TaskCompletionSource();
        var taken = 0;
        var middleware = new CircuitLimitMiddleware(_ => { taken++; return open.Task; }, Limit);
        Task[] connections = [.. Enumerable.Range(0, 4).Select(_ => middleware.InvokeAsync(Connection(Alice)))];

        var refused = Connection(Alice);
        await middleware.InvokeAsync(refused);
        Assert.Equal((429, "30"), (refused.Response.StatusCode, refused.Response.Headers.RetryAfter.ToString()));
        _ = middleware.InvokeAsync(Connection(Bob));
        Assert.Equal(5, taken);

        open.SetResult();
        await Task.WhenAll(connections);
        var again = Connection(Alice);
        await middleware.InvokeAsync(again);
        Assert.Equal(200, again.Response.StatusCode);
    }

    private static DefaultHttpContext Connection(UserId person) => new()
    {
        Request = { Path = "/_blazor" },
        User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", person.Value)], "test")),
    };

    private CircuitPresence Open(UserId person)
    {
        var presence = new CircuitPresence(_circuits);
        presence.Open(person);
        return presence;
    }
}
