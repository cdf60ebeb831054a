using System.Net;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Connection;

namespace OrgPortal.Tests.Logto;

/// <summary>What a pace makes of limits, in counts of calls: eight callers, a Logto that takes ten milliseconds, and a clock of milliseconds.</summary>
public sealed class CallPaceTests
{
    private const int Callers = 8;
    private static readonly TimeSpan Answer = TimeSpan.FromMilliseconds(10);

    private readonly FakeTimeProvider _time = new();
    private readonly CallPace _pace;

    public CallPaceTests() => _pace = new CallPace(_time);

    [Fact]
    public void A_Logto_that_refuses_nothing_is_not_held_back()
    {
        var (done, refused) = Run(TimeSpan.FromSeconds(10), (_, _) => null);

        Assert.InRange(done, Callers * 990, Callers * 1000);
        Assert.Equal(0, refused);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(300)]
    public void A_budget_for_each_second_is_used_and_hardly_ever_overdrawn(int perSecond)
    {
        var (done, refused) = Run(TimeSpan.FromSeconds(60), new Windows(perSecond, 1, saysWhen: false).Refuse);

        Assert.InRange(done, 60 * perSecond * 0.95, 60 * perSecond);
        Assert.InRange(refused, 1, done * 0.02);
    }

    [Theory]
    [InlineData(50, 20)]
    [InlineData(100, 20)]
    [InlineData(100, 100)]
    public void So_is_one_that_flows_in_all_the_time(int perSecond, int atMost)
    {
        var bucket = new Bucket(perSecond, atMost);

        var (done, refused) = Run(TimeSpan.FromSeconds(60), bucket.Refuse);

        Assert.InRange(done, 60 * perSecond * 0.95, (60 * perSecond) + atMost);
        Assert.InRange(refused, 1, done * 0.02);
    }

    [Fact]
    public void Where_Logto_says_how_long_to_wait_nothing_comes_before()
    {
        var limit = new Windows(500, 10, saysWhen: true);

        var (done, refused) = Run(TimeSpan.FromSeconds(60), limit.Refuse);

        Assert.Equal(0, limit.Early);
        Assert.InRange(done, 60 * 50 * 0.95, 60 * 50);
        Assert.InRange(refused, 1, done * 0.02);
    }

    [Fact]
    public void A_Logto_that_takes_nothing_more_is_asked_ever_more_rarely_and_by_one()
    {
        Run(TimeSpan.FromSeconds(1), (_, _) => null);

        var (done, refused) = Run(TimeSpan.FromSeconds(30), (_, _) => Refusal(null));

        // Those under way at first, then after 0.1, 0.2, 0.4 … seconds.
        Assert.Equal(0, done);
        Assert.InRange(refused, Callers, Callers + 9);
    }

    [Fact]
    public void A_limit_that_was_lifted_is_found_out()
    {
        Run(TimeSpan.FromSeconds(30), new Windows(50, 1, saysWhen: false).Refuse);
        Run(TimeSpan.FromMinutes(2), (_, _) => null);

        var (done, _) = Run(TimeSpan.FromSeconds(1), (_, _) => null);

        Assert.InRange(done, 300, Callers * 100);
    }

    [Fact]
    public async Task A_mail_too_many_to_one_address_says_nothing_of_the_rate()
    {
        var refusal = new LogtoApiException(HttpStatusCode.TooManyRequests, LogtoApiException.MessageRateLimited, "route");

        Assert.Same(refusal, await Assert.ThrowsAsync<LogtoApiException>(() => _pace.RunAsync<int>("route", () => throw refusal)));

        Assert.Equal(TimeSpan.Zero, _pace.Begin(out _));
    }

    [Fact]
    public async Task Whoever_would_wait_too_long_is_told_so_and_asks_nobody()
    {
        await Assert.ThrowsAsync<LogtoApiException>(() => _pace.RunAsync<int>("route", () => throw Refusal(TimeSpan.FromSeconds(40))));
        _time.Advance(TimeSpan.FromSeconds(10));

        var refused = await Assert.ThrowsAsync<LogtoApiException>(() => _pace.RunAsync<int>("route", () => throw new InvalidOperationException("It was called.")));

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(30)), (refused.Status, refused.RetryAfter));
    }

    [Fact]
    public async Task What_was_refused_for_the_rate_is_done_when_its_time_has_come()
    {
        var tries = 0;
        var call = _pace.RunAsync("route", () => ++tries == 1 ? throw Refusal(TimeSpan.FromSeconds(3)) : Task.FromResult(17));

        _time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Equal((1, false), (tries, call.IsCompleted));
        _time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal((17, 2), (await call, tries));
    }

    [Fact]
    public async Task One_that_finds_out_and_fails_leaves_it_to_another()
    {
        await Assert.ThrowsAsync<LogtoApiException>(() => _pace.RunAsync<int>("route", () => throw Refusal(TimeSpan.FromSeconds(40))));
        _time.Advance(TimeSpan.FromSeconds(40));
        await Assert.ThrowsAsync<LogtoUnreachableException>(() => _pace.RunAsync<int>("route", () => throw new LogtoUnreachableException("route")));

        Assert.Equal(17, await _pace.RunAsync("route", () => Task.FromResult(17)));
    }

    private static LogtoApiException Refusal(TimeSpan? retryAfter) => new(HttpStatusCode.TooManyRequests, null, "route", retryAfter);

    /// <summary>All callers call, one call after the other, as the pace lets them.</summary>
    /// <param name="duration">How long.</param>
    /// <param name="refuse">The refusal of a call that comes at this time, if it is refused; and whether it was known then that others had been.</param>
    private (int Done, int Refused) Run(TimeSpan duration, Func<TimeSpan, TimeSpan?, LogtoApiException?> refuse)
    {
        var callers = Enumerable.Range(0, Callers).Select(_ => new Caller()).ToArray();
        var (done, refused, now) = (0, 0, TimeSpan.Zero);
        TimeSpan? told = null;
        for (; now < duration; now += TimeSpan.FromMilliseconds(1), _time.Advance(TimeSpan.FromMilliseconds(1)))
        {
            foreach (var caller in callers)
            {
                if (caller.Until > now)
                {
                    continue;
                }

                if (caller is { IsCalling: true, Refusal: { } refusal })
                {
                    refused++;
                    told ??= now;
                    _pace.Refused(caller.Begun, refusal.RetryAfter);
                    _pace.Ended(caller.Begun);
                }
                else if (caller.IsCalling)
                {
                    done++;
                    told = null;
                    _pace.Done(caller.Begun);
                    _pace.Ended(caller.Begun);
                }

                var wait = _pace.Begin(out caller.Begun);
                caller.IsCalling = wait == TimeSpan.Zero;
                caller.Until = now + (caller.IsCalling ? Answer : wait);
                caller.Refusal = caller.IsCalling ? refuse(now, told) : null;
            }
        }

        return (done, refused);
    }

    private sealed class Caller
    {
        public TimeSpan Begun;

        public bool IsCalling { get; set; }

        public TimeSpan Until { get; set; }

        public LogtoApiException? Refusal { get; set; }
    }

    /// <summary>So many calls in each window of time.</summary>
    private sealed class Windows(int allowed, int seconds, bool saysWhen)
    {
        private (int Window, int Taken) _now;
        private TimeSpan _toldUntil;

        /// <summary>How many came before the time that was said.</summary>
        public int Early { get; private set; }

        public LogtoApiException? Refuse(TimeSpan at, TimeSpan? told)
        {
            Early += told is not null && at < _toldUntil ? 1 : 0;
            var window = (int)(at.TotalSeconds / seconds);
            _now = window == _now.Window ? (window, _now.Taken + 1) : (window, 1);
            if (_now.Taken <= allowed)
            {
                return null;
            }

            var wait = TimeSpan.FromSeconds(Math.Ceiling(((window + 1) * seconds) - at.TotalSeconds));
            _toldUntil = at + wait;
            return Refusal(saysWhen ? wait : null);
        }
    }

    /// <summary>A budget that flows in all the time, up to a number that is kept.</summary>
    private sealed class Bucket(int perSecond, int atMost)
    {
        private double _left = atMost;
        private TimeSpan _at;

        public LogtoApiException? Refuse(TimeSpan at, TimeSpan? told)
        {
            _left = Math.Min(atMost, _left + ((at - _at).TotalSeconds * perSecond));
            _at = at;
            if (_left < 1)
            {
                return Refusal(null);
            }

            _left--;
            return null;
        }
    }
}
