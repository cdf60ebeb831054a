using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Which extended claims ID tokens carry; unknown (404) until somebody says so.</summary>
internal static class Configs
{
    private static readonly string[] Claims =
        ["custom_data", "identities", "sso_identities", "roles", "organizations", "organization_data", "organization_roles"];

    public static void Map(ManagementRoutes routes)
    {
        routes.Get("/configs/id-token", call => Answer.Ok(new
        {
            enabledExtendedClaims = call.State.Read(tables => tables.IdTokenExtendedClaims) ?? throw Refusals.NotFound(),
        }));
        routes.Put("/configs/id-token", call =>
        {
            var guard = call.Guard();
            var claims = guard.Strings("enabledExtendedClaims") ?? [];
            foreach (var unknown in claims.Except(Claims))
            {
                guard.Refuse("enabledExtendedClaims", "invalid_enum_value", "Invalid enum value.", ("received", unknown));
            }

            guard.Done();
            call.State.Write(tables => { tables.IdTokenExtendedClaims = [.. claims]; });
            return Answer.Ok(new { enabledExtendedClaims = claims });
        });
    }
}
