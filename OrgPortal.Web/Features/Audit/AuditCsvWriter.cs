using System.Globalization;

namespace OrgPortal.Web.Features.Audit;

/// <summary>
/// RFC 4180 with a byte order mark, by which spreadsheets know UTF-8. A cell that a spreadsheet would take for a formula begins with an
/// apostrophe instead: names in the trail were chosen by people the reader does not know.
/// </summary>
internal sealed class AuditCsvWriter(Stream stream) : IAuditRowWriter
{
    private const string Head =
        "sequence,time,actor_id,actor_name,action,target_kind,target_id,target_name,outcome,reason,before,after,ip_address,correlation_id,hash,operator_visit";

    private bool _hasHead;

    public async Task WriteAsync(IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(CsvText.Write(_hasHead ? null : Head, rows.Select(CellsOf)), cancellationToken);
        _hasHead = true;
    }

    private static string?[] CellsOf(AuditRow row) =>
    [
        row.Sequence.ToString(CultureInfo.InvariantCulture),
        row.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        row.ActorId, row.ActorName, row.Action, row.TargetKind, row.TargetId, row.TargetName, row.Outcome, row.Reason, row.Before, row.After, row.IpAddress, row.CorrelationId, row.Hash, row.VisitId?.ToString(),
    ];
}
