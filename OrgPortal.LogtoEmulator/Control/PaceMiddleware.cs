namespace OrgPortal.LogtoEmulator.Control;

/// <summary>
/// Lets calls of the Management API take as long as somebody's Logto takes, and no more of them through than it does: calls are let in at even distances, and
/// each is answered after the latency from then. Only where <see cref="EmulatorOptions.Latency"/> or <see cref="EmulatorOptions.CallsPerSecond"/> is set.
/// </summary>
internal sealed class PaceMiddleware(RequestDelegate next, EmulatorOptions options)
{
    // Timers go off late, by a millisecond and more, and answering takes a moment itself: by as much as calls were late lately, the next wait less.
    private const double Learned = 1d / 32;
    private static readonly TimeSpan MostLate = TimeSpan.FromMilliseconds(3);

    private readonly Lock _gate = new();
    private readonly long _started = TimeProvider.System.GetTimestamp();
    private readonly TimeSpan _distance = options.CallsPerSecond > 0 ? TimeSpan.FromSeconds(1d / options.CallsPerSecond) : TimeSpan.Zero;
    private TimeSpan _free;
    private TimeSpan _late;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/api"))
        {
            await next(context);
            return;
        }

        var (came, (due, pause)) = (TimeProvider.System.GetTimestamp(), Wait());
        await Task.Delay(pause, context.RequestAborted);
        await next(context);
        Learn(TimeProvider.System.GetElapsedTime(came) - due);
    }

    // When the answer is due, from now, and how long to wait for that.
    private (TimeSpan Due, TimeSpan Pause) Wait()
    {
        lock (_gate)
        {
            var now = TimeProvider.System.GetElapsedTime(_started);
            var begins = _free > now ? _free : now;
            _free = begins + _distance;
            var due = begins - now + options.Latency + (options.LatencySpread * ((Random.Shared.NextDouble() * 2) - 1));
            var pause = due - _late;
            return (due, pause > TimeSpan.Zero ? pause : TimeSpan.Zero);
        }
    }

    private void Learn(TimeSpan late)
    {
        lock (_gate)
        {
            var learned = _late + (late * Learned);
            _late = learned < TimeSpan.Zero ? TimeSpan.Zero : learned > MostLate ? MostLate : learned;
        }
    }
}
