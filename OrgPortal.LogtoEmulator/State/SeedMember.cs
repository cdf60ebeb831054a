namespace OrgPortal.LogtoEmulator.State;

/// <summary>A member by user name, with the names of the organization roles.</summary>
internal sealed record SeedMember(string User, IReadOnlyList<string>? Roles = null);
