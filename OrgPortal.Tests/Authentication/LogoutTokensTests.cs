using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using OrgPortal.Web.Authentication.SignIn;

namespace OrgPortal.Tests.Authentication;

public sealed class LogoutTokensTests : IDisposable
{
    private const string Issuer = "https://logto.example/oidc";
    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private readonly ECDsa _foreignKey = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly LogoutTokens _tokens;

    public LogoutTokensTests()
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = Issuer };
        configuration.SigningKeys.Add(new ECDsaSecurityKey(_key) { KeyId = "key-1" });
        var options = new OpenIdConnectOptions { ClientId = "portal", ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(configuration) };
        _tokens = new LogoutTokens(new StaticMonitor(options), _time);
    }

    public static TheoryData<string, string> Forgeries => new()
    {
        { "another issuer", "iss" },
        { "another application", "aud" },
        { "an ID token", "typ" },
        { "expired", "exp" },
        { "without an end", "no-exp" },
        { "issued long ago", "iat" },
        { "without the event", "events" },
        { "with another event", "other-event" },
        { "with a nonce", "nonce" },
        { "naming nobody", "nobody" },
        { "naming null", "null" },
        { "without an id", "no-jti" },
        { "signed by somebody else", "key" },
        { "not signed", "none" },
        { "signed with our secret", "hmac" },
    };

    public void Dispose()
    {
        _key.Dispose();
        _foreignKey.Dispose();
    }

    [Fact]
    public async Task A_token_of_logto_names_person_and_session()
    {
        var read = await _tokens.ReadAsync(Token());

        Assert.Null(read.Refusal);
        Assert.Equal("alice1234567", read.User?.Value);
        Assert.Equal("session-1", read.LogtoSessionId);
    }

    [Fact]
    public async Task A_token_counts_once()
    {
        var token = Token();

        Assert.Null((await _tokens.ReadAsync(token)).Refusal);
        Assert.NotNull((await _tokens.ReadAsync(token)).Refusal);
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_token_that_is_wrong_in_one_point_does_not_count(string what, string fault)
    {
        var read = await _tokens.ReadAsync(Token(fault));

        Assert.True(read.Refusal is not null, what);
        Assert.Null(read.User);
    }

    [Theory]
    [InlineData("future")]
    [InlineData("end-of-time")]
    public async Task A_token_from_the_future_does_not_count(string fault) => Assert.NotNull((await _tokens.ReadAsync(Token(fault))).Refusal);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    public async Task What_is_no_token_does_not_count(string text) => Assert.NotNull((await _tokens.ReadAsync(text)).Refusal);

    private string Token(string? fault = null)
    {
        var now = _time.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = fault == "iss" ? "https://other.example/oidc" : Issuer,
            ["aud"] = fault == "aud" ? "other" : "portal",
            ["iat"] = fault switch
            {
                "iat" => now.AddMinutes(-11).ToUnixTimeSeconds(),
                "future" => now.AddMinutes(2).ToUnixTimeSeconds(),
                "end-of-time" => long.MaxValue,
                _ => now.ToUnixTimeSeconds(),
            },
            ["events"] = new Dictionary<string, object> { [fault == "other-event" ? "http://schemas.openid.net/event/other" : LogoutEvent] = new Dictionary<string, object>() },
        };
        AddUnless("no-exp", "exp", (fault == "exp" ? now.AddMinutes(-2) : now.AddMinutes(2)).ToUnixTimeSeconds());
        AddUnless("no-jti", "jti", Guid.NewGuid().ToString());
        AddUnless("nobody", "sub", "alice1234567");
        AddUnless("nobody", "sid", "session-1");
        if (fault == "null")
        {
            (claims["sub"], claims["sid"]) = (null!, null!);
        }

        if (fault == "events")
        {
            claims.Remove("events");
        }

        if (fault == "nonce")
        {
            claims["nonce"] = "n";
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            TokenType = fault == "typ" ? "JWT" : "logout+jwt",
            SigningCredentials = fault switch
            {
                "none" => null,
                "key" => new SigningCredentials(new ECDsaSecurityKey(_foreignKey) { KeyId = "key-1" }, SecurityAlgorithms.EcdsaSha384),
                "hmac" => new SigningCredentials(new SymmetricSecurityKey(new byte[64]) { KeyId = "key-1" }, SecurityAlgorithms.HmacSha256),
                _ => new SigningCredentials(new ECDsaSecurityKey(_key) { KeyId = "key-1" }, SecurityAlgorithms.EcdsaSha384),
            },
        });

        void AddUnless(string unwanted, string type, object value)
        {
            if (fault != unwanted)
            {
                claims[type] = value;
            }
        }
    }

    private sealed class StaticMonitor(OpenIdConnectOptions options) : IOptionsMonitor<OpenIdConnectOptions>
    {
        public OpenIdConnectOptions CurrentValue => options;

        public OpenIdConnectOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<OpenIdConnectOptions, string?> listener) => null;
    }
}
