namespace OrgPortal.Web.Features.Domains.Proofs;

/// <summary>Looks whether a domain's record stands in DNS.</summary>
internal interface IDomainProofs
{
    /// <summary>Looks now; never longer than half a minute.</summary>
    /// <param name="domain">Whose record.</param>
    /// <param name="value">The value given out; compared exactly, but for space around it.</param>
    Task<DomainProof> LookAsync(DomainName domain, string value);
}
