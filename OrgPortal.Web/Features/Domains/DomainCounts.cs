namespace OrgPortal.Web.Features.Domains;

/// <summary>How many domains an organization has.</summary>
/// <param name="Verified">Those that are proven to be its own.</param>
/// <param name="Listed">All of them.</param>
public sealed record DomainCounts(int Verified, int Listed);
