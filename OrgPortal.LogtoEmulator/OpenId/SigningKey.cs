using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>
/// The key that signs every token: EC P-384, ES384, made anew for each emulator and kept in memory only. Tokens are put
/// together by hand because Logto's ID tokens carry no <c>typ</c>, which the usual library always writes.
/// </summary>
internal sealed class SigningKey : IDisposable
{
    public const string Algorithm = "ES384";

    private readonly Lock _gate = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    /// <summary>The <c>kid</c> in the header of every token.</summary>
    public string KeyId { get; } = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    /// <summary>The public half, as an entry of the key set.</summary>
    public JsonObject PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return new JsonObject
        {
            ["kty"] = "EC",
            ["use"] = "sig",
            ["kid"] = KeyId,
            ["alg"] = Algorithm,
            ["crv"] = "P-384",
            ["x"] = Base64UrlEncoder.Encode(point.X),
            ["y"] = Base64UrlEncoder.Encode(point.Y),
        };
    }

    /// <summary>A signed token.</summary>
    /// <param name="type">The header's <c>typ</c>; null leaves it out.</param>
    /// <param name="claims">The payload, written in this order.</param>
    public string Sign(string? type, JsonObject claims)
    {
        var header = new JsonObject { ["alg"] = Algorithm };
        if (type is not null)
        {
            header["typ"] = type;
        }

        header["kid"] = KeyId;
        var signed = $"{Encode(header)}.{Encode(claims)}";
        lock (_gate)
        {
            return $"{signed}.{Base64UrlEncoder.Encode(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA384))}";
        }
    }

    /// <summary>Reads a token of ours; says nothing about its lifetime, audience or scope.</summary>
    /// <param name="token">What somebody sent.</param>
    /// <param name="type">The header's <c>typ</c> it must have; null for ID tokens, which have none.</param>
    /// <param name="claims">The payload, where the result is <see cref="TokenReading.Genuine"/>.</param>
    public TokenReading Read(string token, string? type, out JsonElement claims)
    {
        claims = default;
        if (token.Split('.') is not [var header, var payload, var signature])
        {
            return TokenReading.NotAToken;
        }

        try
        {
            var head = StateJson.Parse(Base64UrlEncoder.Decode(header));
            if (Text(head, "alg") != Algorithm || Text(head, "kid") != KeyId || Text(head, "typ") != type)
            {
                return TokenReading.Forged;
            }

            if (!IsSignedByUs($"{header}.{payload}", Base64UrlEncoder.DecodeBytes(signature)))
            {
                return TokenReading.Forged;
            }

            claims = StateJson.Parse(Base64UrlEncoder.Decode(payload));
            return TokenReading.Genuine;
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or InvalidOperationException)
        {
            return TokenReading.NotAToken;
        }
    }

    public void Dispose() => _key.Dispose();

    private bool IsSignedByUs(string signed, byte[] signature)
    {
        lock (_gate)
        {
            return _key.VerifyData(Encoding.UTF8.GetBytes(signed), signature, HashAlgorithmName.SHA384);
        }
    }

    private static string Encode(JsonObject part) => Base64UrlEncoder.Encode(part.ToJsonString(StateJson.Options));

    private static string? Text(JsonElement header, string name) =>
        header.TryGetProperty(name, out var value) ? value.GetString() : null;
}
