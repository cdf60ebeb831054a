using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>
/// Sign-in by a one-time token: signs in who has the address, registers who has not, and puts them into the token's organizations.
/// The token is used up by a POST only, so that a mail scanner that follows links spoils nothing.
/// </summary>
internal sealed class MagicLinkEndpoints(Interactions interactions, BrowserCookie cookie, LogtoState state)
{
    public Task ShowAsync(HttpContext context, Interaction interaction)
    {
        var email = interaction.Request.LoginHint ?? "";
        var signedIn = SignedIn(context);
        var mustChoose = signedIn is not null && signedIn.PrimaryEmail != email && !interaction.Request.Prompts.Contains("login");
        return Page.WriteAsync(context, mustChoose
            ? MagicLinkPage.SwitchAccount(interaction, email, signedIn!)
            : MagicLinkPage.Create(interaction, email));
    }

    public async Task SubmitAsync(HttpContext context)
    {
        var form = await OidcParameters.FromFormAsync(context.Request);
        if (interactions.Of(context, form) is not { Request.OneTimeToken: { } token } interaction)
        {
            await Interactions.LostAsync(context);
            return;
        }

        var email = interaction.Request.LoginHint ?? "";
        try
        {
            var (userId, isNew) = state.Write(tables => Use(tables, token, email));
            await interactions.SignInAsync(context, interaction, userId, isNew);
        }
        catch (LogtoRefusalException refusal)
        {
            await RefuseAsync(context, interaction, refusal, email);
        }
    }

    public async Task StayAsync(HttpContext context)
    {
        var form = await OidcParameters.FromFormAsync(context.Request);
        if (interactions.Of(context, form) is { } interaction && SignedIn(context) is { } user)
        {
            interactions.GoOn(context, interaction, user.Id);
            return;
        }

        await Interactions.LostAsync(context);
    }

    private static (string UserId, bool IsNew) Use(LogtoTables tables, string token, string email)
    {
        var checkedToken = tables.CheckOneTimeToken(token, email, "SignIn");
        if (tables.Users.FindByEmail(email) is { IsSuspended: true })
        {
            throw new LogtoRefusalException(401, "user.suspended", "This account is suspended.");
        }

        var known = tables.Users.FindByEmail(email);
        var user = known ?? tables.Register(new NewUser { PrimaryEmail = email });
        tables.ConsumeOneTimeToken(token, email);
        tables.ProvisionOrganizations(user.Id, checkedToken.Context.JitOrganizationIds ?? []);
        return (user.Id, known is null);
    }

    /// <summary>A used token is no obstacle for who used it and is still signed in.</summary>
    private Task RefuseAsync(HttpContext context, Interaction interaction, LogtoRefusalException refusal, string email)
    {
        if (refusal.Code == "one_time_token.token_consumed" && SignedIn(context) is { } user && user.PrimaryEmail == email)
        {
            interactions.GoOn(context, interaction, user.Id);
            return Task.CompletedTask;
        }

        var reason = refusal.Code switch
        {
            "one_time_token.token_consumed" => "It has been used already.",
            "one_time_token.token_expired" => "It is too old.",
            "one_time_token.token_revoked" => "It has been withdrawn.",
            "one_time_token.interaction_event_mismatch" => "It is not for signing in.",
            "user.suspended" => "The account it is for is suspended.",
            _ => "It is not known here, or it is for another address.",
        };
        return Page.WriteAsync(context, MagicLinkPage.Refused(reason), StatusCodes.Status400BadRequest);
    }

    private User? SignedIn(HttpContext context)
    {
        var session = cookie.SessionOf(cookie.Find(context));
        return state.Read(tables => tables.Users.Find(session?.AccountId));
    }
}
