namespace OrgPortal.LogtoEmulator.Enterprise;

/// <summary>Who came through a connector, as the identity provider tells it.</summary>
/// <param name="Issuer">The identity provider.</param>
/// <param name="Subject">What it calls them.</param>
/// <param name="Email">Their address, where it has verified one.</param>
/// <param name="Name">Their name.</param>
internal sealed record ConnectorArrival(string Issuer, string Subject, string? Email, string? Name);
