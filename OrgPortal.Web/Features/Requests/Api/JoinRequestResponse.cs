using System.ComponentModel;

namespace OrgPortal.Web.Features.Requests.Api;

/// <summary>A request to join.</summary>
internal sealed record JoinRequestResponse(
    [property: Description("Identifies it.")] Guid Id,
    [property: Description("Who asks.")] string AskerId,
    [property: Description("What that person was called then.")] string? Name,
    [property: Description("The address then.")] string EmailAddress,
    [property: Description("What they wrote.")] string? Note,
    [property: Description("What has become of it.")] RequestState State,
    [property: Description("When it was asked.")] DateTimeOffset AskedAt,
    [property: Description("When it ends if nobody answers.")] DateTimeOffset ExpiresAt,
    [property: Description("When it ended.")] DateTimeOffset? EndedAt,
    [property: Description("Who answered, by name.")] string? AnsweredBy,
    [property: Description("Why it was declined.")] string? Reason)
{
    /// <summary>Maps it.</summary>
    public static JoinRequestResponse From(RequestRow row) =>
        new(row.Id, row.Asker.Value, row.Name, row.Address, row.Note, row.State, row.AskedAt, row.ExpiresAt, row.EndedAt, row.AnsweredBy, row.Reason);
}
