namespace OrgPortal.LogtoEmulator.State;

/// <summary>A person.</summary>
internal sealed record SeedUser(
    string Username, string? PrimaryEmail = null, string? Name = null, string? Password = null);
