using Microsoft.Extensions.Primitives;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>
/// From which web pages a browser may call the token and revocation endpoints: those of the client's own redirect addresses and of its
/// <c>corsAllowedOrigins</c>. A preflight does not say which client it is for, and is answered to everybody.
/// </summary>
internal static class ClientOrigins
{
    private const string MaxAge = "3600";

    /// <summary>Lets the page read the answer, also when it is a refusal. Nothing to do for a call that no page made.</summary>
    /// <exception cref="OidcException">400: the page is none of the client's.</exception>
    public static void Check(HttpContext context, Application client)
    {
        context.Response.Headers.Vary = StringValues.Concat(context.Response.Headers.Vary, "Origin");
        if (context.Request.Headers.Origin.ToString() is not { Length: > 0 } origin)
        {
            return;
        }

        if (origin != $"{context.Request.Scheme}://{context.Request.Host}" && !OriginsOf(client).Contains(origin))
        {
            throw OidcException.InvalidRequest($"origin {origin} not allowed for client: {client.Id}");
        }

        context.Response.Headers.AccessControlAllowOrigin = origin;
    }

    /// <summary><c>OPTIONS</c>: what a browser asks before it calls.</summary>
    public static Task PreflightAsync(HttpContext context)
    {
        var (asked, answer) = (context.Request.Headers, context.Response.Headers);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        answer.Vary = "Origin";
        answer.AccessControlAllowOrigin = asked.Origin.Count > 0 ? asked.Origin : "*";
        answer.AccessControlMaxAge = MaxAge;
        answer.AccessControlAllowMethods = "POST";
        answer.AccessControlAllowHeaders = asked.AccessControlRequestHeaders;
        return Task.CompletedTask;
    }

    private static IEnumerable<string> OriginsOf(Application client) =>
        client.OidcClientMetadata.RedirectUris
            .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Authority) : address)
            .Concat(client.CustomClientMetadata.CorsAllowedOrigins ?? []);
}
