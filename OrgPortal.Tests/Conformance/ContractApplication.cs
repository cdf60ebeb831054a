namespace OrgPortal.Tests.Conformance;

/// <summary>A client the contract made.</summary>
internal sealed record ContractApplication(string Id, string Secret);
