using OrgPortal.Web.Authentication.Tokens;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Authentication;

public sealed class UserTokensTests
{
    private static readonly TokenTarget Acme = TokenTarget.Of(OrganizationId.Parse("acme12345678", null));
    private static readonly TokenTarget Initech = TokenTarget.Of(OrganizationId.Parse("initech12345", null));

    private readonly SessionSetup _setup = new();
    private readonly SessionGates _gates = new();
    private readonly FakeTokenEndpoint _endpoint;
    private readonly UserTokens _tokens;

    public UserTokensTests()
    {
        _endpoint = new FakeTokenEndpoint(_setup.Time);
        _tokens = new UserTokens(_setup.Registry, _endpoint, _gates, _setup.Time);
    }

    [Fact]
    public async Task A_token_is_fetched_once_and_remembered_until_it_is_about_to_expire()
    {
        var session = await _setup.BeginAsync();

        var first = await _tokens.GetAsync(session, Acme);
        Assert.Equal(first, await _tokens.GetAsync(session, Acme));
        Assert.Equal(1, _endpoint.Refreshes);

        _setup.Time.Advance(TimeSpan.FromMinutes(59.6));
        Assert.NotEqual(first.Value, (await _tokens.GetAsync(session, Acme)).Value);
        Assert.Equal(2, _endpoint.Refreshes);
    }

    [Fact]
    public async Task Tokens_of_different_organizations_are_never_confused()
    {
        var session = await _setup.BeginAsync();

        var acme = await _tokens.GetAsync(session, Acme);
        var initech = await _tokens.GetAsync(session, Initech);

        Assert.NotEqual(acme.Value, initech.Value);
        Assert.Equal(acme.Value, (await _tokens.GetAsync(session, Acme)).Value);
    }

    [Fact]
    public async Task Many_at_once_use_each_refresh_token_once()
    {
        var session = await _setup.BeginAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => _tokens.GetAsync(session, i % 2 == 0 ? Acme : Initech))));

        Assert.DoesNotContain(answers, answer => answer.IsFailure);
        Assert.Equal(2, _endpoint.Refreshes);
        Assert.Equal(0, _gates.Count);
    }

    [Fact]
    public async Task Two_sessions_of_a_person_refresh_apart()
    {
        var first = await _setup.BeginAsync();
        var second = await _setup.BeginAsync();
        _endpoint.Hold = new TaskCompletionSource();

        var waiting = _tokens.GetAsync(first, Acme);
        var other = _tokens.GetAsync(second, Acme);
        Assert.Equal(2, _gates.Count);

        _endpoint.Hold.SetResult();
        await Task.WhenAll(waiting, other);
    }

    [Fact]
    public async Task The_rotated_refresh_token_is_stored_before_anybody_has_the_access_token()
    {
        var session = await _setup.BeginAsync();

        await _tokens.GetAsync(session, Acme);

        Assert.Equal("refresh-2", (await _setup.Registry.FindAsync(session))!.Content.Tokens.RefreshToken);
    }

    [Fact]
    public async Task Leaving_the_page_does_not_lose_the_rotated_token()
    {
        var session = await _setup.BeginAsync();
        _endpoint.Hold = new TaskCompletionSource();
        using var page = new CancellationTokenSource();
        var left = _tokens.GetAsync(session, Acme, cancellationToken: page.Token);

        await page.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        _endpoint.Hold.SetResult();

        Assert.False((await _tokens.GetAsync(session, Acme)).IsFailure);
        Assert.Equal(1, _endpoint.Refreshes);
    }

    [Fact]
    public async Task A_grant_that_logto_has_ended_ends_the_session()
    {
        var session = await _setup.BeginAsync();
        var told = 0;
        using var subscription = _setup.Events.Subscribe(session, () => told++);
        _endpoint.Answer = new TokenRefused("invalid_grant");

        Assert.IsType<SignInRequired>((await _tokens.GetAsync(session, Acme)).Failure);

        Assert.Null(await _setup.Registry.FindAsync(session));
        Assert.Equal(1, told);
    }

    [Theory]
    [InlineData("invalid_client")]
    [InlineData("unauthorized_client")]
    public async Task A_mistake_of_ours_does_not_sign_people_out(string error)
    {
        var session = await _setup.BeginAsync();
        _endpoint.Answer = new TokenRefused(error);

        Assert.IsType<Unavailable>((await _tokens.GetAsync(session, Acme)).Failure);
        Assert.NotNull(await _setup.Registry.FindAsync(session));
    }

    [Fact]
    public async Task Logto_being_away_does_not_sign_people_out()
    {
        var session = await _setup.BeginAsync();
        _endpoint.Answer = new TokenUnreachable();
        Assert.IsType<Unavailable>((await _tokens.GetAsync(session, Acme)).Failure);

        _endpoint.Answer = null;

        Assert.False((await _tokens.GetAsync(session, Acme)).IsFailure);
    }

    [Fact]
    public async Task A_non_member_gets_no_token_and_stays_signed_in()
    {
        var session = await _setup.BeginAsync();
        _endpoint.Answer = new TokenRefused("access_denied");

        Assert.Equal(UserTokens.NotGranted, (await _tokens.GetAsync(session, Acme)).Failure!.Code);
        Assert.NotNull(await _setup.Registry.FindAsync(session));
    }

    [Fact]
    public async Task A_rejected_token_is_replaced_once_for_all_who_were_rejected()
    {
        var session = await _setup.BeginAsync();
        var rejected = (await _tokens.GetAsync(session, Acme)).Value.Value;

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => _tokens.GetAsync(session, Acme, rejected))));

        Assert.All(answers, answer => Assert.NotEqual(rejected, answer.Value.Value));
        Assert.Equal(2, _endpoint.Refreshes);
    }

    [Fact]
    public async Task Signing_out_during_a_refresh_revokes_what_it_brings()
    {
        var session = await _setup.BeginAsync();
        _endpoint.Hold = new TaskCompletionSource();
        var refresh = _tokens.GetAsync(session, Acme);

        await _setup.Registry.EndAsync(session);
        _endpoint.Hold.SetResult();

        Assert.IsType<SignInRequired>((await refresh).Failure);
        Assert.Equal(["refresh-2"], _endpoint.Revoked);
    }

    [Fact]
    public async Task Without_a_session_or_a_refresh_token_there_is_no_token()
    {
        var session = await _setup.BeginAsync(refreshToken: null);

        Assert.IsType<SignInRequired>((await _tokens.GetAsync(session, Acme)).Failure);
        Assert.IsType<SignInRequired>((await _tokens.GetAsync("unknown", Acme)).Failure);
        Assert.Equal(0, _endpoint.Refreshes);
    }

    [Fact]
    public void A_token_does_not_show_itself_in_text() =>
        Assert.DoesNotContain("secret", new UserToken("secret", DateTimeOffset.UnixEpoch, "").ToString(), StringComparison.Ordinal);
}
