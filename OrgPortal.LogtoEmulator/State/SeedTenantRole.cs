namespace OrgPortal.LogtoEmulator.State;

/// <summary>A role of the tenant, outside of any organization, with the user names of its holders.</summary>
internal sealed record SeedTenantRole(string Name, string Description, IReadOnlyList<string>? Users = null);
