namespace OrgPortal.Web.Audit;

/// <summary>What verifying the trail came to.</summary>
/// <param name="IsIntact">Whether everything is as the portal wrote it.</param>
/// <param name="Records">How many records were read.</param>
/// <param name="First">The place of the first; 0 for none.</param>
/// <param name="Last">The place of the last; 0 for none.</param>
/// <param name="AnchorSequence">Up to where retention removed records; 0 for none.</param>
/// <param name="HeadSequence">The newest record's place, as the chain's row says.</param>
/// <param name="HeadHash">The newest record's hash, as the chain's row says: kept elsewhere, it shows later that nothing before it was changed.</param>
/// <param name="KeyedFrom">From which record on all are made with a key; <see langword="null"/> when the last one is not.</param>
/// <param name="FindingCount">How many findings there are.</param>
/// <param name="Findings">The first hundred of them.</param>
public sealed record AuditReport(
    bool IsIntact, long Records, long First, long Last, long AnchorSequence, long HeadSequence, string HeadHash, long? KeyedFrom, long FindingCount, IReadOnlyList<AuditFinding> Findings);
