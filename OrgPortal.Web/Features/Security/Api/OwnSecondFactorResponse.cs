using System.ComponentModel;

namespace OrgPortal.Web.Features.Security.Api;

/// <summary>What concerns the caller's own second factor.</summary>
internal sealed record OwnSecondFactorResponse(
    [property: Description("Whether the organization requires one.")] bool IsRequired,
    [property: Description("From when on it will; null when no day is set.")] DateTimeOffset? RequiredFrom,
    [property: Description("Whether the caller has one. Null where nothing asks for one.")] bool? HasOne)
{
    /// <summary>Maps it.</summary>
    public static OwnSecondFactorResponse From(OwnSecondFactor own) => new(own.IsRequired, own.From, own.HasOne);
}
