namespace OrgPortal.Web.Features.Security;

/// <summary>How an organization stands with second factors, from what is at hand.</summary>
/// <param name="IsRequired">Whether it requires one.</param>
/// <param name="From">From when on it will, if a day is set.</param>
/// <param name="Tally">The last count; <see langword="null"/> for none.</param>
public sealed record SecondFactorSummary(bool IsRequired, DateTimeOffset? From, SecondFactorTally? Tally);
