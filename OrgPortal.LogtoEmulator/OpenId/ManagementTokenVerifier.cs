using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>
/// Judges the bearer tokens of the Management API. A signature is verified once and its claims remembered; the time is looked at on
/// every call.
/// </summary>
internal sealed class ManagementTokenVerifier(SigningKey key, EmulatorAddress address, LogtoState state) : IManagementTokenVerifier, IDisposable
{
    private readonly MemoryCache _genuine = new(new MemoryCacheOptions { SizeLimit = 1000 });

    public ManagementTokenVerdict Verify(string accessToken)
    {
        if (!_genuine.TryGetValue(accessToken, out JsonElement claims))
        {
            switch (key.Read(accessToken, "at+jwt", out claims))
            {
                case TokenReading.NotAToken:
                    return ManagementTokenVerdict.Refused("ERR_JWS_INVALID");
                case TokenReading.Forged:
                    return ManagementTokenVerdict.Refused("ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
                default:
                    _genuine.Set(accessToken, claims, new MemoryCacheEntryOptions { Size = 1 });
                    break;
            }
        }

        if (Text(claims, "iss") != address.Issuer || Text(claims, "aud") != Resource.ManagementApiIndicator)
        {
            return ManagementTokenVerdict.Refused("ERR_JWT_CLAIM_VALIDATION_FAILED");
        }

        return claims.GetProperty("exp").GetInt64() <= state.Clock.GetUtcNow().ToUnixTimeSeconds()
            ? ManagementTokenVerdict.Refused("ERR_JWT_EXPIRED")
            : ManagementTokenVerdict.Accepted(Text(claims, "sub"), Text(claims, "scope"));
    }

    public void Dispose() => _genuine.Dispose();

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) ? value.GetString() : null;
}
