using System.Security.Claims;

namespace OrgPortal.Web.Authentication;

/// <summary>Lets the services of a request know who is there, and tells a circuit that it opens where it was opened from.</summary>
internal sealed class CurrentUserMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, SessionAuthenticationStateProvider provider)
    {
        provider.UseRequest(context);
        if (provider.RemoteAddress is { } address && context.User.Identity is ClaimsIdentity { IsAuthenticated: true } identity)
        {
            identity.AddClaim(new Claim(PortalClaims.RemoteAddress, address));
        }

        return next(context);
    }
}
