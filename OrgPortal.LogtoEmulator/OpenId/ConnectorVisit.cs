namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>Somebody is at an enterprise's identity provider: what the answer must bring back.</summary>
internal sealed record ConnectorVisit(string ConnectorId, string State, string Nonce);
