using OrgPortal.Web.Features.Domains.Proofs;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Domains;

/// <summary>What the store's row of a domain means, and its words.</summary>
internal static class DomainStates
{
    /// <summary>How long a verified domain stays so without its record.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    /// <summary><see cref="DomainEnrolment.Nothing"/>, as it is stored.</summary>
    public const string Nothing = "nothing";

    /// <summary><see cref="DomainEnrolment.Ask"/>, as it is stored.</summary>
    public const string Ask = "ask";

    /// <summary><see cref="DomainEnrolment.Automatic"/>, as it is stored.</summary>
    public const string Automatic = "automatic";

    /// <summary>Whether the domain counts as the organization's at this moment, also when nobody has come yet to write down that it lapsed.</summary>
    public static bool IsVerified(OrganizationDomain row, DateTimeOffset now) => row.VerifiedAt is not null && (row.MissingSince is not { } since || now < since + Grace);

    /// <summary>How far the proof is.</summary>
    public static DomainState Of(OrganizationDomain row, DateTimeOffset now) =>
        !IsVerified(row, now) ? DomainState.Unverified : row.MissingSince is null ? DomainState.Verified : DomainState.Lapsing;

    /// <summary>Who may join.</summary>
    public static DomainEnrolment EnrolmentOf(OrganizationDomain row) => row.Enrolment switch
    {
        Ask => DomainEnrolment.Ask,
        Automatic => DomainEnrolment.Automatic,
        _ => DomainEnrolment.Nothing,
    };

    /// <summary>Who may join, as it is stored.</summary>
    public static string NameOf(DomainEnrolment enrolment) => enrolment switch
    {
        DomainEnrolment.Ask => Ask,
        DomainEnrolment.Automatic => Automatic,
        _ => Nothing,
    };

    /// <summary>What a look found, as it is stored.</summary>
    public static string NameOf(DomainProof proof) => proof switch
    {
        DomainProof.Found => "found",
        DomainProof.Missing => "missing",
        DomainProof.Different => "different",
        _ => "no_answer",
    };

    /// <summary>What the last look found; <see langword="null"/> before the first.</summary>
    public static DomainProof? ProofOf(OrganizationDomain row) => row.Found switch
    {
        "found" => DomainProof.Found,
        "missing" => DomainProof.Missing,
        "different" => DomainProof.Different,
        "no_answer" => DomainProof.NoAnswer,
        _ => null,
    };
}
