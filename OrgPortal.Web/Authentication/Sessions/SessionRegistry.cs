using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Authentication.Tokens;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Sessions;

/// <summary>Begins, reads, extends and ends sessions: the one who knows how they lie in the store.</summary>
internal sealed partial class SessionRegistry(
    ISessionStore store, SessionEvents events, IDataProtectionProvider protection, IOptions<SessionLifetimeOptions> options, TimeProvider time, ILogger<SessionRegistry> logger) : ISessions
{
    private const int LongestDevice = 256;

    private readonly IDataProtector _protector = protection.CreateProtector("OrgPortal.Session.v1");

    /// <summary>What the session of a secret is called inside the portal.</summary>
    public static string KeyOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Begins a session.</summary>
    /// <returns>The secret that the browser keeps: 256 random bits.</returns>
    public async Task<string> BeginAsync(UserId user, string? logtoSessionId, IEnumerable<Claim> claims, SessionTokens tokens, string? device = null)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow();
        var content = new SessionContent(now, [.. claims.Where(claim => PortalClaims.Stored.Contains(claim.Type)).Select(claim => KeyValuePair.Create(claim.Type, claim.Value))], tokens, device is { Length: > LongestDevice } ? device[..LongestDevice] : device);
        await store.AddAsync(new StoredSession(KeyOf(secret), user, logtoSessionId, Protect(content), Expiry(content.StartedAt, now)));
        return secret;
    }

    /// <summary>The session of a key, or <see langword="null"/> when it has ended or cannot be read.</summary>
    public async Task<Session?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        await store.FindAsync(key, cancellationToken) is { } stored && Unprotect(stored) is { } content
            ? new Session(stored.Key, stored.User, stored.LogtoSessionId, stored.ExpiresAt, content)
            : null;

    /// <summary>Puts new tokens into a session.</summary>
    /// <returns>Whether the session still was there.</returns>
    public Task<bool> SaveTokensAsync(Session session, SessionTokens tokens) =>
        store.ReplaceContentAsync(session.Key, Protect(session.Content with { Tokens = tokens }));

    /// <summary>Puts other claims into a session. The caller keeps refreshes out meanwhile (<see cref="SessionGates"/>), or a token that was just rotated would be lost.</summary>
    public Task SaveClaimsAsync(Session session, IReadOnlyList<KeyValuePair<string, string>> claims) =>
        store.ReplaceContentAsync(session.Key, Protect(session.Content with { Claims = claims }));

    /// <summary>Notes that the session is in use. Writes only now and then.</summary>
    public Task UseAsync(Session session)
    {
        var expiry = Expiry(session.Content.StartedAt, time.GetUtcNow());
        return expiry - session.ExpiresAt >= options.Value.IdleTimeout / 20 ? store.ExtendAsync(session.Key, expiry) : Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task EndAsync(string session)
    {
        if (await store.RemoveAsync(session))
        {
            LogEnded();
        }

        // Also when another node removed it: pages may be open here.
        events.EndedEverywhere(session);
    }

    /// <inheritdoc />
    public async Task EndAllAsync(UserId user)
    {
        foreach (var (key, _) in await store.FindByUserAsync(user))
        {
            await EndAsync(key);
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<OpenSession>> ListAsync(UserId user, CancellationToken cancellationToken = default)
    {
        var open = new List<OpenSession>();
        foreach (var (key, _) in await store.FindByUserAsync(user, cancellationToken))
        {
            if (await FindAsync(key, cancellationToken) is { } session)
            {
                var used = session.ExpiresAt - options.Value.IdleTimeout;
                open.Add(new OpenSession(key, session.LogtoSessionId, session.Content.StartedAt, used < session.Content.StartedAt ? session.Content.StartedAt : used, session.Content.Device));
            }
        }

        return [.. open.OrderByDescending(session => session.LastUsedAt).ThenBy(session => session.Key, StringComparer.Ordinal)];
    }

    private DateTimeOffset Expiry(DateTimeOffset startedAt, DateTimeOffset now)
    {
        var idle = now + options.Value.IdleTimeout;
        var last = startedAt + options.Value.MaximumAge;
        return idle < last ? idle : last;
    }

    private byte[] Protect(SessionContent content) => _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(content, SessionJson.Default.SessionContent));

    private SessionContent? Unprotect(StoredSession stored)
    {
        try
        {
            return JsonSerializer.Deserialize(_protector.Unprotect(stored.Content.ToArray()), SessionJson.Default.SessionContent);
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            // Keys were lost or the format changed: the person signs in again.
            LogUnreadable(exception);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A session ended.")]
    private partial void LogEnded();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A stored session could not be read; it counts as ended.")]
    private partial void LogUnreadable(Exception exception);
}
