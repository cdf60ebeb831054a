namespace OrgPortal.Web.Features.Domains.Proofs;

/// <summary>What a look for a domain's record found.</summary>
public enum DomainProof
{
    /// <summary>The record stands there with the value that was given out.</summary>
    Found,

    /// <summary>There is no such record.</summary>
    Missing,

    /// <summary>There are records of this name, but none with the value that was given out.</summary>
    Different,

    /// <summary>DNS did not answer, or not in a way that tells anything.</summary>
    NoAnswer,
}
