namespace OrgPortal.Tests.Conformance;

/// <summary>Somebody the contract made, with a password to sign in with.</summary>
internal sealed record ContractUser(string Id, string Username, string Email, string Password);
