using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Authentication.Bearer;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Hosting;

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>Sets the session's cookie up: a secret that names a session, nothing else.</summary>
internal sealed class SessionCookieSetup(SessionTickets tickets, IOptions<SessionLifetimeOptions> sessions, PortalAddress address) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != PortalSchemes.Session)
        {
            return;
        }

        // A cookie is no way into the API, in whatever company it comes.
        options.ForwardDefaultSelector = context => context.Request.Path.StartsWithSegments(BearerServiceCollectionExtensions.Path) ? PortalSchemes.Bearer : null;
        options.SessionStore = tickets;
        // The store knows how long a session lives; the cookie lives as long as the browser, and is never rewritten.
        options.ExpireTimeSpan = sessions.Value.IdleTimeout;
        options.SlidingExpiration = false;
        options.Cookie.Name = CookieNames.For("orgportal", address);
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.IsEssential = true;
        // Lax: whoever follows a link from a mail is still signed in.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = address.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.LoginPath = SignInLink.Path;
        options.Events.OnRedirectToLogin = ChallengeAsync;
        options.Events.OnRedirectToAccessDenied = context => AnswerAsync(context.Response, StatusCodes.Status403Forbidden);
    }

    private static Task ChallengeAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (!WantsPage(request))
        {
            return AnswerAsync(context.Response, StatusCodes.Status401Unauthorized);
        }

        var returnUrl = ReturnUrl.From(HttpMethods.IsGet(request.Method) ? request.Path.ToUriComponent() + request.QueryString.ToUriComponent() : request.Path.ToUriComponent());
        context.Response.Redirect(new SignInLink { ReturnUrl = returnUrl }.ToString());
        return Task.CompletedTask;
    }

    // Only a person who looks at a page can sign in; a circuit, a script or a program is told that it may not.
    private static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/_blazor")
        && request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private static Task AnswerAsync(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
