using System.Globalization;

namespace OrgPortal.Web.Features.Members;

/// <summary>Members as a table for spreadsheets. Several roles stand in one cell, a semicolon between them.</summary>
internal sealed class MemberCsvWriter(Stream stream) : IMemberRowWriter
{
    private const string Head = "user_id,name,username,email,roles,suspended,joined_at,last_sign_in_at,membership_ends_at";

    private bool _hasHead;

    public async Task WriteAsync(IReadOnlyList<ExportedMember> rows, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(CsvText.Write(_hasHead ? null : Head, rows.Select(CellsOf)), cancellationToken);
        _hasHead = true;
    }

    private static string?[] CellsOf(ExportedMember row) =>
    [
        row.Member.Id.Value, row.Member.Name, row.Member.Username, row.Member.PrimaryEmail, string.Join("; ", row.Member.OrganizationRoles.Select(role => role.Name)),
        row.Member.IsSuspended ? "yes" : "no", Moment(row.Joining?.At), Moment(row.Member.LastSignInAt), Moment(row.Term?.EndsAt),
    ];

    private static string? Moment(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
