using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Sessions;

/// <summary>Keeps sessions. An expired session may still be kept, but is never found. All methods may be called concurrently.</summary>
public interface ISessionStore
{
    /// <summary>Keeps a new session.</summary>
    Task AddAsync(StoredSession session);

    /// <summary>The session, or <see langword="null"/> when there is none (any more).</summary>
    Task<StoredSession?> FindAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Which of the keys still name a session.</summary>
    Task<IReadOnlySet<string>> FindLivingAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken = default);

    /// <summary>The keys of a person's sessions.</summary>
    Task<IReadOnlyList<(string Key, string? LogtoSessionId)>> FindByUserAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary>The keys of the sessions that came of one session at Logto.</summary>
    Task<IReadOnlyList<string>> FindByLogtoSessionAsync(string logtoSessionId, CancellationToken cancellationToken = default);

    /// <summary>Replaces what the session holds.</summary>
    /// <returns>Whether there still was a session.</returns>
    Task<bool> ReplaceContentAsync(string key, ReadOnlyMemory<byte> content);

    /// <summary>Lets the session live longer; leaves what it holds alone.</summary>
    Task ExtendAsync(string key, DateTimeOffset expiresAt);

    /// <summary>Forgets the session.</summary>
    /// <returns>Whether this call did it: of two that do it at once, one is told so.</returns>
    Task<bool> RemoveAsync(string key);

    /// <summary>Forgets expired sessions.</summary>
    Task RemoveExpiredAsync(CancellationToken cancellationToken = default);
}
