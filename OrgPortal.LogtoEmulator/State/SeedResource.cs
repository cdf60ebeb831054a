namespace OrgPortal.LogtoEmulator.State;

/// <summary>An API, beside the Management API, that access tokens can be issued for.</summary>
internal sealed record SeedResource(string Name, string Indicator);
