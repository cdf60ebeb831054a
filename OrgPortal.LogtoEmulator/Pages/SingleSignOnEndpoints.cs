using System.Text.Json;
using OrgPortal.LogtoEmulator.Enterprise;
using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>
/// <c>/single-sign-on</c> and <c>/direct/sso/{id}</c>: to an enterprise's identity provider where the connector has one, and back by <c>/callback/{id}</c>; else the provider is
/// pretended here. Who comes through for the first time is put into the organizations that list the connector by then.
/// </summary>
internal sealed class SingleSignOnEndpoints(Interactions interactions, ConnectorSignIn connectors, LogtoState state)
{
    public Task ShowAsync(HttpContext context) => interactions.Current(context) is { } interaction
        ? Page.WriteAsync(context, SingleSignOnPage.Create(interaction, interaction.Request.LoginHint, null))
        : Interactions.LostAsync(context);

    public async Task SubmitAsync(HttpContext context)
    {
        var form = await OidcParameters.FromFormAsync(context.Request);
        if (interactions.Of(context, form) is not { } interaction)
        {
            await Interactions.LostAsync(context);
            return;
        }

        var identifier = (form.First("identifier") ?? "").Trim();
        var domain = identifier.Split('@')[^1];
        var connector = state.Read(tables => tables.SsoConnectors.FirstOrDefault(one => one.Domains.Contains(domain)));
        await (connector is null
            ? Page.WriteAsync(
                context,
                SingleSignOnPage.Create(interaction, identifier, $"No company here uses single sign-on for {domain}."),
                StatusCodes.Status422UnprocessableEntity)
            : Page.WriteAsync(context, SingleSignOnPage.Provider(interaction, connector, identifier, null)));
    }

    public async Task ShowProviderAsync(HttpContext context, string id)
    {
        var connector = state.Read(tables => tables.SsoConnectors.Find(id));
        if (interactions.Current(context) is not { } interaction || connector is null)
        {
            await Interactions.LostAsync(context);
        }
        else if (connector.Domains.IsEmpty || !state.Read(tables => tables.SignInExperience.HasSingleSignOn))
        {
            // Available to nobody: Logto shows its usual page instead.
            AuthorizationResponse.SeeOther(context, "/sign-in");
        }
        else if (!ConnectorSignIn.IsConfigured(connector))
        {
            await Page.WriteAsync(context, SingleSignOnPage.Provider(interaction, connector, interaction.Request.LoginHint, null));
        }
        else if (await connectors.StartAsync(interaction, connector) is { } address)
        {
            AuthorizationResponse.SeeOther(context, address);
        }
        else
        {
            await FailedAsync(context, "The identity provider cannot be reached.");
        }
    }

    /// <summary>Somebody comes back from an enterprise's identity provider.</summary>
    public async Task ComeBackAsync(HttpContext context, string id)
    {
        var connector = state.Read(tables => tables.SsoConnectors.Find(id));
        if (interactions.Current(context) is not { } interaction || connector is null || !ConnectorSignIn.IsConfigured(connector))
        {
            await Interactions.LostAsync(context);
            return;
        }

        if (await connectors.FinishAsync(interaction, connector, context.Request.Query) is not { } claims || Text(claims, "sub") is not { } subject)
        {
            await FailedAsync(context, "The identity provider did not let you in, or Logto could not read its answer.");
            return;
        }

        // An address counts only when the provider says that it is verified.
        var email = claims.TryGetProperty("email_verified", out var verified) && verified.ValueKind is JsonValueKind.True ? Text(claims, "email") : null;
        var who = new ConnectorArrival(ConnectorSignIn.Setting(connector, "issuer")!, subject, email, Text(claims, "name"));
        await LetInAsync(context, interaction, connector, who);
    }

    public async Task SubmitProviderAsync(HttpContext context, string id)
    {
        var form = await OidcParameters.FromFormAsync(context.Request);
        var connector = state.Read(tables => tables.SsoConnectors.Find(id));
        if (interactions.Of(context, form) is not { } interaction || connector is null)
        {
            await Interactions.LostAsync(context);
            return;
        }

        var email = (form.First("identifier") ?? "").Trim();
        if (email.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            await Page.WriteAsync(
                context, SingleSignOnPage.Provider(interaction, connector, email, "Enter an e-mail address."), StatusCodes.Status422UnprocessableEntity);
            return;
        }

        await LetInAsync(context, interaction, connector, new ConnectorArrival($"https://{connector.Id}.idp.example", email, email, form.First("name")));
    }

    private Task LetInAsync(HttpContext context, Interaction interaction, SsoConnector connector, ConnectorArrival who) => state.Write(tables => Arrive(tables, connector, who)) switch
    {
        null => FailedAsync(context, "Whoever has no account is not let in: sign-up is closed.", StatusCodes.Status404NotFound),
        { User.IsSuspended: true } => Interactions.SuspendedAsync(context),
        var (user, isNew) => interactions.SignInAsync(context, interaction, user.Id, isNew),
    };

    private static Task FailedAsync(HttpContext context, string words, int status = StatusCodes.Status500InternalServerError) => Page.WriteAsync(
        context, new Page("Sign-in failed", $"<p class=\"error\" role=\"alert\">{words}</p><p><a href=\"/sign-in\">Sign in another way</a></p>"), status);

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>
    /// The user who comes through a connector: known by who they are at the provider, whichever connector that was through; else by the address, whatever its domain; else new, or
    /// <see langword="null"/> where sign-up is closed.
    /// </summary>
    private static (User User, bool IsNew)? Arrive(LogtoTables tables, SsoConnector connector, ConnectorArrival who)
    {
        var known = tables.Users.FirstOrDefault(one => one.SsoIdentities.Any(identity => identity.Issuer == who.Issuer && identity.IdentityId == who.Subject))
            ?? (who.Email is null ? null : tables.Users.FindByEmail(who.Email));
        if (known is null && !tables.SignInExperience.AllowsRegistration)
        {
            return null;
        }

        var user = known ?? tables.CreateUser(new NewUser { PrimaryEmail = who.Email, Name = who.Name }); // not provisioned by domain as well
        if (user.IsSuspended)
        {
            return (user, false);
        }

        if (!user.SsoIdentities.Any(identity => identity.Issuer == who.Issuer && identity.IdentityId == who.Subject))
        {
            var identity = new SsoIdentity(
                LogtoIds.Standard(), user.Id, who.Issuer, who.Subject, connector.Id, tables.Now, StateJson.Element(new { email = who.Email, name = who.Name }));
            user = tables.Users.Put(user with { SsoIdentities = user.SsoIdentities.Add(identity) });
            // Then and never again: whoever came through before the connector was an organization's does not join later.
            tables.ProvisionBySsoConnector(user.Id, connector.Id);
        }

        return (user, known is null);
    }
}
