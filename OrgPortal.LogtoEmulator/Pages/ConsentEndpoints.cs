using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary><c>/consent</c>: what a third-party application may have. The tenant's own applications never get here.</summary>
internal sealed class ConsentEndpoints(
    Interactions interactions, TokenStore store, LogtoState state, AuthorizationResponse response)
{
    public Task ShowAsync(HttpContext context)
    {
        if (interactions.Current(context) is not { AccountId: { } userId } interaction)
        {
            return Interactions.LostAsync(context);
        }

        var (client, user, organizations) = state.Read(tables => (
            tables.Applications.Find(interaction.Request.ClientId),
            tables.Users.Find(userId),
            tables.Members.OrganizationsOf(userId).Select(tables.Organizations.Find).OfType<Organization>().ToArray()));
        return client is null || user is null
            ? Interactions.LostAsync(context)
            : Page.WriteAsync(context, ConsentPage.Create(interaction, client, user, organizations));
    }

    public async Task SubmitAsync(HttpContext context)
    {
        var form = await OidcParameters.FromFormAsync(context.Request);
        if (interactions.Of(context, form) is not { AccountId: { } userId } interaction)
        {
            await Interactions.LostAsync(context);
            return;
        }

        var request = interaction.Request;
        if (form.First("answer") != "yes")
        {
            store.Remove(interaction);
            var target = new AuthorizationTarget(request.RedirectUri, request.ResponseMode, request.State);
            await response.RefuseAsync(context, target, "access_denied", "End-User aborted interaction");
            return;
        }

        store.PutConsent(request.ClientId, userId, form.All("organization"));
        interactions.GoOn(context, interaction with { HasConsented = true }, userId);
    }
}
