using System.Globalization;

namespace OrgPortal.LogtoEmulator.Control;

/// <summary>
/// Lets only so many changes of the Management API through in each window of time, as what stands in front of somebody's Logto may, and refuses the others with 429. Only where
/// <see cref="EmulatorOptions.WriteLimit"/> is set. The journal marks changes that were refused, and those that came although they had been asked to wait.
/// </summary>
internal sealed class WriteLimitMiddleware(RequestDelegate next, EmulatorOptions options, TimeProvider time)
{
    /// <summary>In the journal: refused for their number.</summary>
    public const string Refused = "limit";

    /// <summary>In the journal: came before the time that was asked for.</summary>
    public const string TooEarly = "too early";

    // What was under way when the refusal went out cannot have heeded it.
    private static readonly TimeSpan OnTheWay = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private long _window;
    private int _taken;
    private DateTimeOffset _toldAt;
    private DateTimeOffset _toldUntil;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/api") || HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var (isRefused, isEarly, wait) = Take();
        if (isRefused || isEarly)
        {
            context.Items[FaultMiddleware.Marker] = isEarly ? TooEarly : Refused;
        }

        if (!isRefused)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.ContentType = "text/plain";
        if (options.WriteLimitSaysWhen)
        {
            context.Response.Headers.RetryAfter = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        await context.Response.WriteAsync("Too Many Requests");
    }

    private (bool IsRefused, bool IsEarly, TimeSpan Wait) Take()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var isEarly = now > _toldAt + OnTheWay && now < _toldUntil;
            var window = now.Ticks / options.WriteWindow.Ticks;
            if (window != _window)
            {
                (_window, _taken) = (window, 0);
            }

            if (++_taken <= options.WriteLimit)
            {
                return (false, isEarly, TimeSpan.Zero);
            }

            var wait = TimeSpan.FromSeconds(Math.Ceiling(new TimeSpan(((window + 1) * options.WriteWindow.Ticks) - now.Ticks).TotalSeconds));
            if (options.WriteLimitSaysWhen && now >= _toldUntil)
            {
                (_toldAt, _toldUntil) = (now, now + wait);
            }

            return (true, isEarly, wait);
        }
    }
}
