using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>Finds the request that a sign-in page belongs to, and what the page needs to know.</summary>
internal sealed class Interactions(
    TokenStore store, BrowserCookie cookie, SessionKeeper sessions, LogtoState state, EmulatorSeed seed, EmulatorAddress address)
{
    /// <summary>The latest request of the browser; null if there is none that waits.</summary>
    public Interaction? Current(HttpContext context) => cookie.Find(context) is { } browser ? store.FindInteraction(browser.InteractionUid) : null;

    /// <summary>The request that a form was made for, if it is this browser's.</summary>
    public Interaction? Of(HttpContext context, OidcParameters form) =>
        store.FindInteraction(form.First("interaction")) is { } interaction && interaction.BrowserId == cookie.Find(context)?.Id
            ? interaction
            : null;

    /// <summary>What a page tells about application, organization and people.</summary>
    public SignInContext About(HttpContext context, Interaction interaction)
    {
        var session = cookie.SessionOf(cookie.Find(context));
        return state.Read(tables => new SignInContext(
            tables.Applications.Find(interaction.Request.ClientId)?.Name ?? "an application",
            tables.Organizations.Find(interaction.Request.OrganizationId),
            tables.Users.Find(session?.AccountId),
            tables.SignInExperience.AllowsRegistration,
            tables.SsoConnectors.Count > 0,
            seed.PeopleIn(tables)));
    }

    /// <summary>Lets somebody in and goes on with the request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="interaction">What goes on.</param>
    /// <param name="userId">Who.</param>
    /// <param name="isNew">Whether they have just registered.</param>
    public async Task SignInAsync(HttpContext context, Interaction interaction, string userId, bool isNew = false)
    {
        await sessions.SignInAsync(cookie.Find(context)!, userId, interaction.Request.ClientId, isNew);
        GoOn(context, interaction, userId);
    }

    /// <summary>Goes on with the request for somebody who has a session already.</summary>
    public void GoOn(HttpContext context, Interaction interaction, string userId)
    {
        store.Put(interaction with { AccountId = userId, IsTokenSettled = true, Registration = null });
        AuthorizationResponse.SeeOther(context, address.Of($"/oidc/auth/{interaction.Uid}"));
    }

    public static Task LostAsync(HttpContext context) => Page.WriteAsync(context, LostPage.Create(), StatusCodes.Status400BadRequest);

    public static Task SuspendedAsync(HttpContext context) => Page.WriteAsync(
        context,
        new Page("This account is suspended", $"<p class=\"error\" role=\"alert\">It cannot sign in. Ask whoever runs this Logto.</p><p><a href=\"/sign-in?account=another\">Use another account</a></p>"),
        StatusCodes.Status403Forbidden);
}
