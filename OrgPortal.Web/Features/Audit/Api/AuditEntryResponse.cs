using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgPortal.Web.Features.Audit.Api;

/// <summary>An act: its outcome, or its intent where no outcome is on record.</summary>
internal sealed record AuditEntryResponse(
    [property: Description("Its place in the chain of all records.")] long Sequence,
    [property: Description("When.")] DateTimeOffset At,
    [property: Description("What, such as member.remove; more may come.")] string Action,
    [property: Description("Who; null for nobody who was signed in, and for the portal itself.")] string? ActorId,
    [property: Description("What the person was called then.")] string? ActorName,
    [property: Description("Kind of target.")] string TargetKind,
    [property: Description("Id of the target.")] string? TargetId,
    [property: Description("What it was called then.")] string? TargetName,
    [property: Description("What it was like, depending on the action.")] JsonNode? Before,
    [property: Description("What it was to be like, depending on the action.")] JsonNode? After,
    [property: Description("How it ended.")] string Outcome,
    [property: Description("Why it was not done: a failure's code.")] string? Code,
    [property: Description("Where from.")] string? IpAddress,
    [property: Description("The trace id, the same as in a problem's correlationId.")] string? CorrelationId,
    [property: Description("The record's hash in the chain.")] string Hash,
    [property: Description("For what an operator of the portal did who was no member: the visit, whose record operator.enter says why. Null for everything else.")] Guid? OperatorVisitId = null)
{
    /// <summary>Maps it.</summary>
    public static AuditEntryResponse From(AuditRow row) => new(
        row.Sequence,
        row.At,
        row.Action,
        row.ActorId,
        row.ActorName,
        row.TargetKind,
        row.TargetId,
        row.TargetName,
        Read(row.Before),
        Read(row.After),
        row.Outcome,
        row.Reason,
        row.IpAddress,
        row.CorrelationId,
        row.Hash,
        row.VisitId);

    // Written by the portal itself; what cannot be read any more is text.
    private static JsonNode? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return JsonValue.Create(json);
        }
    }
}
