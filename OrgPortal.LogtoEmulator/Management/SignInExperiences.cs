using System.Text.Json;
using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>The settings of sign-in and sign-up.</summary>
internal static class SignInExperiences
{
    public static void Map(ManagementRoutes routes)
    {
        routes.Get("/sign-in-exp", call => Answer.Ok(call.State.Read(tables => tables.SignInExperience.Row)));
        routes.Patch("/sign-in-exp", Change);
        routes.GetAnonymously("/.well-known/sign-in-exp", call => Answer.Ok(call.State.Read(tables => ForPages(tables, call.Query("organizationId")))));
    }

    /// <summary>What anybody may know: the settings, with what an organization has of its own over the tenant's looks.</summary>
    private static JsonObject ForPages(LogtoTables tables, string? organizationId)
    {
        var view = StateJson.Object(tables.SignInExperience.Row);
        view.Remove("emailBlocklistPolicy");
        view.Remove("forgotPasswordMethods");
        if (tables.Organizations.Find(organizationId) is { } organization)
        {
            Overlay(view["branding"]!.AsObject(), organization.Branding);
            Overlay(view["color"]!.AsObject(), organization.Color);
            view["customCss"] = organization.CustomCss ?? view["customCss"]?.DeepClone();
        }

        var hasSso = tables.SignInExperience.Row.TryGetProperty("singleSignOnEnabled", out var on) && on.ValueKind is JsonValueKind.True;
        view["socialConnectors"] = new JsonArray();
        view["ssoConnectors"] = new JsonArray([.. tables.SsoConnectors.Where(_ => hasSso).Select(connector => new JsonObject
        {
            ["id"] = connector.Id,
            ["connectorName"] = connector.ConnectorName,
            ["logo"] = "data:,",
            ["darkLogo"] = "data:,",
        })]);
        view["forgotPassword"] = new JsonObject { ["phone"] = false, ["email"] = false };
        view["isDevelopmentTenant"] = false;
        view["customProfileFields"] = new JsonArray();
        return view;
    }

    private static void Overlay(JsonObject tenant, JsonElement organization)
    {
        foreach (var property in organization.EnumerateObject())
        {
            tenant[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        }
    }

    /// <summary>Refuses ways that need a mail where nothing can send one.</summary>
    private static void RequireConnector(LogtoTables tables, JsonElement body)
    {
        var mailsAtSignUp = body.TryGetProperty("signUp", out var signUp)
            && signUp.GetProperty("identifiers").EnumerateArray().Any(one => one.GetString() == "email");
        var mailsAtSignIn = body.TryGetProperty("signIn", out var signIn) && signIn.TryGetProperty("methods", out var methods)
            && methods.EnumerateArray().Any(one => one.GetProperty("identifier").GetString() == "email"
                && one.TryGetProperty("verificationCode", out var code) && code.ValueKind == JsonValueKind.True);
        if ((mailsAtSignUp || mailsAtSignIn) && !tables.Connectors.Any(one => one.Type == "Email"))
        {
            throw new LogtoRefusalException(
                400, "sign_in_experiences.enabled_connector_not_found", "No enabled connector of type Email was found.");
        }
    }

    /// <summary>Replaces the fields that were sent; unknown ones are passed over.</summary>
    private static Answer Change(Call call)
    {
        var guard = call.Guard();
        guard.OneOf("signInMode", false, "SignIn", "Register", "SignInAndRegister");
        guard.Inner("signUp")?.Strings("identifiers", isRequired: true);
        guard.Inner("signIn")?.InnerList("methods");
        guard.Done();
        return Answer.Ok(call.State.Write(tables =>
        {
            RequireConnector(tables, call.Body);
            var known = tables.SignInExperience.Row;
            var change = call.Body.EnumerateObject()
                .Where(field => field.Name is not ("tenantId" or "id") && known.TryGetProperty(field.Name, out _))
                .ToDictionary(field => field.Name, field => field.Value);
            tables.SignInExperience = new SignInExperience(StateJson.Merged(known, StateJson.Element(change)));
            return tables.SignInExperience.Row;
        }));
    }
}
