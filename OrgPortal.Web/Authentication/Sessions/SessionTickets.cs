using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using OrgPortal.Web.Authentication.Circuits;
using OrgPortal.Web.Authentication.Tokens;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Sessions;

/// <summary>Lets the cookie handler keep its tickets as sessions. What it calls a key is the secret in the cookie.</summary>
internal sealed class SessionTickets(SessionRegistry sessions, OpenCircuits circuits, TimeProvider time) : ITicketStore
{
    public Task<string> StoreAsync(AuthenticationTicket ticket) => BeginAsync(ticket, null);

    public Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) =>
        BeginAsync(ticket, httpContext.Request.Headers.UserAgent.ToString());

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        try
        {
            return await RetrieveAsync(key);
        }
        catch (Exception) when (httpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            // The page that tells of an error must come even when the error is that the store is away.
            return null;
        }
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (await sessions.FindAsync(SessionRegistry.KeyOf(key)) is not { } session)
        {
            return null;
        }

        await sessions.UseAsync(session);
        circuits.Visit(session.User);
        return new AuthenticationTicket(PrincipalOf(session), new AuthenticationProperties { ExpiresUtc = session.ExpiresAt }, PortalSchemes.Session);
    }

    /// <summary>Nothing that the handler changes is kept once a session has begun: a new sign-in begins a new session (<see cref="SignIn.SignInEvents"/>).</summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;

    public Task RemoveAsync(string key) => sessions.EndAsync(SessionRegistry.KeyOf(key));

    /// <summary>The person of a session, as pages and services see them.</summary>
    internal static ClaimsPrincipal PrincipalOf(Session session)
    {
        var claims = session.Content.Claims.Select(claim => new Claim(claim.Key, claim.Value)).Append(new Claim(PortalClaims.Session, session.Key));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, PortalSchemes.Session, PortalClaims.Name, roleType: null));
    }

    private Task<string> BeginAsync(AuthenticationTicket ticket, string? device)
    {
        var user = UserId.Parse(ticket.Principal.FindFirstValue(PortalClaims.Subject)!, null);
        var agent = string.IsNullOrWhiteSpace(device) ? null : device;
        return sessions.BeginAsync(user, ticket.Principal.FindFirstValue(PortalClaims.LogtoSession), ticket.Principal.Claims, TokensOf(ticket.Properties), agent);
    }

    private SessionTokens TokensOf(AuthenticationProperties properties)
    {
        var access = new Dictionary<string, UserToken>(StringComparer.Ordinal);
        if (properties.GetTokenValue("access_token") is { Length: > 0 } token)
        {
            var expiresAt = DateTimeOffset.TryParse(properties.GetTokenValue("expires_at"), System.Globalization.CultureInfo.InvariantCulture, out var told) ? told : time.GetUtcNow();
            access[TokenTarget.UserInfo.Key] = new UserToken(token, expiresAt, string.Empty);
        }

        return new SessionTokens(properties.GetTokenValue("id_token"), properties.GetTokenValue("refresh_token"), access);
    }
}
