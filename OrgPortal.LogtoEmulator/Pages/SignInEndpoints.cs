using System.Globalization;
using System.Security.Cryptography;
using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>
/// <c>/sign-in</c>: identifier and password, or a one-time token that came with the request; then, where an organization of the person requires it and the tenant asks for it, a
/// second factor is set up.
/// </summary>
internal sealed class SignInEndpoints(Interactions interactions, MagicLinkEndpoints links, TokenStore store, LogtoState state)
{
    private const string Wrong = "Incorrect account or password.";

    public Task ShowAsync(HttpContext context)
    {
        if (interactions.Current(context) is not { } interaction)
        {
            return Interactions.LostAsync(context);
        }

        if (interaction.Request.OneTimeToken is not null && !interaction.IsTokenSettled && !context.Request.Query.ContainsKey("link"))
        {
            return links.ShowAsync(context, interaction);
        }

        var hint = context.Request.Query.ContainsKey("account") ? null : interaction.Request.LoginHint;
        var about = interactions.About(context, interaction);
        return Page.WriteAsync(context, SignInPage.Create(
            interaction, context.Request.Query.ContainsKey("account") ? about with { SignedIn = null } : about, hint, null));
    }

    public async Task SubmitAsync(HttpContext context)
    {
        var form = await OidcParameters.FromFormAsync(context.Request);
        if (interactions.Of(context, form) is not { } interaction)
        {
            await Interactions.LostAsync(context);
            return;
        }

        var identifier = (form.First("identifier") ?? "").Trim();
        var user = state.Read(tables => tables.FindUserByIdentifier(identifier));
        if (ConnectorFor(identifier) is { } connector)
        {
            AuthorizationResponse.SeeOther(context, $"/direct/sso/{connector}");
        }
        else if (user is null || !Passwords.Matches(user.PasswordDigest, form.First("password") ?? ""))
        {
            var about = interactions.About(context, interaction) with { SignedIn = null };
            await Page.WriteAsync(
                context, SignInPage.Create(interaction, about, identifier, Wrong), StatusCodes.Status422UnprocessableEntity);
        }
        else if (user.IsSuspended)
        {
            await Interactions.SuspendedAsync(context);
        }
        else if (state.Read(tables => tables.MustSetUpFactor(user.Id)))
        {
            store.Put(interaction with { WaitsForFactorOf = user.Id });
            await Page.WriteAsync(context, SetUpFactorPage.Create(interaction));
        }
        else
        {
            await interactions.SignInAsync(context, interaction, user.Id);
        }
    }

    /// <summary>As if the person had scanned the secret and typed the first code.</summary>
    public async Task SetUpFactorAsync(HttpContext context)
    {
        var form = await OidcParameters.FromFormAsync(context.Request);
        if (interactions.Of(context, form) is not { WaitsForFactorOf: { } user } interaction)
        {
            await Interactions.LostAsync(context);
            return;
        }

        state.Write(tables => tables.ChangeUser(user, one => one.MfaVerifications.IsEmpty
            ? one with
            {
                MfaVerifications =
                [
                    new MfaVerification
                    {
                        Id = LogtoIds.Standard(),
                        Type = "Totp",
                        CreatedAt = state.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
                        Secret = RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 32),
                    },
                ],
            }
            : one));
        await interactions.SignInAsync(context, interaction with { WaitsForFactorOf = null }, user);
    }

    /// <summary>The connector that an address must be signed in through, where the tenant has single sign-on switched on.</summary>
    private string? ConnectorFor(string identifier) => state.Read(tables =>
        tables.SignInExperience.HasSingleSignOn && identifier.Split('@') is [_, var domain]
            ? tables.SsoConnectors.FirstOrDefault(connector => connector.Domains.Contains(domain))?.Id
            : null);
}
