using System.ComponentModel;
using OrgPortal.Web.Features.Domains.Proofs;

namespace OrgPortal.Web.Features.Domains.Api;

/// <summary>What a look for a domain's record found.</summary>
internal sealed record DomainProofResponse(
    [property: Description("With found the domain is verified from now on.")] DomainProof Proof);
