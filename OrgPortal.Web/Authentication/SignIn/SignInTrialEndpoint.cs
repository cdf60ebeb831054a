using Microsoft.AspNetCore.Authentication;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary><c>GET /sign-in/trial</c>: to Logto, and on to an enterprise's identity provider, as a test.</summary>
internal static class SignInTrialEndpoint
{
    /// <summary>Maps it.</summary>
    public static IEndpointConventionBuilder MapSignInTrial(this IEndpointRouteBuilder routes) =>
        routes.MapGet(SignInTrialLinks.Path, (Delegate)TryAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> TryAsync(HttpContext context, SignInTrialLinks links, IServiceProvider services)
    {
        if (links.Read(context.Request.Query[SignInTrialLinks.Ticket]) is not { } trial)
        {
            return HttpResults.LocalRedirect(SignInFailures.LinkTo(SignInFailure.Expired, ReturnUrl.Home));
        }

        var properties = new AuthenticationProperties { RedirectUri = ReturnUrl.Home.Value };
        // Travels in the protected state: whoever comes back cannot have changed it.
        properties.Items[SignInEvents.TrialItem] = trial.ToString();
        try
        {
            await context.ChallengeAsync(PortalSchemes.OpenId, properties);
            return HttpResults.Empty;
        }
        catch (InvalidOperationException exception) when (SignInFailures.ReasonOf(exception) is SignInFailure.Unavailable && !context.Response.HasStarted)
        {
            var next = await services.GetRequiredService<ISignInTrials>().EndAsync(trial, new SignInTrialAnswer(null, null, SignInFailure.Unavailable));
            return HttpResults.LocalRedirect(next.Value);
        }
    }
}
