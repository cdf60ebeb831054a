using System.ComponentModel;
using OrgPortal.Web.Features.Domains.Proofs;

namespace OrgPortal.Web.Features.Domains.Api;

/// <summary>A domain of an organization.</summary>
internal sealed record DomainResponse(
    [property: Description("The form in DNS: identifies it in the organization.")] string Name,
    [property: Description("The form that people write.")] string Readable,
    [property: Description("How far the proof is.")] DomainState State,
    [property: Description("The name of the TXT record that proves it.")] string RecordName,
    [property: Description("Its value.")] string RecordValue,
    [property: Description("Since when it is verified.")] DateTimeOffset? VerifiedAt,
    [property: Description("When a lapsing one stops to be verified.")] DateTimeOffset? LapsesAt,
    [property: Description("Whether an unverified one was verified before.")] bool HasLapsed,
    [property: Description("When somebody last looked for the record.")] DateTimeOffset? CheckedAt,
    [property: Description("What that look found.")] DomainProof? LastProof,
    [property: Description("When the portal looks by itself.")] DateTimeOffset? NextCheckAt,
    [property: Description("Who may join with an address of it.")] DomainEnrolment Enrolment)
{
    /// <summary>Maps it.</summary>
    public static DomainResponse From(DomainRow row) => new(
        row.Name,
        row.Readable,
        row.State,
        row.RecordName,
        row.RecordValue,
        row.VerifiedAt,
        row.LapsesAt,
        row.HasLapsed,
        row.CheckedAt,
        row.LastProof,
        row.NextCheckAt,
        row.Enrolment);
}
