using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Authentication.Tokens;
using OrgPortal.Web.Events;
using OrgPortal.Web.Events.Nodes;

namespace OrgPortal.Tests.Authentication;

public sealed class SessionAuthenticationStateProviderTests : IDisposable
{
    private readonly SessionSetup _setup = new();
    private readonly SessionAuthenticationStateProvider _provider;
    private readonly TenantEvents _tenant = new(new SingleNode());
    private int _changes;

    public SessionAuthenticationStateProviderTests()
    {
        _provider = new SessionAuthenticationStateProvider(_setup.Events);
        _provider.AuthenticationStateChanged += _ => _changes++;
    }

    public void Dispose()
    {
        _provider.Dispose();
        _tenant.Dispose();
    }

    [Fact]
    public async Task Outside_requests_and_circuits_nobody_is_there() => Assert.Null(await PersonAsync());

    [Fact]
    public async Task In_a_request_the_person_is_whoever_authenticated_last()
    {
        var request = new DefaultHttpContext();
        _provider.UseRequest(request);
        Assert.Null(await PersonAsync());

        request.User = User("one");

        Assert.Equal("one", (await PersonAsync())!.SessionId);
    }

    [Fact]
    public async Task When_the_session_ends_nobody_is_there_any_more_at_once()
    {
        await OpenAsync("one");

        _setup.Events.Ended("one");
        _setup.Events.Ended("one");

        Assert.Null(await PersonAsync());
        Assert.Equal(1, _changes);
    }

    [Fact]
    public async Task The_end_of_another_session_changes_nothing()
    {
        await OpenAsync("one");

        _setup.Events.Ended("two");

        Assert.NotNull(await PersonAsync());
    }

    [Fact]
    public async Task Somebody_else_who_reconnects_does_not_get_the_open_page()
    {
        await OpenAsync("one");

        _provider.SetAuthenticationState(State(User("two")));

        Assert.Null(await PersonAsync());
        Assert.Equal(1, _changes);
    }

    [Fact]
    public async Task Reconnecting_with_the_same_session_goes_on()
    {
        await OpenAsync("one");

        _provider.SetAuthenticationState(State(User("one")));

        Assert.NotNull(await PersonAsync());
        Assert.Equal(0, _changes);
    }

    [Fact]
    public async Task An_ended_page_does_not_come_back_to_life()
    {
        await OpenAsync("one");
        _setup.Events.Ended("one");

        _provider.SetAuthenticationState(State(User("one")));

        Assert.Null(await PersonAsync());
    }

    [Fact]
    public async Task A_page_whose_session_ended_before_it_opened_shows_nobody()
    {
        _provider.SetAuthenticationState(State(User("unknown")));
        var handler = new SessionCircuitHandler(_provider, _setup.Registry, _setup.Watch, _tenant);

        await handler.OnCircuitOpenedAsync(null!, CancellationToken.None);

        Assert.Null(await PersonAsync());
    }

    [Fact]
    public async Task An_open_page_follows_the_persons_name()
    {
        var key = await _setup.BeginAsync();
        _provider.SetAuthenticationState(State(SessionTickets.PrincipalOf((await _setup.Registry.FindAsync(key))!)));
        var handler = new SessionCircuitHandler(_provider, _setup.Registry, _setup.Watch, _tenant);
        await handler.OnCircuitOpenedAsync(null!, CancellationToken.None);

        await new SessionPeople(_setup.Store, _setup.Registry, new SessionGates(), _tenant).RenameAsync(SessionSetup.Alice, "Alice Ames", "https://pictures.example/a.png");

        await Eventually.TrueAsync(async () => (await PersonAsync()) is { Name: "Alice Ames", PictureUrl: not null });
        Assert.Equal(key, (await PersonAsync())!.SessionId);
        await handler.OnCircuitClosedAsync(null!, CancellationToken.None);
    }

    [Fact]
    public async Task A_closed_page_is_told_nothing_more()
    {
        await OpenAsync("one");

        _provider.Dispose();

        Assert.Empty(_setup.Events.Watched);
    }

    [Theory]
    [InlineData("Alice Liddell", "alice", "Alice@Example.com", "Alice Liddell")]
    [InlineData(" ", "alice", "alice@example.com", "alice")]
    [InlineData(null, null, "Alice@Example.com", "alice@example.com")]
    [InlineData(null, null, null, "alice1234567")]
    public async Task A_person_is_called_by_the_best_name_there_is(string? name, string? userName, string? address, string expected)
    {
        Claim?[] claims = [Claim("name", name), Claim("username", userName), Claim("email", address), new Claim("picture", "javascript:alert(1)")];
        _provider.SetAuthenticationState(State(User("one", [.. claims.OfType<Claim>()])));

        var person = await PersonAsync();

        Assert.Equal(expected, person!.Name);
        Assert.Equal(address?.ToLowerInvariant(), person.EmailAddress);
        Assert.Null(person.PictureUrl);
    }

    private static Claim? Claim(string type, string? value) => value is null ? null : new Claim(type, value);

    private async Task OpenAsync(string session)
    {
        _provider.SetAuthenticationState(State(User(session)));
        Assert.Equal(session, await _provider.WatchAsync());
    }

    private async Task<Person?> PersonAsync() => await new CurrentUser(_provider, new ActingPerson()).GetAsync();

    private static Task<AuthenticationState> State(ClaimsPrincipal user) => Task.FromResult(new AuthenticationState(user));

    private static ClaimsPrincipal User(string session, params Claim[] claims) =>
        new(new ClaimsIdentity([new Claim("sub", "alice1234567"), new Claim("portal_session", session), .. claims], "test", "name", null));
}
