namespace OrgPortal.LogtoEmulator.State;

/// <summary>A client, with a secret known beforehand unless it is one that can keep none.</summary>
internal sealed record SeedApplication(string Id, string Name, ApplicationType Type, string? Secret = null)
{
    /// <summary>Base addresses of portals; see <see cref="ApplicationOperations.AllowPortalAt"/>.</summary>
    public IReadOnlyList<string> PortalUrls { get; init; } = [];

    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    public IReadOnlyList<string> PostLogoutRedirectUris { get; init; } = [];

    public bool HasManagementApiAccess { get; init; }
}
