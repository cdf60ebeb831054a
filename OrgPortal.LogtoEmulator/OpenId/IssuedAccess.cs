namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>An access token with what the token endpoint says about it.</summary>
/// <param name="Token">The token.</param>
/// <param name="Scope">What it is good for; null where the answer has no such field.</param>
/// <param name="Lifetime">How long it is valid.</param>
internal sealed record IssuedAccess(string Token, string? Scope, TimeSpan Lifetime);
