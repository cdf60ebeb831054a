using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.OpenId;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Which extended claims ID tokens carry.</summary>
internal static class Configs
{
    public static void Map(ManagementRoutes routes)
    {
        routes.Get("/configs/id-token", call => Answer.Ok(new
        {
            enabledExtendedClaims = call.State.Read(tables => tables.IdTokenExtendedClaims),
        }));
        routes.Put("/configs/id-token", call =>
        {
            var guard = call.Guard();
            var claims = guard.Strings("enabledExtendedClaims") ?? [];
            foreach (var unknown in claims.Except(UserClaims.Extended))
            {
                guard.Refuse("enabledExtendedClaims", "invalid_enum_value", "Invalid enum value.", ("received", unknown));
            }

            guard.Done();
            call.State.Write(tables => { tables.IdTokenExtendedClaims = [.. claims]; });
            return Answer.Ok(new { enabledExtendedClaims = claims });
        });
    }
}
