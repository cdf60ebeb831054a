using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>
/// What the authorization server has handed out and waits for, in memory. Sessions and grants are not here but in the state, where
/// the Management API can end them.
/// </summary>
internal sealed class TokenStore(TimeProvider clock)
{
    private const int PurgeEvery = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, AuthorizationCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccessToken> _accessTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RefreshToken> _refreshTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Interaction> _interactions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PendingSignOut> _signOuts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Browser> _browsers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string ClientId, string UserId), IReadOnlyList<string>> _consents = [];
    private int _added;

    /// <summary>43 characters that nobody guesses.</summary>
    public static string NewSecret() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    public void Add(AuthorizationCode code) => Put(_codes, code.Value, code);

    public void Add(AccessToken token) => Put(_accessTokens, token.Value, token);

    public void Add(RefreshToken token) => Put(_refreshTokens, token.Value, token);

    public void Add(PendingSignOut signOut) => Put(_signOuts, signOut.Secret, signOut);

    public void Put(Interaction interaction) => Put(_interactions, interaction.Uid, interaction);

    public void Put(Browser browser) => Put(_browsers, browser.Id, browser);

    public AuthorizationCode? FindCode(string value) => Find(_codes, value);

    public AccessToken? FindAccessToken(string value) =>
        Find(_accessTokens, value) is { } token && token.ExpiresAt > clock.GetUtcNow() ? token : null;

    public RefreshToken? FindRefreshToken(string value) => Find(_refreshTokens, value);

    public Browser? FindBrowser(string? id) => Find(_browsers, id);

    public Interaction? FindInteraction(string? uid) =>
        Find(_interactions, uid) is { } interaction && interaction.ExpiresAt > clock.GetUtcNow() ? interaction : null;

    /// <summary>Uses a code up; false if it was used before.</summary>
    public bool Consume(AuthorizationCode code)
    {
        lock (_gate)
        {
            if (!_codes.TryGetValue(code.Value, out var found) || found.IsConsumed)
            {
                return false;
            }

            _codes[code.Value] = found with { IsConsumed = true };
            return true;
        }
    }

    /// <summary>Notes that another token takes this one's place; using it once more begins its last seconds anew.</summary>
    public void Replace(RefreshToken token)
    {
        lock (_gate)
        {
            if (_refreshTokens.TryGetValue(token.Value, out var found))
            {
                _refreshTokens[token.Value] = found with { ReplacedAt = clock.GetUtcNow() };
            }
        }
    }

    public PendingSignOut? TakeSignOut(string? secret)
    {
        lock (_gate)
        {
            return secret is not null && _signOuts.Remove(secret, out var found) && found.ExpiresAt > clock.GetUtcNow() ? found : null;
        }
    }

    public void Remove(Interaction interaction)
    {
        lock (_gate)
        {
            _interactions.Remove(interaction.Uid);
        }
    }

    /// <summary>Notes which organizations a user lets a third-party application know of.</summary>
    public void PutConsent(string clientId, string userId, IReadOnlyList<string> organizations)
    {
        lock (_gate)
        {
            _consents[(clientId, userId)] = organizations;
        }
    }

    /// <summary>The organizations a user lets a third-party application know of.</summary>
    public IReadOnlyList<string> ConsentOf(string clientId, string userId)
    {
        lock (_gate)
        {
            return _consents.GetValueOrDefault((clientId, userId)) ?? [];
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _codes.Clear();
            _accessTokens.Clear();
            _refreshTokens.Clear();
            _interactions.Clear();
            _signOuts.Clear();
            _browsers.Clear();
            _consents.Clear();
        }
    }

    private T? Find<T>(Dictionary<string, T> rows, string? key)
        where T : class
    {
        lock (_gate)
        {
            return key is not null && rows.TryGetValue(key, out var row) ? row : null;
        }
    }

    private void Put<T>(Dictionary<string, T> rows, string key, T row)
    {
        lock (_gate)
        {
            rows[key] = row;
            if (++_added % PurgeEvery == 0)
            {
                Purge(clock.GetUtcNow());
            }
        }
    }

    private void Purge(DateTimeOffset now)
    {
        Purge(_accessTokens, token => token.ExpiresAt <= now);
        Purge(_refreshTokens, token => token.ExpiresAt <= now);
        Purge(_interactions, interaction => interaction.ExpiresAt <= now);
        Purge(_signOuts, signOut => signOut.ExpiresAt <= now);
        Purge(_browsers, browser => browser.SeenAt <= now - (browser.SessionUid is null ? Lifetimes.Interaction : Lifetimes.Session));

        // A used code is remembered for a while, so that using it again takes back what it gave.
        Purge(_codes, code => code.ExpiresAt <= now - Lifetimes.RefreshToken);
    }

    private static void Purge<T>(Dictionary<string, T> rows, Func<T, bool> isOver)
    {
        foreach (var key in rows.Where(row => isOver(row.Value)).Select(row => row.Key).ToArray())
        {
            rows.Remove(key);
        }
    }
}
