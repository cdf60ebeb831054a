using Microsoft.AspNetCore.Authentication;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary><c>GET /sign-in</c>: to Logto, and back to where one wanted to go.</summary>
internal static class SignInEndpoint
{
    /// <summary>Maps it.</summary>
    public static IEndpointConventionBuilder MapSignIn(this IEndpointRouteBuilder routes) =>
        routes.MapGet(SignInLink.Path, (Delegate)SignInAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> SignInAsync(HttpContext context)
    {
        var asked = SignInParameters.Read(context.Request.Query);
        if (context.User.Identity?.IsAuthenticated is true && !asked.IsNeededAnyway)
        {
            return HttpResults.LocalRedirect(asked.Return.Value);
        }

        var cookies = context.RequestServices.GetRequiredService<SignInCookies>();
        if (asked.IsRemembered)
        {
            cookies.Remember(context, asked.Return);
        }

        if (asked.IsOneTime)
        {
            asked = asked with { OneTimeToken = cookies.TakeToken(context, asked.Hint) };
        }

        var properties = new AuthenticationProperties { RedirectUri = asked.Return.Value };
        properties.SetParameter(SignInEvents.ParametersKey, asked);
        try
        {
            await context.ChallengeAsync(PortalSchemes.OpenId, properties);
            return HttpResults.Empty;
        }
        catch (InvalidOperationException exception) when (SignInFailures.ReasonOf(exception) is SignInFailure.Unavailable && !context.Response.HasStarted)
        {
            // The discovery document could not be read.
            return HttpResults.LocalRedirect(SignInFailures.LinkTo(SignInFailure.Unavailable, asked.Return));
        }
    }
}
