using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>
/// <c>GET|POST /oidc/auth</c>: straight back to the application with a code where the browser has a session, else on to a page.
/// </summary>
internal sealed class AuthorizeEndpoint(
    AuthorizationChecks checks,
    AuthorizationResponse response,
    AuthorizationGrants grants,
    BrowserCookie cookie,
    TokenStore store,
    EmulatorAddress address,
    LogtoState state)
{
    public async Task HandleAsync(HttpContext context)
    {
        var parameters = await OidcParameters.FromAsync(context.Request);
        AuthorizationTarget target;
        Application client;
        try
        {
            (client, target) = checks.FindTarget(parameters);
        }
        catch (OidcException refusal)
        {
            await OidcAnswers.RefuseAsync(
                context, refusal, new KeyValuePair<string, string?>("state", parameters.First("state")), new("iss", address.Issuer));
            return;
        }

        try
        {
            await GoOnAsync(context, client, checks.Check(client, target, parameters), target);
        }
        catch (OidcException refusal)
        {
            await response.RefuseAsync(context, target, refusal.Error, refusal.Description);
        }
    }

    private async Task GoOnAsync(HttpContext context, Application client, AuthorizationRequest request, AuthorizationTarget target)
    {
        var browser = cookie.Ensure(context);
        var session = cookie.SessionOf(browser);
        var mustSignIn = session is null || MustSignInAgain(request, session);
        if (request.Prompts.Contains("none"))
        {
            await SilentlyAsync(context, client, request, target, mustSignIn ? null : session);
        }
        else if (mustSignIn || request.OneTimeToken is not null || grants.NeedsConsent(client, request, session!))
        {
            Ask(context, browser, request, mustSignIn ? null : session);
        }
        else
        {
            await response.SendAsync(context, target, [new("code", grants.Issue(request, session!))]);
        }
    }

    private Task SilentlyAsync(
        HttpContext context, Application client, AuthorizationRequest request, AuthorizationTarget target, Session? session)
    {
        if (session is null)
        {
            return response.RefuseAsync(context, target, "login_required", "End-User authentication is required");
        }

        return grants.NeedsConsent(client, request, session)
            ? response.RefuseAsync(context, target, "consent_required", "client not authorized for End-User session yet")
            : response.SendAsync(context, target, [new("code", grants.Issue(request, session))]);
    }

    private bool MustSignInAgain(AuthorizationRequest request, Session session) =>
        request.Prompts.Contains("login")
        || (request.MaxAge is { } age && (state.Now / 1000) - session.LoginTs > age)
        || (request.ExpectedAccountId is { } expected && expected != session.AccountId);

    /// <summary>Puts the request aside and sends the browser to the page where it goes on.</summary>
    private void Ask(HttpContext context, Browser browser, AuthorizationRequest request, Session? session)
    {
        var interaction = new Interaction
        {
            Uid = TokenStore.NewSecret(),
            BrowserId = browser.Id,
            Request = request,
            AccountId = request.OneTimeToken is null ? session?.AccountId : null,
            ExpiresAt = state.Clock.GetUtcNow() + Lifetimes.Interaction,
        };
        store.Put(interaction);
        store.Put(browser with { InteractionUid = interaction.Uid });
        AuthorizationResponse.SeeOther(context, interaction.AccountId is null
            ? QueryHelpers.AddQueryString(address.Of(FirstPage(request)), request.PageParameters.Prepend(new("app_id", request.ClientId)))
            : address.Of($"/oidc/auth/{interaction.Uid}"));
    }

    private static string FirstPage(AuthorizationRequest request) => request switch
    {
        { OneTimeToken: not null } => "/sign-in",
        { DirectSignIn: { } direct } when direct.StartsWith("sso:", StringComparison.Ordinal) => $"/direct/sso/{Uri.EscapeDataString(direct[4..])}",
        { FirstScreen: "register" } => "/register",
        { FirstScreen: "identifier:register" } => "/identifier-register",
        { FirstScreen: "identifier:sign_in" } => "/identifier-sign-in",
        { FirstScreen: "reset_password" } => "/reset-password",
        { FirstScreen: "single_sign_on" } => "/single-sign-on",
        _ => "/sign-in",
    };
}
