namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>Somebody who signs up and has been sent a code to prove the address.</summary>
internal sealed record PendingRegistration(string Identifier, string? PasswordDigest, string Code, int Tries);
