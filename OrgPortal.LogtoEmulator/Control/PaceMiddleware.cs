namespace OrgPortal.LogtoEmulator.Control;

/// <summary>
/// Lets calls of the Management API take as long as somebody's Logto takes, and no more of them through than it does: calls are let in at even distances, and
/// each is answered after the latency from then. Only where <see cref="EmulatorOptions.Latency"/> or <see cref="EmulatorOptions.CallsPerSecond"/> is set.
/// </summary>
internal sealed class PaceMiddleware(RequestDelegate next, EmulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly long _started = TimeProvider.System.GetTimestamp();
    private readonly TimeSpan _distance = options.CallsPerSecond > 0 ? TimeSpan.FromSeconds(1d / options.CallsPerSecond) : TimeSpan.Zero;
    private TimeSpan _free;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            await Task.Delay(Wait(), context.RequestAborted);
        }

        await next(context);
    }

    private TimeSpan Wait()
    {
        lock (_gate)
        {
            var now = TimeProvider.System.GetElapsedTime(_started);
            var begins = _free > now ? _free : now;
            _free = begins + _distance;
            var spread = options.LatencySpread * ((Random.Shared.NextDouble() * 2) - 1);
            return begins - now + options.Latency + spread is { Ticks: > 0 } wait ? wait : TimeSpan.Zero;
        }
    }
}
