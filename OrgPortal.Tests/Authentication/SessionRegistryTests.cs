using System.Security.Claims;
using System.Text;
using OrgPortal.Web.Authentication.Tokens;

namespace OrgPortal.Tests.Authentication;

public sealed class SessionRegistryTests
{
    private readonly SessionSetup _setup = new();

    [Fact]
    public async Task Whoever_reads_the_store_learns_neither_secret_nor_token_nor_name()
    {
        var secret = await _setup.Registry.BeginAsync(
            SessionSetup.Alice, null, [new Claim("name", "Alice Liddell")], new SessionTokens("id-token", "refresh-token", new Dictionary<string, UserToken>()));

        var stored = Assert.Single(_setup.Store.All);
        var content = Encoding.UTF8.GetString(stored.Content.Span);
        Assert.Equal(64, secret.Length);
        Assert.NotEqual(secret, stored.Key);
        Assert.DoesNotContain("refresh-token", content, StringComparison.Ordinal);
        Assert.DoesNotContain("Liddell", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sessions_never_have_the_same_secret()
    {
        var secrets = new HashSet<string>();
        for (var i = 0; i < 100; i++)
        {
            Assert.True(secrets.Add(await _setup.Registry.BeginAsync(SessionSetup.Alice, null, [], SessionTokens.None)));
        }
    }

    [Fact]
    public async Task A_session_keeps_only_the_claims_that_are_shown()
    {
        var session = await _setup.Registry.FindAsync(await _setup.BeginAsync());

        Assert.Equal(["sub", "name"], session!.Content.Claims.Select(claim => claim.Key));
    }

    [Fact]
    public async Task A_session_ends_when_it_is_not_used()
    {
        var key = await _setup.BeginAsync();

        _setup.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(await _setup.Registry.FindAsync(key));
        _setup.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await _setup.Registry.FindAsync(key));
    }

    [Fact]
    public async Task Using_a_session_keeps_it_alive_but_not_for_ever()
    {
        var key = await _setup.BeginAsync();

        for (var minutes = 0; minutes < 175; minutes += 25)
        {
            await _setup.Registry.UseAsync((await _setup.Registry.FindAsync(key))!);
            _setup.Time.Advance(TimeSpan.FromMinutes(25));
        }

        Assert.NotNull(await _setup.Registry.FindAsync(key));
        await _setup.Registry.UseAsync((await _setup.Registry.FindAsync(key))!);
        _setup.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(await _setup.Registry.FindAsync(key));
    }

    [Fact]
    public async Task Constant_use_writes_only_now_and_then()
    {
        var key = await _setup.BeginAsync();
        var before = _setup.Store.All.Single().ExpiresAt;

        _setup.Time.Advance(TimeSpan.FromMinutes(2));
        await _setup.Registry.UseAsync((await _setup.Registry.FindAsync(key))!);

        Assert.Equal(before, _setup.Store.All.Single().ExpiresAt);
    }

    [Fact]
    public async Task Ending_all_sessions_of_a_person_spares_the_others()
    {
        var first = await _setup.BeginAsync();
        var second = await _setup.BeginAsync();
        var other = await _setup.BeginAsync(SessionSetup.Bob);

        await _setup.Registry.EndAllAsync(SessionSetup.Alice);

        Assert.Null(await _setup.Registry.FindAsync(first));
        Assert.Null(await _setup.Registry.FindAsync(second));
        Assert.NotNull(await _setup.Registry.FindAsync(other));
    }

    [Fact]
    public async Task Tokens_cannot_be_saved_into_a_session_that_has_ended()
    {
        var session = (await _setup.Registry.FindAsync(await _setup.BeginAsync()))!;
        await _setup.Registry.EndAsync(session.Key);

        Assert.False(await _setup.Registry.SaveTokensAsync(session, SessionTokens.None));
        Assert.Empty(_setup.Store.All);
    }

    [Fact]
    public async Task A_session_that_cannot_be_read_counts_as_ended()
    {
        var key = await _setup.BeginAsync();
        await _setup.Store.ReplaceContentAsync(key, new byte[] { 1, 2, 3 });

        Assert.Null(await _setup.Registry.FindAsync(key));
    }
}
