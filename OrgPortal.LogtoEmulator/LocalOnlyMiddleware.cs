using System.Net;

namespace OrgPortal.LogtoEmulator;

/// <summary>
/// Lets in only what comes from this machine and asks for it by a name of this machine: a web page elsewhere that points its own name
/// at a loopback address, or sends a form to the control endpoints, is refused.
/// </summary>
internal sealed class LocalOnlyMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var isLocal = context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);
        var host = context.Request.Host.Host.Trim('[', ']');
        var isOwnName = host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var named) && IPAddress.IsLoopback(named));
        var isForeignCommand = context.Request.Path.StartsWithSegments("/emulator")
            && !HttpMethods.IsGet(context.Request.Method)
            && context.Request.Headers["Sec-Fetch-Site"] == "cross-site";
        if (isLocal && isOwnName && !isForeignCommand)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync("The Logto emulator answers this machine only.");
    }
}
