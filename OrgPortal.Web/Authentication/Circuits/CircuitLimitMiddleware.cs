using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Authentication.Circuits;

/// <summary>
/// Counts the circuits' connections of each person before they are taken. A page too many gets words from the circuit itself; this is for
/// programs that open connections and never come to a page.
/// </summary>
internal sealed class CircuitLimitMiddleware(RequestDelegate next, IOptions<CircuitLimitOptions> options)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, int> _connections = new(StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext context)
    {
        // The circuit itself, not the small requests below its path.
        if (context.Request.Path != "/_blazor" || context.User.FindFirstValue(PortalClaims.Subject) is not { } person)
        {
            await next(context);
            return;
        }

        try
        {
            if (_connections.AddOrUpdate(person, 1, (_, count) => count + 1) > 2 * options.Value.PerPerson)
            {
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = ((int)RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return;
            }

            // A connection is one request from its first to its last byte.
            await next(context);
        }
        finally
        {
            Leave(person);
        }
    }

    private void Leave(string person)
    {
        while (_connections.TryGetValue(person, out var count))
        {
            if (count > 1 ? _connections.TryUpdate(person, count - 1, count) : _connections.TryRemove(KeyValuePair.Create(person, count)))
            {
                return;
            }
        }
    }
}
