using System.Security.Cryptography;

namespace OrgPortal.Web.Features.Domains.Proofs;

/// <summary>The record by which an organization proves a domain: a name below it, and a value that was given to this organization only.</summary>
internal static class DomainChallenge
{
    private const string Prefix = "_orgportal-challenge.";
    private const string ValuePrefix = "orgportal-verify=";
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int Length = 26;

    /// <summary>The record's name.</summary>
    public static string NameFor(DomainName domain) => Prefix + domain.Value;

    /// <summary>A value that nobody guesses: 130 bits of chance. Without letters that look alike, and without case, which some forms change.</summary>
    public static string CreateValue() => ValuePrefix + RandomNumberGenerator.GetString(Alphabet, Length);
}
