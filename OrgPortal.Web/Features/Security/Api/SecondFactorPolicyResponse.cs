using System.ComponentModel;

namespace OrgPortal.Web.Features.Security.Api;

/// <summary>How an organization stands with second factors.</summary>
internal sealed record SecondFactorPolicyResponse(
    [property: Description("Whether it requires one.")] bool IsRequired,
    [property: Description("From when on it will; null when no day is set.")] DateTimeOffset? RequiredFrom,
    [property: Description("Who set the day.")] string? SetByName,
    [property: Description("The tenant's factors that are enough, as Logto calls them. Where it is empty nobody can set one up, and none can be required.")] IReadOnlyList<string> Offered,
    [property: Description("Whether people without one can be led to set one up.")] bool CanBeLed,
    [property: Description("Whether the caller has one. Null when it could not be read.")] bool? HasOwn,
    [property: Description("The last count, or the one under way. Null for none.")] SecondFactorCountResponse? Count)
{
    /// <summary>Maps it.</summary>
    public static SecondFactorPolicyResponse From(SecondFactorState state) => new(
        state.IsRequired, state.Planned?.From, state.Planned?.SetByName, state.Offered, state.CanBeLed, state.HasOwn, state.Tally is { } tally ? SecondFactorCountResponse.From(tally) : null);
}
