using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authentication.Bearer;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Authentication.Bearer;

/// <summary>What passes for a person's access token, and what it costs Logto.</summary>
public sealed class BearerTokensTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly FakeKeys _logto = new FakeKeys().Add("key-1");
    private readonly BearerTokens _tokens;

    public BearerTokensTests() => _tokens = Create(_logto, _time);

    /// <summary>Each is one thing about a token that is otherwise right.</summary>
    public static TheoryData<string> Forgeries =>
    [
        "another issuer", "no issuer", "expired", "no end", "not valid yet", "another audience", "two audiences", "no audience", "the audience of the Management API",
        "another application", "no application", "a machine", "no person", "a person who is a path", "an ID token", "a logout token", "a type of nothing",
        "not signed", "not signed, in capitals", "signed with the public key", "signed by somebody else", "a key that nobody knows", "no key named", "another key of the set",
        "another algorithm named", "a signature cut off", "no signature", "a claim changed", "critical headers", "its own key in the header", "an address of keys in the header",
        "encrypted", "nothing", "opaque", "too long", "an organization that is a path", "an organization's token with another organization",
    ];

    public void Dispose()
    {
        _tokens.Dispose();
        _logto.Dispose();
    }

    [Fact]
    public async Task A_token_of_logto_says_whose_it_is_and_for_what()
    {
        var token = (await _tokens.ReadAsync(Token())).Token!;

        Assert.Equal(("adaadaadaada", "front-end", "https://portal.example/api", null), (token.Person.Value, token.ClientId, token.Audience, token.OrganizationId));
    }

    [Fact]
    public async Task A_token_that_is_remembered_is_not_copied()
    {
        var header = "Bearer " + Token();
        await ReadAsync();
        await ReadAsync();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var verdict = await ReadAsync();

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.NotNull(verdict.Token);
        Assert.InRange(allocated, 0, header.Length);

        ValueTask<BearerVerdict> ReadAsync() => _tokens.ReadAsync(header.AsMemory("Bearer ".Length));
    }

    [Fact]
    public async Task Tenants_with_keys_of_RSA_and_of_other_curves_are_served_too()
    {
        using var rsa = RSA.Create(2048);
        _logto.Add("rsa", rsa).Add("p256", ECDsa.Create(ECCurve.NamedCurves.nistP256)).Add("p521", ECDsa.Create(ECCurve.NamedCurves.nistP521));

        foreach (var (id, algorithm) in new[] { ("rsa", "RS256"), ("p256", "ES256"), ("p521", "ES512") })
        {
            Assert.NotNull((await _tokens.ReadAsync(_logto.Sign(FakeKeys.Header(id, algorithm), FakeKeys.Claims(_time.GetUtcNow())))).Token);
        }
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(253402300799)]
    [InlineData(1e300)]
    public async Task An_end_beyond_all_time_is_no_fault_of_ours(double end)
    {
        var verdict = await _tokens.ReadAsync(Token(claims => claims["exp"] = end));

        Assert.True(verdict.Token is not null || verdict.Reason is not null);
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_token_that_is_not_quite_right_is_refused_the_first_time_and_every_time(string wrong)
    {
        var forged = Forge(wrong);

        Assert.NotNull((await _tokens.ReadAsync(Token())).Token);
        var first = await _tokens.ReadAsync(forged);
        var again = await _tokens.ReadAsync(forged);

        Assert.Null(first.Token);
        Assert.NotNull(first.Reason);
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task A_verified_token_is_remembered_and_still_expires()
    {
        var token = Token();
        await _tokens.ReadAsync(token);
        Assert.Equal(1, _tokens.Remembered);

        _time.Advance(TimeSpan.FromMinutes(60));
        Assert.NotNull((await _tokens.ReadAsync(token)).Token);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await _tokens.ReadAsync(token)).Token);
    }

    [Fact]
    public async Task What_was_verified_with_a_key_that_logto_took_away_is_refused_once_the_keys_were_read_again()
    {
        var token = Token();
        await _tokens.ReadAsync(token);
        _logto.Remove("key-1");
        _logto.Add("key-2");
        _time.Advance(SigningKeys.PauseForUnknown);

        Assert.NotNull((await _tokens.ReadAsync(_logto.Sign(FakeKeys.Header("key-2"), FakeKeys.Claims(_time.GetUtcNow())))).Token);
        Assert.Null((await _tokens.ReadAsync(token)).Token);
    }

    [Fact]
    public async Task Unknown_keys_have_logto_asked_at_most_every_half_minute()
    {
        await _tokens.ReadAsync(Token());
        _time.Advance(SigningKeys.PauseForUnknown);
        for (var i = 0; i < 50; i++)
        {
            Assert.Null((await _tokens.ReadAsync(FakeKeys.Sign(FakeKeys.Header($"unknown-{i}"), FakeKeys.Claims(_time.GetUtcNow()), ECDsa.Create(ECCurve.NamedCurves.nistP384)))).Token);
        }

        Assert.Equal(2, _logto.Reads);
        _logto.Add("key-2");
        Assert.Null((await _tokens.ReadAsync(_logto.Sign(FakeKeys.Header("key-2"), FakeKeys.Claims(_time.GetUtcNow())))).Token);
        _time.Advance(SigningKeys.PauseForUnknown);
        Assert.NotNull((await _tokens.ReadAsync(_logto.Sign(FakeKeys.Header("key-2"), FakeKeys.Claims(_time.GetUtcNow())))).Token);
        Assert.Equal(3, _logto.Reads);
    }

    [Fact]
    public async Task Many_who_come_at_once_have_logto_asked_once()
    {
        _logto.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var readings = Enumerable.Range(0, 50).Select(_ => _tokens.ReadAsync(Token()).AsTask()).ToArray();
        _logto.Hold.SetResult();

        Assert.All(await Task.WhenAll(readings), verdict => Assert.NotNull(verdict.Token));
        Assert.Equal(1, _logto.Reads);
    }

    [Fact]
    public async Task While_logto_is_away_the_keys_of_before_count()
    {
        await _tokens.ReadAsync(Token());
        _logto.IsDown = true;
        _time.Advance(SigningKeys.RenewedAfter + TimeSpan.FromMinutes(5));

        Assert.NotNull((await _tokens.ReadAsync(Token())).Token);
        await Eventually.TrueAsync(() => _logto.Reads == 2);
        Assert.NotNull((await _tokens.ReadAsync(Token())).Token);
    }

    [Fact]
    public async Task Before_logto_has_answered_nobody_can_tell_and_nobody_gets_in()
    {
        _logto.IsDown = true;
        var verdict = await _tokens.ReadAsync(Token());
        Assert.True(verdict is { Token: null, IsUndecided: true });

        _logto.IsDown = false;
        Assert.True((await _tokens.ReadAsync(Token())).IsUndecided);
        _time.Advance(SigningKeys.PauseAfterFailure);
        Assert.NotNull((await _tokens.ReadAsync(Token())).Token);
    }

    internal static BearerTokens Create(FakeKeys logto, TimeProvider time)
    {
        var options = new ApiOptions { Resource = "https://portal.example/api" };
        options.Clients.Add("front-end");
        var keys = new SigningKeys(logto, Options.Create(new LogtoOptions { Endpoint = new Uri("https://logto.example") }), time, NullLogger<SigningKeys>.Instance);
        return new BearerTokens(keys, Options.Create(options), time);
    }

    private string Token(Action<JsonObject>? change = null)
    {
        var claims = FakeKeys.Claims(_time.GetUtcNow());
        change?.Invoke(claims);
        return _logto.Sign(FakeKeys.Header("key-1"), claims);
    }

    private string Typed(string? type, string algorithm = "ES384") => _logto.Sign(FakeKeys.Header("key-1", algorithm, type), FakeKeys.Claims(_time.GetUtcNow()));

    private string Headed(Action<JsonObject> change)
    {
        var header = FakeKeys.Header("key-1");
        change(header);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        return header.ContainsKey("kid") && (string)header["kid"]! == "key-1" ? _logto.Sign(header, FakeKeys.Claims(_time.GetUtcNow())) : FakeKeys.Sign(header, FakeKeys.Claims(_time.GetUtcNow()), key);
    }

    private string Unsigned(string algorithm) => FakeKeys.Assemble(FakeKeys.Header("key-1", algorithm), FakeKeys.Claims(_time.GetUtcNow()), _ => []);

    private string Forge(string wrong)
    {
        var now = _time.GetUtcNow();
        return wrong switch
        {
            "another issuer" => Token(claims => claims["iss"] = "https://evil.example/oidc"),
            "no issuer" => Token(claims => claims.Remove("iss")),
            "expired" => Token(claims => claims["exp"] = now.AddMinutes(-2).ToUnixTimeSeconds()),
            "no end" => Token(claims => claims.Remove("exp")),
            "not valid yet" => Token(claims => claims["nbf"] = now.AddMinutes(2).ToUnixTimeSeconds()),
            "another audience" => Token(claims => claims["aud"] = "https://other.example/api"),
            "two audiences" => Token(claims => claims["aud"] = new JsonArray("https://portal.example/api", "https://other.example/api")),
            "no audience" => Token(claims => claims.Remove("aud")),
            "the audience of the Management API" => Token(claims => claims["aud"] = "https://default.logto.app/api"),
            "another application" => Token(claims => claims["client_id"] = "somebody-else"),
            "no application" => Token(claims => claims.Remove("client_id")),
            "a machine" => Token(claims => claims["sub"] = "front-end"),
            "no person" => Token(claims => claims.Remove("sub")),
            "a person who is a path" => Token(claims => claims["sub"] = "../users"),
            "an ID token" => Typed(null),
            "a logout token" => Typed("logout+jwt"),
            "a type of nothing" => Typed("JWT"),
            "not signed" => Unsigned("none"),
            "not signed, in capitals" => Unsigned("NONE"),
            "signed with the public key" => FakeKeys.Assemble(FakeKeys.Header("key-1", "HS256"), FakeKeys.Claims(now), signed => HMACSHA256.HashData(_logto.PublicBytes("key-1"), signed)),
            "signed by somebody else" => FakeKeys.Sign(FakeKeys.Header("key-1"), FakeKeys.Claims(now), ECDsa.Create(ECCurve.NamedCurves.nistP384)),
            "a key that nobody knows" => Headed(header => header["kid"] = "unknown"),
            "no key named" => Headed(header => header.Remove("kid")),
            "another key of the set" => Other(),
            "another algorithm named" => Typed("at+jwt", "ES512"),
            "a signature cut off" => Token()[..^4],
            "no signature" => Token()[..(Token().LastIndexOf('.') + 1)],
            "a claim changed" => Spliced(),
            "critical headers" => Headed(header => (header["crit"], header["exp"]) = (new JsonArray("exp"), 1)),
            "its own key in the header" => Headed(header => (header["kid"], header["jwk"]) = ("mine", new JsonObject { ["kty"] = "EC" })),
            "an address of keys in the header" => Headed(header => (header["kid"], header["jku"]) = ("mine", "https://evil.example/jwks")),
            "encrypted" => Token() + ".x.y",
            "nothing" => "",
            "opaque" => "K2sKzPSzNnJBB9Rz6yF5YwwPYsyJd7Ys0mpBZPVZRjA",
            "too long" => Token(claims => claims["scope"] = new string('x', BearerTokens.LongestToken)),
            "an organization that is a path" => Token(claims => claims["aud"] = "urn:logto:organization:../x"),
            "an organization's token with another organization" => Token(claims => (claims["aud"], claims["organization_id"]) = ("urn:logto:organization:acme", "globex")),
            _ => throw new ArgumentOutOfRangeException(nameof(wrong), wrong, null),
        };
    }

    // Signed rightly, by a key that Logto has, under the name of another one.
    private string Other()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        _logto.Add("key-2", key);
        return FakeKeys.Sign(FakeKeys.Header("key-1"), FakeKeys.Claims(_time.GetUtcNow()), key);
    }

    private string Spliced()
    {
        var (mine, others) = (Token().Split('.'), Token(claims => claims["sub"] = "bobbobbobbob").Split('.'));
        return $"{mine[0]}.{others[1]}.{mine[2]}";
    }
}
