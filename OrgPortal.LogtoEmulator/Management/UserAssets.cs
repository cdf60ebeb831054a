using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Uploads: without a storage provider, as a self-hosted Logto is when new.</summary>
internal static class UserAssets
{
    public static void Map(ManagementRoutes routes)
    {
        routes.Get("/user-assets/service-status", _ => Answer.Ok(new { status = "not_configured" }));
        routes.Post("/user-assets", _ => throw new LogtoRefusalException(
            400, "storage.not_configured", "Storage provider is not configured."));
    }
}
