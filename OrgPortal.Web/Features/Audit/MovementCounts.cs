namespace OrgPortal.Web.Features.Audit;

/// <summary>How many people came and went.</summary>
/// <param name="At">Now, from where days are counted back.</param>
/// <param name="KnownSince">The oldest record that there is of the organization: nothing is known of the time before. <see langword="null"/> without any record.</param>
/// <param name="Days">The days on which somebody came or went, in no order.</param>
public sealed record MovementCounts(DateTimeOffset At, DateTimeOffset? KnownSince, IReadOnlyList<DayOfMovements> Days);
