using System.Collections.Concurrent;

namespace OrgPortal.Web.Authentication.Sessions;

/// <summary>
/// Asks for all open pages of this node at once whether their sessions still exist: another node may have ended them, or time has.
/// Also keeps the sessions of pages alive in which somebody works, since a circuit makes no requests.
/// </summary>
internal sealed partial class SessionWatch(
    ISessionStore store, SessionRegistry sessions, SessionEvents events, TimeProvider time, ILogger<SessionWatch> logger) : BackgroundService
{
    /// <summary>How often. An ended session must not be seen for longer than half a minute.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, byte> _active = new(StringComparer.Ordinal);

    /// <summary>Notes that somebody does something in an open page.</summary>
    public void NoteActivity(string session) => _active.TryAdd(session, 0);

    /// <summary>One round.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken = default)
    {
        foreach (var session in _active.Keys)
        {
            _active.TryRemove(session, out _);
            if (await sessions.FindAsync(session, cancellationToken) is { } found)
            {
                await sessions.UseAsync(found);
            }
        }

        var watched = events.Watched;
        if (watched.Count > 0)
        {
            var living = await store.FindLivingAsync(watched, cancellationToken);
            foreach (var ended in watched.Where(session => !living.Contains(session)))
            {
                events.Ended(ended);
            }
        }

        await store.RemoveExpiredAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);

        // The timer's end wakes the wait without an exception, which a host whose start has failed would take for ours.
        await using var stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                await CheckAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The store may be away for a while; the watch must outlive it.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogRoundFailed(exception);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Whether sessions still exist could not be checked; trying again.")]
    private partial void LogRoundFailed(Exception exception);
}
