namespace OrgPortal.Web.Hosting;

/// <summary>
/// Refuses the circuit's handshake to pages of other origins. A WebSocket is not held to the same-origin policy, and the browser sends the
/// cookie along.
/// </summary>
internal sealed class CircuitOriginMiddleware(RequestDelegate next, PortalAddress address)
{
    private readonly string _origin = address.Origin.GetLeftPart(UriPartial.Authority);

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/_blazor") && IsForeign(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
        {
            return true;
        }

        // Browsers always name the origin of a WebSocket and of a POST; a program that names none is not lured by a page.
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !string.Equals(origin, address.IsConfigured ? _origin : $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
