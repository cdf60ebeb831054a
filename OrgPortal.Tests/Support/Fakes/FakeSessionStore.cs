using System.Collections.Concurrent;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Support.Fakes;

/// <summary>Sessions in memory, under the same contract as the portal's own store.</summary>
internal sealed class FakeSessionStore(TimeProvider time) : ISessionStore
{
    /// <summary>Everything that is kept, expired or not.</summary>
    public ICollection<StoredSession> All => _sessions.Values;

    /// <summary>When set, every use fails.</summary>
    public Exception? Failure { get; set; }

    private readonly ConcurrentDictionary<string, StoredSession> _sessions = new(StringComparer.Ordinal);

    public Task AddAsync(StoredSession session)
    {
        _sessions[session.Key] = session;
        return Task.CompletedTask;
    }

    public Task<StoredSession?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        Failure is { } failure ? Task.FromException<StoredSession?>(failure) : Task.FromResult(_sessions.TryGetValue(key, out var session) && IsAlive(session) ? session : null);

    public Task<IReadOnlySet<string>> FindLivingAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken = default) =>
        Failure is { } failure ? Task.FromException<IReadOnlySet<string>>(failure) : Task.FromResult<IReadOnlySet<string>>(keys.Where(key => _sessions.TryGetValue(key, out var session) && IsAlive(session)).ToHashSet(StringComparer.Ordinal));

    public Task<IReadOnlyList<(string Key, string? LogtoSessionId)>> FindByUserAsync(UserId user, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<(string, string?)>>([.. _sessions.Values.Where(session => session.User == user).Select(session => (session.Key, session.LogtoSessionId))]);

    public Task<IReadOnlyList<string>> FindByLogtoSessionAsync(string logtoSessionId, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<string>>([.. _sessions.Values.Where(session => session.LogtoSessionId == logtoSessionId).Select(session => session.Key)]);

    public Task<bool> ReplaceContentAsync(string key, ReadOnlyMemory<byte> content) =>
        Task.FromResult(Change(key, session => session with { Content = content }));

    public Task ExtendAsync(string key, DateTimeOffset expiresAt)
    {
        Change(key, session => session with { ExpiresAt = expiresAt });
        return Task.CompletedTask;
    }

    public Task<bool> RemoveAsync(string key) => Task.FromResult(_sessions.TryRemove(key, out _));

    public Task RemoveExpiredAsync(CancellationToken cancellationToken = default)
    {
        foreach (var expired in _sessions.Where(entry => !IsAlive(entry.Value)))
        {
            _sessions.TryRemove(expired);
        }

        return Task.CompletedTask;
    }

    private bool IsAlive(StoredSession session) => session.ExpiresAt > time.GetUtcNow();

    // Never brings a session back that was removed meanwhile.
    private bool Change(string key, Func<StoredSession, StoredSession> change)
    {
        while (_sessions.TryGetValue(key, out var session) && IsAlive(session))
        {
            if (_sessions.TryUpdate(key, change(session), session))
            {
                return true;
            }
        }

        return false;
    }
}
