namespace OrgPortal.LogtoEmulator.State;

/// <summary>An organization role with the names of its permissions.</summary>
internal sealed record SeedRole(
    string Name, string? Description = null, RoleType Type = RoleType.User, IReadOnlyList<string>? Scopes = null);
