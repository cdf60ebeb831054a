using OrgPortal.LogtoEmulator.Answers;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Whether the server lives.</summary>
internal static class Status
{
    public static void Map(ManagementRoutes routes) => routes.GetAnonymously("/status", _ => Answer.NoContent);
}
