using System.Security.Cryptography;
using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary><c>/register</c>: sign-up as the tenant's sign-in experience wants it, with a code where addresses are verified.</summary>
internal sealed class RegisterEndpoints(Interactions interactions, TokenStore store, LogtoState state)
{
    private const int MostTries = 10;

    public Task ShowAsync(HttpContext context)
    {
        if (interactions.Current(context) is not { } interaction)
        {
            return Interactions.LostAsync(context);
        }

        var about = interactions.About(context, interaction);
        return Page.WriteAsync(context, about.AllowsRegistration
            ? RegisterPage.Create(interaction, about, Rules, interaction.Request.LoginHint, null)
            : RegisterPage.Closed());
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
        var password = Rules.AsksPassword ? form.First("password") ?? "" : null;
        try
        {
            await BeginAsync(context, interaction, identifier, password);
        }
        catch (LogtoRefusalException refusal)
        {
            var about = interactions.About(context, interaction);
            await Page.WriteAsync(
                context, RegisterPage.Create(interaction, about, Rules, identifier, refusal.Message), StatusCodes.Status422UnprocessableEntity);
        }
    }

    public async Task VerifyAsync(HttpContext context)
    {
        var form = await OidcParameters.FromFormAsync(context.Request);
        if (interactions.Of(context, form) is not { Registration: { Tries: < MostTries } pending } interaction)
        {
            await Interactions.LostAsync(context);
            return;
        }

        if (form.First("code")?.Trim() == pending.Code)
        {
            await RegisterAsync(context, interaction, pending.Identifier, pending.PasswordDigest);
            return;
        }

        var again = interaction with { Registration = pending with { Tries = pending.Tries + 1 } };
        store.Put(again);
        await Page.WriteAsync(
            context, RegisterPage.AskCode(again, pending.Identifier, "That is not the code."), StatusCodes.Status422UnprocessableEntity);
    }

    private SignUpRules Rules => state.Read(tables => SignUpRules.Of(tables.SignInExperience));

    private async Task BeginAsync(HttpContext context, Interaction interaction, string identifier, string? password)
    {
        var create = Checked(identifier, password);
        var digest = password is null ? null : Passwords.Digest(password);
        if (!Rules.Verifies || create.Username is not null)
        {
            await RegisterAsync(context, interaction, identifier, digest);
            return;
        }

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        state.Write(tables => tables.SendMail(identifier, "Register", new JsonObject { ["code"] = code }));
        var waiting = interaction with { Registration = new PendingRegistration(identifier, digest, code, 0) };
        store.Put(waiting);
        await Page.WriteAsync(context, RegisterPage.AskCode(waiting, identifier, null));
    }

    private NewUser Checked(string identifier, string? password)
    {
        if (!state.Read(tables => tables.SignInExperience.AllowsRegistration))
        {
            throw new LogtoRefusalException(403, "auth.forbidden", "Sign-up is closed.");
        }

        if (password?.Length < SignUpRules.ShortestPassword)
        {
            throw new LogtoRefusalException(
                422, "password.rejected", $"The password needs at least {SignUpRules.ShortestPassword} characters.");
        }

        var create = Rules.Read(identifier)
            ?? throw new LogtoRefusalException(422, "guard.invalid_input", $"Enter a valid {Rules.Label.ToLowerInvariant()}.");
        state.Read(tables =>
        {
            tables.RequireFree(null, create.Username, create.PrimaryEmail, create.PrimaryPhone);
            return true;
        });
        return create;
    }

    private Task RegisterAsync(HttpContext context, Interaction interaction, string identifier, string? passwordDigest)
    {
        var create = Rules.Read(identifier) ?? new NewUser { PrimaryEmail = identifier };
        var user = state.Write(tables => tables.Register(create with { PasswordDigest = passwordDigest }));
        return interactions.SignInAsync(context, interaction, user.Id, isNew: true);
    }
}
