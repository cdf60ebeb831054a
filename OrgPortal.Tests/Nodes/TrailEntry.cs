namespace OrgPortal.Tests.Nodes;

/// <summary>As much of an entry of the audit trail as the tests look at.</summary>
internal sealed record TrailEntry(long Id, string? Actor, string Outcome, string? Reason);
