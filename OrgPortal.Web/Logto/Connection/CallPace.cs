using System.Net;

namespace OrgPortal.Web.Logto.Connection;

/// <summary>
/// How fast many changes are made one after the other, so that a Logto which refuses some of them for their number is neither asked in vain nor left idle. Where it says how long to
/// wait, nothing is sent until then. Where it only refuses, the rate is felt for: what it let through in the last second is kept to, one call finds out whether more go again, and from
/// there on the rate grows, the more slowly the more often it was refused. Shared by all who make such changes; a Logto that refuses nothing is not held back.
/// </summary>
internal sealed class CallPace(TimeProvider time)
{
    /// <summary>Whoever would have to wait longer is told so instead.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UntilTheProbeIsBack = TimeSpan.FromMilliseconds(10);

    // What a timer was late may be made up for; more would be a burst.
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(30);

    // After so long without a refusal the limit is not where it was.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(30);

    // By how much of the rate it grows in a second: at the beginning it doubles; in the end a refusal comes every ten seconds and costs a tenth of one.
    private const double FirstGrowth = 1;
    private const double SlowestGrowth = 0.002;
    private const double GrowthWhenQuiet = 0.05;
    private const double SlowerEachTime = 5;

    // A pause before may have made it less, so no refusal takes more of the rate than this leaves.
    private const double MostAtOnce = 0.7;

    private readonly Lock _gate = new();
    private readonly long _began = time.GetTimestamp();
    private readonly Queue<TimeSpan> _done = new();

    private double? _perSecond;
    private double _growth = FirstGrowth * SlowerEachTime;
    private TimeSpan _next;
    private TimeSpan _heldUntil;
    private TimeSpan _refusedAt = -Second;
    private bool _isFindingOut;
    private bool _isProbeUnderWay;
    private int _inVain;

    private TimeSpan Now => time.GetElapsedTime(_began);

    /// <summary>Makes a change when it is its turn, and again when Logto refused it for the number of calls alone: then nothing was done.</summary>
    /// <param name="route">The route's template.</param>
    /// <param name="call">Makes it.</param>
    /// <exception cref="LogtoException">As from the call itself; also when Logto wants no calls for longer than <see cref="LongestPause"/>.</exception>
    public async Task<T> RunAsync<T>(string route, Func<Task<T>> call)
    {
        while (true)
        {
            var begun = await BeginAsync(route);
            try
            {
                var answer = await call();
                Done(begun);
                return answer;
            }
            catch (LogtoApiException refusal) when (refusal is { Status: HttpStatusCode.TooManyRequests, Code: not LogtoApiException.MessageRateLimited })
            {
                if (Refused(begun, refusal.RetryAfter) > LongestPause)
                {
                    throw;
                }
            }
            finally
            {
                Ended(begun);
            }
        }
    }

    /// <summary>Whether a call may begin now.</summary>
    /// <param name="begun">Then it has, at this time by the pace's own clock.</param>
    /// <returns>Zero, or how long to wait before asking again.</returns>
    internal TimeSpan Begin(out TimeSpan begun)
    {
        lock (_gate)
        {
            var now = begun = Now;
            var from = _perSecond is null || _heldUntil > _next ? _heldUntil : _next;
            if (from > now)
            {
                return from - now;
            }

            if (_isFindingOut && _isProbeUnderWay)
            {
                return UntilTheProbeIsBack;
            }

            _isProbeUnderWay = _isFindingOut;
            if (_perSecond is { } rate)
            {
                var due = now - _next > Late ? now - Late : _next;
                _next = due + TimeSpan.FromSeconds(1 / rate);
            }

            return TimeSpan.Zero;
        }
    }

    /// <summary>A call was taken.</summary>
    internal void Done(TimeSpan begun)
    {
        lock (_gate)
        {
            var now = Now;
            _done.Enqueue(now);
            Forget(now);
            if (_isFindingOut && begun > _refusedAt)
            {
                _isFindingOut = false;
                _inVain = 0;
                _next = now;
            }

            // As much in a second as it says, since there are so many calls in one.
            _perSecond += now - _refusedAt > Quiet ? Math.Max(_growth, GrowthWhenQuiet) : _growth;
        }
    }

    /// <summary>A call was refused for the number of calls.</summary>
    /// <param name="begun">When it began.</param>
    /// <param name="retryAfter">How long Logto wants to be left alone, if it says so.</param>
    /// <returns>For how long nothing is sent.</returns>
    internal TimeSpan Refused(TimeSpan begun, TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            var now = Now;
            if (retryAfter is { } asked)
            {
                Hold(now, asked);
            }
            else if (begun > _refusedAt)
            {
                if (_isFindingOut)
                {
                    _inVain++;
                }
                else
                {
                    SlowDown(now);
                }

                Hold(now, FirstPause * Math.Pow(2, _inVain));
            }

            // What was under way already when that was known says nothing new.
            return _heldUntil - now;
        }
    }

    /// <summary>A call is over, however it ended: another one may find out.</summary>
    internal void Ended(TimeSpan begun)
    {
        lock (_gate)
        {
            if (begun > _refusedAt)
            {
                _isProbeUnderWay = false;
            }
        }
    }

    private async Task<TimeSpan> BeginAsync(string route)
    {
        TimeSpan begun;
        while (Begin(out begun) is { Ticks: > 0 } wait)
        {
            if (wait > LongestPause)
            {
                throw new LogtoApiException(HttpStatusCode.TooManyRequests, null, route, wait);
            }

            await Task.Delay(wait, time);
        }

        return begun;
    }

    private void Hold(TimeSpan now, TimeSpan pause)
    {
        _refusedAt = now;
        _isFindingOut = true;
        _isProbeUnderWay = false;
        if (now + pause > _heldUntil)
        {
            _heldUntil = now + pause;
        }
    }

    private void SlowDown(TimeSpan now)
    {
        Forget(now);
        // Whatever the limit is like, what was let through in the second before it was reached is hardly less than it allows.
        var letThrough = Math.Max(1, 0.99 * _done.Count);
        _perSecond = _perSecond is { } rate ? Math.Max(MostAtOnce * rate, Math.Min(rate, letThrough)) : letThrough;
        _growth = Math.Max(SlowestGrowth, _growth / SlowerEachTime);
    }

    private void Forget(TimeSpan now)
    {
        while (_done.TryPeek(out var first) && now - first > Second)
        {
            _done.Dequeue();
        }
    }
}
