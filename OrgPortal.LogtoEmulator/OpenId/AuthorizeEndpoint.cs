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
        var signInBecause = WhySignIn(request, session);
        if (request.Prompts.Contains("none"))
        {
            await SilentlyAsync(context, client, request, target, session, signInBecause);
        }
        else if (signInBecause is not null || MustAsk(client, request, session!))
        {
            Ask(context, browser, request, signInBecause is null ? session : null);
        }
        else
        {
            await response.SendAsync(context, target, [new("code", grants.Issue(request, session!))]);
        }
    }

    /// <summary>
    /// Whether somebody who is signed in is shown a page all the same. A one-time token is looked at on the way to the consent step
    /// only: a request that has no need of that goes straight back, and the token stays unused.
    /// </summary>
    private bool MustAsk(Application client, AuthorizationRequest request, Session session) =>
        grants.LeadsToConsent(client, request, session) && (client.IsThirdParty || request.OneTimeToken is not null);

    private Task SilentlyAsync(
        HttpContext context, Application client, AuthorizationRequest request, AuthorizationTarget target, Session? session, string? signInBecause)
    {
        if (signInBecause is not null)
        {
            return response.RefuseAsync(context, target, "login_required", signInBecause);
        }

        return grants.RefusalWithoutConsent(client, request, session!) is { } refusal
            ? response.RefuseAsync(context, target, refusal.Error, refusal.Description)
            : response.SendAsync(context, target, [new("code", grants.Issue(request, session!))]);
    }

    /// <summary>Why somebody must sign in (again); null if the session is good for the request.</summary>
    private string? WhySignIn(AuthorizationRequest request, Session? session) => session switch
    {
        null => "End-User authentication is required",
        _ when request.Prompts.Contains("login") => "End-User authentication is required",
        _ when request.MaxAge is { } age && (state.Now / 1000) - session.LoginTs > age => "End-User authentication could not be obtained",
        _ when request.ExpectedAccountId is { } expected && expected != session.AccountId =>
            "id_token_hint and authenticated subject do not match",
        _ => null,
    };

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
