using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgPortal.Web.Features.Audit;

/// <summary>One JSON object a line; states before and after are objects in it.</summary>
internal sealed class AuditJsonLinesWriter(Stream stream) : IAuditRowWriter
{
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerOptions.Web);

    public async Task WriteAsync(IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            await JsonSerializer.SerializeAsync(stream, new
            {
                row.Sequence,
                Time = row.At.UtcDateTime,
                row.ActorId,
                row.ActorName,
                row.Action,
                row.TargetKind,
                row.TargetId,
                row.TargetName,
                row.Outcome,
                row.Reason,
                Before = Node(row.Before),
                After = Node(row.After),
                row.IpAddress,
                row.CorrelationId,
                row.Hash,
                OperatorVisit = row.VisitId,
            }, OneLine, cancellationToken);
            await stream.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }

    private static JsonNode? Node(string? json)
    {
        try
        {
            return json is null ? null : JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            // Somebody changed the store by hand: what stands there is shown as it is.
            return JsonValue.Create(json);
        }
    }
}
