namespace OrgPortal.LogtoEmulator.State;

/// <summary>An organization with its members.</summary>
internal sealed record SeedOrganization(string Name, string? Description = null, IReadOnlyList<SeedMember>? Members = null);
