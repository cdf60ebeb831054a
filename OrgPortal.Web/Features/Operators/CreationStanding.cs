namespace OrgPortal.Web.Features.Operators;

/// <summary>Whether people can create organizations.</summary>
/// <param name="IsOffered">Whether the settings let anybody at all: what they forbid, no switch allows.</param>
/// <param name="IsSuspended">Whether operators have suspended it.</param>
/// <param name="Sentence">What people are told then; <see langword="null"/> for the portal's own words.</param>
/// <param name="SuspendedAt">Since when.</param>
/// <param name="SuspendedByName">Who suspended it.</param>
public sealed record CreationStanding(bool IsOffered, bool IsSuspended, string? Sentence, DateTimeOffset? SuspendedAt, string? SuspendedByName);
