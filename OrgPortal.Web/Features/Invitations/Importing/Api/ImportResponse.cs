using System.ComponentModel;

namespace OrgPortal.Web.Features.Invitations.Importing.Api;

/// <summary>An import, and how far it is.</summary>
internal sealed record ImportResponse(
    [property: Description("The import.")] Guid Id,
    [property: Description("What it is called; null for invitations that were sent again.")] string? Name,
    [property: Description("What whoever asked for it is called.")] string StartedBy,
    [property: Description("When.")] DateTimeOffset StartedAt,
    [property: Description("Where it stands.")] ImportState State,
    [property: Description("Why it stopped, or what it waits for: a failure's code.")] string? Code,
    [property: Description("A name that belongs to the code, such as a role's.")] string? Subject,
    [property: Description("While it waits: until when.")] DateTimeOffset? WaitsUntil,
    [property: Description("When it ended.")] DateTimeOffset? EndedAt,
    [property: Description("How many rows.")] int Total,
    [property: Description("How many of them have no outcome yet.")] int ToGo,
    [property: Description("How many rows there are by state: pending, sending, sent, not_mailed, already_member, already_invited, failed; states without any are missing.")] IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>Maps it.</summary>
    public static ImportResponse From(ImportSummary summary) => new(
        summary.Id,
        summary.FileName,
        summary.StartedBy,
        summary.StartedAt,
        summary.State,
        summary.Reason,
        summary.Subject,
        summary.WaitUntil,
        summary.EndedAt,
        summary.Total,
        summary.ToGo,
        summary.Counts.ToDictionary(pair => ImportWords.Of(pair.Key), pair => pair.Value));
}
