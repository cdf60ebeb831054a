using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using OrgPortal.Web.Authentication.SignIn;

namespace OrgPortal.Tests.Properties;

public sealed class LogoutTokenProperties : IDisposable
{
    private static readonly string[] Values =
        ["null", "true", "0", "-1", "1.5", "1e300", "9223372036854775807", "-9223372036854775808", "99999999999999", "\"\"", "\"x\"", "\"\\ud800\"", "\"../..\"", "[]", "[null]", "{}", "{\"http://schemas.openid.net/event/backchannel-logout\":null}", "{\"http://schemas.openid.net/event/backchannel-logout\":{}}"];

    private static readonly string[] Claims = ["iss", "aud", "iat", "exp", "jti", "sub", "sid", "events", "nonce", "nbf"];

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly LogoutTokens _tokens;

    public LogoutTokenProperties()
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = "https://logto.example/oidc" };
        configuration.SigningKeys.Add(new ECDsaSecurityKey(_key) { KeyId = "key-1" });
        var options = new OpenIdConnectOptions { ClientId = "portal", ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(configuration) };
        _tokens = new LogoutTokens(new OneMonitor(options), TimeProvider.System);
    }

    public void Dispose() => _key.Dispose();

    [Fact]
    public void What_nobody_signed_is_never_believed() => Cases.Check(
        Gen.OneOf<string>(Texts.Any(200), Texts.Near(Signed([]), "a.b.c", "..", "eyJhbGciOiJub25lIiwidHlwIjoibG9nb3V0K2p3dCJ9.e30."), Texts.From("eyJabc._-=", 0, 60)),
        text =>
        {
            var read = _tokens.ReadAsync(text).GetAwaiter().GetResult();

            Assert.True(read.Refusal is not null || IsTheSame(text), "It was believed.");
        }, costing: 20);

    [Fact]
    public void What_logto_signed_is_read_or_refused_whatever_it_says() => Cases.Check(
        Gen.Select(Gen.Int[0, Claims.Length - 1], Gen.Int[0, Values.Length - 1]).Array[0, 3],
        changes =>
        {
            var read = _tokens.ReadAsync(Signed([.. changes.Select(change => (Claims[change.Item1], Values[change.Item2]))])).GetAwaiter().GetResult();

            Assert.True(read.Refusal is not null || read.User is not null || read.LogtoSessionId is { Length: > 0 });
            Assert.True(read.Refusal is null || (read.User is null && read.LogtoSessionId is null));
        }, costing: 50);

    // The last bits of a signature in Base64 say nothing, and neither does padding: the same token can be written in several ways.
    private bool IsTheSame(string text) => _seen.Any(token => text.StartsWith(token[..token.LastIndexOf('.')], StringComparison.Ordinal)
        && Base64UrlEncoder.DecodeBytes(text[(text.LastIndexOf('.') + 1)..]).AsSpan().SequenceEqual(Base64UrlEncoder.DecodeBytes(token[(token.LastIndexOf('.') + 1)..])));

    private string Signed((string Claim, string Value)[] changes)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, string>
        {
            ["iss"] = "\"https://logto.example/oidc\"",
            ["aud"] = "\"portal\"",
            ["iat"] = $"{now}",
            ["exp"] = $"{now + 120}",
            ["jti"] = $"\"{Guid.NewGuid()}\"",
            ["sub"] = "\"alice1234567\"",
            ["sid"] = "\"session-1\"",
            ["events"] = "{\"http://schemas.openid.net/event/backchannel-logout\":{}}",
        };
        foreach (var (claim, value) in changes)
        {
            claims[claim] = value;
        }

        var signed = Base64UrlEncoder.Encode("""{"alg":"ES384","typ":"logout+jwt","kid":"key-1"}""")
            + "." + Base64UrlEncoder.Encode("{" + string.Join(',', claims.Select(claim => $"\"{claim.Key}\":{claim.Value}")) + "}");
        var token = signed + "." + Base64UrlEncoder.Encode(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA384));
        _seen.Add(token);
        return token;
    }

    private sealed class OneMonitor(OpenIdConnectOptions options) : IOptionsMonitor<OpenIdConnectOptions>
    {
        public OpenIdConnectOptions CurrentValue => options;

        public OpenIdConnectOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<OpenIdConnectOptions, string?> listener) => null;
    }
}
