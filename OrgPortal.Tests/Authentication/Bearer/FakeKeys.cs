using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace OrgPortal.Tests.Authentication.Bearer;

/// <summary>A Logto that gives out keys and signs tokens, by hand, so that everything about a token can be wrong.</summary>
internal sealed class FakeKeys : HttpMessageHandler, IHttpClientFactory
{
    public const string Issuer = "https://logto.example/oidc";

    private readonly Dictionary<string, AsymmetricAlgorithm> _keys = [];

    /// <summary>How often the keys were asked for.</summary>
    public int Reads { get; private set; }

    public bool IsDown { get; set; }

    /// <summary>Completes before an answer is given.</summary>
    public TaskCompletionSource? Hold { get; set; }

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    /// <summary>Logto signs with this key, too.</summary>
    public FakeKeys Add(string id, AsymmetricAlgorithm? key = null)
    {
        _keys[id] = key ?? ECDsa.Create(ECCurve.NamedCurves.nistP384);
        return this;
    }

    /// <summary>Logto has no such key any more.</summary>
    public void Remove(string id) => _keys.Remove(id);

    public static JsonObject Header(string id, string algorithm = "ES384", string? type = "at+jwt")
    {
        var header = new JsonObject { ["alg"] = algorithm, ["kid"] = id };
        if (type is not null)
        {
            header["typ"] = type;
        }

        return header;
    }

    public static JsonObject Claims(DateTimeOffset now) => new()
    {
        ["iss"] = Issuer,
        ["sub"] = "adaadaadaada",
        ["aud"] = "https://portal.example/api",
        ["client_id"] = "front-end",
        ["iat"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        ["jti"] = "1",
        ["scope"] = "",
    };

    public string Sign(JsonObject header, JsonObject claims) => Sign(header, claims, _keys[(string)header["kid"]!]);

    public static string Sign(JsonObject header, JsonObject claims, AsymmetricAlgorithm key) => Assemble(header, claims, signed => key switch
    {
        ECDsa curve => curve.SignData(signed, curve.KeySize switch { 256 => HashAlgorithmName.SHA256, 384 => HashAlgorithmName.SHA384, _ => HashAlgorithmName.SHA512 }),
        RSA rsa => rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        _ => throw new NotSupportedException(),
    });

    public static string Assemble(JsonObject header, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>The public half as it is given out, in the form that an attacker would take for a shared secret.</summary>
    public byte[] PublicBytes(string id) => _keys[id].ExportSubjectPublicKeyInfo();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Hold is { } hold)
        {
            await hold.Task;
        }

        var isKeys = request.RequestUri!.AbsolutePath.EndsWith("/jwks", StringComparison.Ordinal);
        if (!isKeys)
        {
            Reads++;
        }

        return IsDown
            ? throw new HttpRequestException("down")
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(isKeys ? Keys() : JsonSerializer.Serialize(new { issuer = Issuer, jwks_uri = "https://logto.example/oidc/jwks" })) };
    }

    private string Keys() => new JsonObject { ["keys"] = new JsonArray([.. _keys.Select(key => Public(key.Key, key.Value))]) }.ToJsonString();

    private static JsonObject Public(string id, AsymmetricAlgorithm key)
    {
        switch (key)
        {
            case ECDsa curve:
                var point = curve.ExportParameters(false).Q;
                return new JsonObject { ["kty"] = "EC", ["use"] = "sig", ["kid"] = id, ["crv"] = $"P-{curve.KeySize}", ["x"] = Base64UrlEncoder.Encode(point.X), ["y"] = Base64UrlEncoder.Encode(point.Y) };
            default:
                var rsa = ((RSA)key).ExportParameters(false);
                return new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = id, ["n"] = Base64UrlEncoder.Encode(rsa.Modulus), ["e"] = Base64UrlEncoder.Encode(rsa.Exponent) };
        }
    }

    private static string Encode(JsonObject part) => Base64UrlEncoder.Encode(part.ToJsonString());
}
