using OrgPortal.Web.Features.Domains.Proofs;

namespace OrgPortal.Web.Features.Domains;

/// <summary>A domain of an organization, for its administrators.</summary>
/// <param name="Name">The form in DNS: identifies it in the organization.</param>
/// <param name="Readable">The form that people write.</param>
/// <param name="State">How far the proof is.</param>
/// <param name="RecordName">The name of the TXT record.</param>
/// <param name="RecordValue">Its value.</param>
/// <param name="VerifiedAt">Since when it is verified.</param>
/// <param name="LapsesAt">When a lapsing one stops to be verified.</param>
/// <param name="HasLapsed">Whether an unverified one was verified before.</param>
/// <param name="CheckedAt">When somebody last looked for the record.</param>
/// <param name="LastProof">What that look found.</param>
/// <param name="NextCheckAt">When the portal looks by itself.</param>
/// <param name="Enrolment">Who may join.</param>
public sealed record DomainRow(
    string Name,
    string Readable,
    DomainState State,
    string RecordName,
    string RecordValue,
    DateTimeOffset? VerifiedAt,
    DateTimeOffset? LapsesAt,
    bool HasLapsed,
    DateTimeOffset? CheckedAt,
    DomainProof? LastProof,
    DateTimeOffset? NextCheckAt,
    DomainEnrolment Enrolment);
