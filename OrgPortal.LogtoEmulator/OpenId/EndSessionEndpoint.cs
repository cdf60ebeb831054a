using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.LogtoEmulator.Pages;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>
/// <c>GET|POST /oidc/session/end</c> shows a form that sends itself to <c>/oidc/session/end/confirm</c>, which ends the session and
/// goes back to the application.
/// </summary>
internal sealed class EndSessionEndpoint(
    LogtoState state, TokenStore store, SigningKey key, BrowserCookie cookie, SessionKeeper sessions, EmulatorAddress address)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var parameters = await OidcParameters.FromAsync(context.Request);
            var clientId = ClientOf(parameters);
            var signOut = new PendingSignOut(
                TokenStore.NewSecret(),
                cookie.Find(context)?.Id,
                clientId,
                ReturnUri(clientId, parameters),
                state.Clock.GetUtcNow() + Lifetimes.Interaction);
            store.Add(signOut);
            await Page.WriteAsync(context, SignOutPage.Create(address.Of("/oidc/session/end/confirm"), signOut.Secret));
        }
        catch (OidcException refusal)
        {
            await OidcAnswers.RefuseAsync(context, refusal);
        }
    }

    public async Task ConfirmAsync(HttpContext context)
    {
        var form = await OidcParameters.FromFormAsync(context.Request);
        var browser = cookie.Find(context);
        if (store.TakeSignOut(form.First("xsrf")) is not { } signOut || signOut.BrowserId != browser?.Id)
        {
            await OidcAnswers.RefuseAsync(context, OidcException.InvalidRequest("could not find logout details"));
            return;
        }

        if (form.First("logout") is not null && cookie.SessionOf(browser) is { } session)
        {
            await sessions.EndAsync(session);
            store.Put(browser! with { SessionUid = null });
        }

        AuthorizationResponse.SeeOther(context, signOut.ReturnUri ?? address.Of("/oidc/session/end/success"));
    }

    public static Task SucceedAsync(HttpContext context) => Page.WriteAsync(context, SignedOutPage.Create());

    private string? ClientOf(OidcParameters parameters)
    {
        var clientId = parameters["client_id"];
        if (parameters["id_token_hint"] is not { } hint)
        {
            return clientId;
        }

        var reading = key.Read(hint, null, out var claims);
        if (reading is not TokenReading.Genuine)
        {
            throw OidcException.InvalidRequest(
                reading is TokenReading.Forged ? "could not validate id_token_hint" : "could not decode id_token_hint");
        }

        var audience = claims.GetProperty("aud").GetString();
        return clientId is null || clientId == audience
            ? audience
            : throw OidcException.InvalidRequest("client_id does not match the provided id_token_hint");
    }

    private string? ReturnUri(string? clientId, OidcParameters parameters)
    {
        var client = clientId is null
            ? null
            : state.Read(tables => tables.Applications.Find(clientId)) ?? throw OidcException.UnknownClient(clientId);
        if (client is null || parameters["post_logout_redirect_uri"] is not { } uri)
        {
            return null; // an address that belongs to nobody is passed over
        }

        if (!client.OidcClientMetadata.PostLogoutRedirectUris.Contains(uri))
        {
            throw OidcException.InvalidRequest("post_logout_redirect_uri not registered");
        }

        return parameters["state"] is { } back ? QueryHelpers.AddQueryString(uri, "state", back) : uri;
    }
}
