using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Authentication.Tokens;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>
/// <c>POST /sign-out</c>: ends the session here, then at Logto. With the field <c>returnUrl</c> one comes back there instead of to the page that says goodbye.
/// </summary>
internal static class SignOutEndpoint
{
    /// <summary>Where the form is posted.</summary>
    public const string Path = "/sign-out";

    /// <summary>The page that says goodbye.</summary>
    public const string SignedOutPath = "/signed-out";

    /// <summary>Maps it.</summary>
    public static IEndpointConventionBuilder MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, (Delegate)SignOutAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SessionRegistry sessions, SessionEvents events, ITokenEndpoint tokens)
    {
        if (context.User.FindFirstValue(PortalClaims.Session) is not { } key)
        {
            // Signed out in another tab before; the form's token was that of somebody who is gone.
            return HttpResults.LocalRedirect(SignedOutPath);
        }

        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return HttpResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var next = ReturnUrl.TryParse(form[SignInParameters.ReturnUrl], null, out var returnUrl) ? returnUrl.Value : SignedOutPath;
        var session = await sessions.FindAsync(key);
        events.Leave(key);
        await context.SignOutAsync(PortalSchemes.Session);
        if (session?.Content.Tokens.RefreshToken is { } refreshToken)
        {
            // Logto leaves refresh tokens alive when its session ends.
            await tokens.RevokeAsync(refreshToken);
        }

        return await LeaveLogtoAsync(context, key, session?.Content.Tokens.IdToken, next);
    }

    private static async Task<IResult> LeaveLogtoAsync(HttpContext context, string key, string? idToken, string next)
    {
        var properties = new AuthenticationProperties { RedirectUri = next, Items = { [SignInEvents.SessionItem] = key } };
        properties.SetParameter(SignInEvents.IdTokenKey, idToken);
        try
        {
            await context.SignOutAsync(PortalSchemes.OpenId, properties);
            return HttpResults.Empty;
        }
        catch (InvalidOperationException exception) when (SignInFailures.ReasonOf(exception) is SignInFailure.Unavailable && !context.Response.HasStarted)
        {
            // Logto does not answer. Here the person is signed out all the same.
            return HttpResults.LocalRedirect(SignedOutPath);
        }
    }
}
