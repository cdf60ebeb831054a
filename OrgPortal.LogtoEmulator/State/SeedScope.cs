namespace OrgPortal.LogtoEmulator.State;

/// <summary>A permission of the organization template.</summary>
internal sealed record SeedScope(string Name, string? Description = null);
