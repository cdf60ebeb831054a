namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>A file to download.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Bytes">UTF-8 with a byte order mark, by which spreadsheets know it.</param>
public sealed record CsvFile(string Name, byte[] Bytes)
{
    /// <summary>Its media type.</summary>
    public const string ContentType = "text/csv; charset=utf-8";
}
