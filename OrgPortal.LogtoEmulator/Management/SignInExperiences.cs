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
        routes.GetAnonymously("/.well-known/sign-in-exp", call =>
            Answer.Ok(call.State.Read(tables => tables.SignInExperience.Row)));
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
            var known = tables.SignInExperience.Row;
            var change = call.Body.EnumerateObject()
                .Where(field => field.Name is not ("tenantId" or "id") && known.TryGetProperty(field.Name, out _))
                .ToDictionary(field => field.Name, field => field.Value);
            tables.SignInExperience = new SignInExperience(StateJson.Merged(known, StateJson.Element(change)));
            return tables.SignInExperience.Row;
        }));
    }
}
