using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>
/// Lets pages of other origins read what the token endpoint and its neighbours answer: those of a client's redirect addresses and of its
/// <c>corsAllowedOrigins</c>. A preflight, which names no client, is granted to everybody, as with Logto.
/// </summary>
internal sealed class BrowserOrigins(RequestDelegate next, LogtoState state)
{
    private const string MaxAge = "3600";

    private static readonly string[] Paths = ["/oidc/token", "/oidc/me", "/oidc/token/revocation"];

    public Task InvokeAsync(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length == 0 || !Paths.Contains(context.Request.Path.Value))
        {
            return next(context);
        }

        var headers = context.Response.Headers;
        headers.Vary = "Origin";
        if (HttpMethods.IsOptions(context.Request.Method) && context.Request.Headers.ContainsKey("Access-Control-Request-Method"))
        {
            headers.AccessControlAllowOrigin = origin;
            headers.AccessControlAllowMethods = context.Request.Headers.AccessControlRequestMethod;
            headers.AccessControlAllowHeaders = context.Request.Headers.AccessControlRequestHeaders;
            headers.AccessControlMaxAge = MaxAge;
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        if (IsAllowed(origin))
        {
            headers.AccessControlAllowOrigin = origin;
            headers.AccessControlExposeHeaders = "WWW-Authenticate";
        }

        return next(context);
    }

    private bool IsAllowed(string origin) => state.Read(tables => tables.Applications.Any(application =>
        application.OidcClientMetadata.RedirectUris.Any(uri => OriginOf(uri) == origin)
        || (application.CustomClientMetadata.CorsAllowedOrigins is { } origins && origins.Contains(origin))));

    private static string? OriginOf(string uri) => Uri.TryCreate(uri, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Authority) : null;
}
