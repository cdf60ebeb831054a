using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>
/// <c>/single-sign-on</c> and <c>/direct/sso/{id}</c>: a pretended identity provider of an enterprise. Who comes through it is put
/// into the organizations that list the connector, each time.
/// </summary>
internal sealed class SingleSignOnEndpoints(Interactions interactions, LogtoState state)
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

    public Task ShowProviderAsync(HttpContext context, string id) =>
        interactions.Current(context) is { } interaction && state.Read(tables => tables.SsoConnectors.Find(id)) is { } connector
            ? Page.WriteAsync(context, SingleSignOnPage.Provider(interaction, connector, interaction.Request.LoginHint, null))
            : Interactions.LostAsync(context);

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

        var (user, isNew) = state.Write(tables => Arrive(tables, connector, email, form.First("name")));
        await (user.IsSuspended ? Interactions.SuspendedAsync(context) : interactions.SignInAsync(context, interaction, user.Id, isNew));
    }

    /// <summary>The user who comes through a connector: known by the identity, else by the address, else new.</summary>
    private static (User User, bool IsNew) Arrive(LogtoTables tables, SsoConnector connector, string email, string? name)
    {
        var known = tables.Users.FirstOrDefault(one => one.SsoIdentities.Any(identity =>
                identity.SsoConnectorId == connector.Id && identity.IdentityId == email))
            ?? tables.Users.FindByEmail(email);
        var user = known ?? tables.CreateUser(new NewUser { PrimaryEmail = email, Name = name }); // not provisioned by domain as well
        if (user.IsSuspended)
        {
            return (user, false);
        }

        if (!user.SsoIdentities.Any(identity => identity.SsoConnectorId == connector.Id))
        {
            var identity = new SsoIdentity(
                LogtoIds.Standard(), user.Id, $"https://{connector.Id}.idp.example", email, connector.Id, tables.Now, StateJson.Element(new { email, name }));
            user = tables.Users.Put(user with { SsoIdentities = user.SsoIdentities.Add(identity) });
        }

        tables.ProvisionBySsoConnector(user.Id, connector.Id);
        return (user, known is null);
    }
}
