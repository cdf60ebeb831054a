namespace OrgPortal.Web.Audit;

/// <summary>Something in the trail that the portal did not do.</summary>
/// <param name="Sequence">The place in the chain.</param>
/// <param name="Kind"><c>changed</c>, <c>removed</c>, <c>inserted</c>, <c>link</c>, <c>seal</c>, <c>key</c>, <c>unexpected</c>.</param>
/// <param name="Words">What, as a sentence goes on after the record's number.</param>
public sealed record AuditFinding(long Sequence, string Kind, string Words);
