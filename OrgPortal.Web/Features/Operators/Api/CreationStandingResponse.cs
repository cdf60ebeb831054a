using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>Whether people can create organizations.</summary>
internal sealed record CreationStandingResponse(
    [property: Description("Whether the settings let anybody at all.")] bool IsOffered,
    [property: Description("Whether operators have suspended it.")] bool IsSuspended,
    [property: Description("What people are told then; null for the portal's own words.")] string? Sentence,
    [property: Description("Since when.")] DateTimeOffset? SuspendedAt,
    [property: Description("Who suspended it.")] string? SuspendedByName)
{
    /// <summary>Maps it.</summary>
    public static CreationStandingResponse From(CreationStanding standing) => new(standing.IsOffered, standing.IsSuspended, standing.Sentence, standing.SuspendedAt, standing.SuspendedByName);
}
