using OrgPortal.LogtoEmulator.Pages;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary><c>GET /oidc/auth/{uid}</c>: goes on with a request after its person has signed in or consented.</summary>
internal sealed class ResumeEndpoint(
    AuthorizationResponse response, AuthorizationGrants grants, BrowserCookie cookie, TokenStore store, EmulatorAddress address, LogtoState state)
{
    public async Task HandleAsync(HttpContext context, string uid)
    {
        var browser = cookie.Find(context);
        if (store.FindInteraction(uid) is not { } interaction || interaction.BrowserId != browser?.Id)
        {
            await Page.WriteAsync(context, LostPage.Create(), StatusCodes.Status400BadRequest);
            return;
        }

        var request = interaction.Request;
        var session = cookie.SessionOf(browser);
        if (interaction.AccountId is null || session?.AccountId != interaction.AccountId)
        {
            AuthorizationResponse.SeeOther(context, address.Of("/sign-in"));
            return;
        }

        var client = state.Read(tables => tables.Applications.Find(request.ClientId));
        var target = new AuthorizationTarget(request.RedirectUri, request.ResponseMode, request.State);
        if (client is null)
        {
            await response.RefuseAsync(context, target, "unauthorized_client", "the client is not known any more");
        }
        else if (!interaction.HasConsented && grants.NeedsConsent(client, request, session))
        {
            store.Put(browser! with { InteractionUid = uid });
            AuthorizationResponse.SeeOther(context, address.Of("/consent"));
        }
        else
        {
            store.Remove(interaction);
            await SendCodeAsync(context, target, request, session);
        }
    }

    private async Task SendCodeAsync(HttpContext context, AuthorizationTarget target, AuthorizationRequest request, Session session)
    {
        try
        {
            await response.SendAsync(context, target, [new("code", grants.Issue(request, session))]);
        }
        catch (OidcException refusal)
        {
            await response.RefuseAsync(context, target, refusal.Error, refusal.Description);
        }
    }
}
