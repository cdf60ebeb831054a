using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Bearer;

/// <summary>
/// Verifies people's access tokens. Checking a signature costs more than the rest of a request, so a token that was verified is remembered by its
/// hash, and only as long as Logto's keys are the same; whether it has expired is asked every time.
/// </summary>
internal sealed class BearerTokens(SigningKeys signingKeys, IOptions<ApiOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>How far the clocks may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>Longer than any token of Logto. Characters.</summary>
    public const int LongestToken = 8 * 1024;

    /// <summary>How many are remembered; of more the oldest are forgotten.</summary>
    public const int MostRemembered = 20_000;

    // As long as Logto's tokens usually live; whether one still does is asked every time.
    private static readonly TimeSpan RememberedFor = TimeSpan.FromHours(1);

    // RFC 9068; Logto's ID tokens have no type and its logout tokens another, so neither passes.
    private static readonly string[] Types = ["at+jwt", "application/at+jwt"];

    private const int HashLength = 2 * SHA256.HashSizeInBytes;

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly MemoryCache _verified = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    /// <summary>How many are remembered now.</summary>
    public int Remembered => _verified.Count;

    /// <summary>Reads a token.</summary>
    public ValueTask<BearerVerdict> ReadAsync(string token) => ReadAsync(token.AsMemory());

    /// <summary>Reads a token that is a part of a text, such as a header: one that is remembered is not copied.</summary>
    public async ValueTask<BearerVerdict> ReadAsync(ReadOnlyMemory<char> token)
    {
        if (token.Length > LongestToken)
        {
            return BearerVerdict.Refused("it is too long");
        }

        if (await signingKeys.GetAsync() is not { } keys)
        {
            return new BearerVerdict(null, "the keys to check it with could not be read", IsUndecided: true);
        }

        if (Find(token.Span) is { } known && known.Keys == keys)
        {
            return Judge(known);
        }

        var verdict = await VerifyAsync(token.ToString(), keys);
        if (verdict.Token is { } verified)
        {
            using var entry = _verified.CreateEntry(HashOf(token.Span));
            entry.Value = verified;
            entry.Size = 1;
            entry.AbsoluteExpirationRelativeToNow = RememberedFor;
        }

        return verdict;
    }

    public void Dispose() => _verified.Dispose();

    private async Task<BearerVerdict> VerifyAsync(string text, SigningKeySet keys)
    {
        if (Parse(text) is not { } token)
        {
            return BearerVerdict.Refused("it is no signed token");
        }

        // RFC 7515: whoever does not understand what is critical refuses. Nothing is.
        if (token.TryGetHeaderValue<object>("crit", out _))
        {
            return BearerVerdict.Refused("it has critical headers");
        }

        if (!keys.TryFind(token.Kid, out var key))
        {
            keys = await signingKeys.RenewAsync(keys);
            if (!keys.TryFind(token.Kid, out key))
            {
                return BearerVerdict.Refused("its key is not known");
            }
        }

        var result = await _handler.ValidateTokenAsync(token, Parameters(keys, key));
        if (!result.IsValid)
        {
            return BearerVerdict.Refused(WordsFor(result.Exception));
        }

        return Read(token, keys) is { } read ? Judge(read) : BearerVerdict.Refused("it does not say whose it is, by which application and for what");
    }

    private JsonWebToken? Parse(string text)
    {
        try
        {
            return _handler.CanReadToken(text) && text.Count(letter => letter == '.') == 2 ? _handler.ReadJsonWebToken(text) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private TokenValidationParameters Parameters(SigningKeySet keys, SecurityKey key) => new()
    {
        ValidIssuer = keys.Issuer,
        // Which one it must be depends on the route: see BearerReach.
        ValidateAudience = false,
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = [.. OpenIdConnectSetup.Algorithms],
        ValidTypes = Types,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => expires is { } until && IsAlive(Utc(notBefore), Utc(until)!.Value),
    };

    private static BearerToken? Read(JsonWebToken token, SigningKeySet keys) =>
        UserId.TryParse(Text(token, "sub"), null, out var person)
        && Text(token, "client_id") is { Length: > 0 } client
        && token.Audiences.ToArray() is [var audience]
        && token.ValidTo > DateTime.MinValue
            ? new BearerToken(person, client, audience, Text(token, "organization_id"), token.TryGetPayloadValue<long>("nbf", out _) ? Utc(token.ValidFrom) : null, Utc(token.ValidTo)!.Value, keys)
            : null;

    private BearerVerdict Judge(BearerToken token)
    {
        if (!IsAlive(token.NotBefore, token.ExpiresAt))
        {
            return BearerVerdict.Refused("it has expired, or is not valid yet");
        }

        // A machine's token has the machine for its subject: there is no person to ask Logto about.
        if (token.Person.Value == token.ClientId)
        {
            return BearerVerdict.Refused("it belongs to an application and to no person");
        }

        return options.Value.Clients.Contains(token.ClientId)
            ? BearerReach.IsOurs(token, options.Value) ? new BearerVerdict(token) : BearerVerdict.Refused("it is for another audience")
            : BearerVerdict.Refused("its application may not call");
    }

    private bool IsAlive(DateTimeOffset? notBefore, DateTimeOffset expires)
    {
        var now = time.GetUtcNow();
        // In this order: a token may end at the end of time.
        return now - Skew < expires && (notBefore is not { } from || from <= now + Skew);
    }

    private static string WordsFor(Exception exception) => exception switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException => "it has expired, or is not valid yet",
        SecurityTokenInvalidIssuerException => "it is of another issuer",
        SecurityTokenInvalidTypeException => "it is no access token",
        SecurityTokenInvalidAlgorithmException => "it is signed with an algorithm that is not taken",
        _ => "its signature is not right",
    };

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : null;

    private static DateTimeOffset? Utc(DateTime? time) => time is { } some ? new DateTimeOffset(DateTime.SpecifyKind(some, DateTimeKind.Utc)) : null;

    private BearerToken? Find(ReadOnlySpan<char> token)
    {
        Span<char> hash = stackalloc char[HashLength];
        Hash(token, hash);
        return _verified.TryGetValue(hash, out BearerToken? known) ? known : null;
    }

    private static string HashOf(ReadOnlySpan<char> token)
    {
        Span<char> hash = stackalloc char[HashLength];
        Hash(token, hash);
        return hash.ToString();
    }

    private static void Hash(ReadOnlySpan<char> token, Span<char> hexadecimal)
    {
        // On the stack, since no token is longer than LongestToken: nothing of it is left behind.
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetByteCount(token)];
        Encoding.UTF8.GetBytes(token, bytes);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        Convert.TryToHexString(hash, hexadecimal, out _);
    }
}
