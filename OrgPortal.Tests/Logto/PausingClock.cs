using Microsoft.Extensions.Time.Testing;
using OrgPortal.Web.Logto.Connection;

namespace OrgPortal.Tests.Logto;

/// <summary>A clock that only the test moves, and that knows whether somebody pauses on it. Limits of calls run on it too: those are no pauses.</summary>
internal sealed class PausingClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private int _pauses;

    /// <summary>Whether somebody pauses until it has gone on.</summary>
    public bool IsWaitedFor => Volatile.Read(ref _pauses) > 0;

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        dueTime >= TimeSpan.Zero && dueTime < LogtoResilience.LongestAttempt ? new Pause(this, callback, state, dueTime, period) : CreateUncounted(callback, state, dueTime, period);

    private ITimer CreateUncounted(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, dueTime, period);

    private sealed class Pause : ITimer
    {
        private readonly PausingClock _clock;
        private readonly ITimer _timer;
        private int _isOver;

        public Pause(PausingClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _clock = clock;
            Interlocked.Increment(ref clock._pauses);
            _timer = clock.CreateUncounted(
                given =>
                {
                    End();
                    callback(given);
                },
                state, dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => _timer.Change(dueTime, period);

        public void Dispose()
        {
            End();
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            End();
            return _timer.DisposeAsync();
        }

        private void End()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                Interlocked.Decrement(ref _clock._pauses);
            }
        }
    }
}
