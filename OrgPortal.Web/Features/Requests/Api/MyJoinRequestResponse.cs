using System.ComponentModel;

namespace OrgPortal.Web.Features.Requests.Api;

/// <summary>A request of the caller.</summary>
internal sealed record MyJoinRequestResponse(
    [property: Description("Identifies it.")] Guid Id,
    [property: Description("Which organization was asked.")] string OrganizationId,
    [property: Description("What it was called then.")] string OrganizationName,
    [property: Description("What has become of it.")] RequestState State,
    [property: Description("When it was asked.")] DateTimeOffset AskedAt,
    [property: Description("When it ends if nobody answers.")] DateTimeOffset ExpiresAt,
    [property: Description("Why it was declined, if somebody said so.")] string? Reason)
{
    /// <summary>Maps it.</summary>
    public static MyJoinRequestResponse From(MyRequest mine) => new(mine.Id, mine.Organization.Value, mine.OrganizationName, mine.State, mine.AskedAt, mine.ExpiresAt, mine.Reason);
}
