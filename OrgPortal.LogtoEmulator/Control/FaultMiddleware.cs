using System.Globalization;

namespace OrgPortal.LogtoEmulator.Control;

/// <summary>Lets the planned faults happen. The control endpoints and the pages that show them are spared.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, FaultPlan plan)
{
    /// <summary>Key of the item that marks a spoilt call for the journal.</summary>
    public const string Marker = "emulator.fault";

    public async Task InvokeAsync(HttpContext context)
    {
        var fault = context.Request.Path.StartsWithSegments("/emulator") ? null : plan.Take(context.Request.Method, context.Request.Path);
        if (fault is null)
        {
            await next(context);
            return;
        }

        context.Items[Marker] = fault.Kind.ToString();
        if (fault.Delay > TimeSpan.Zero)
        {
            await Task.Delay(fault.Delay, context.RequestAborted);
        }

        var held = fault.AfterActing || fault.Kind is FaultKind.Truncate ? await ActAsync(context) : null;
        await SpoilAsync(context, fault, held);
    }

    private Task SpoilAsync(HttpContext context, Fault fault, byte[]? held) => fault.Kind switch
    {
        FaultKind.Delay => held is null ? next(context) : context.Response.Body.WriteAsync(held).AsTask(),
        FaultKind.Text => AnswerAsync(context, fault.Status ?? StatusCodes.Status200OK, "text/plain", "upstream answered with something else"),
        FaultKind.Garbage => AnswerAsync(context, StatusCodes.Status200OK, "application/json", "{\"id\": \"abc\", <!-- "),
        FaultKind.Truncate => BreakOffAsync(context, held ?? []),
        FaultKind.Drop => DropAsync(context),
        _ => StatusAsync(context, fault),
    };

    /// <summary>Lets the call take effect and keeps its answer back.</summary>
    private async Task<byte[]> ActAsync(HttpContext context)
    {
        var body = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        return held.ToArray();
    }

    private static Task StatusAsync(HttpContext context, Fault fault)
    {
        var status = fault.Status ?? StatusCodes.Status500InternalServerError;
        return status switch
        {
            StatusCodes.Status429TooManyRequests => AnswerAsync(context, status, "text/plain", "Too Many Requests", fault.RetryAfter),
            >= StatusCodes.Status502BadGateway => AnswerAsync(
                context, status, "text/html", $"<html><head><title>{status}</title></head><body><h1>{status}</h1><hr>proxy</body></html>", fault.RetryAfter),
            _ => AnswerAsync(context, status, "application/json", $$"""{"message":"A fault of the emulator: {{status}}."}""", fault.RetryAfter),
        };
    }

    private static Task AnswerAsync(HttpContext context, int status, string type, string text, TimeSpan? retryAfter = null)
    {
        context.Response.Clear();
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        if (retryAfter is { } after)
        {
            context.Response.Headers.RetryAfter = ((int)after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(text);
    }

    private static async Task BreakOffAsync(HttpContext context, byte[] whole)
    {
        context.Response.ContentLength = Math.Max(whole.Length, 2);
        await context.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static Task DropAsync(HttpContext context)
    {
        (context.Items[JournalMiddleware.BeforeDropping] as Action)?.Invoke();
        context.Abort();
        return Task.CompletedTask;
    }
}
