namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>A file that was read.</summary>
/// <param name="Name">What it is called on the person's machine.</param>
/// <param name="Lines">Its lines, without the head and without empty ones.</param>
public sealed record ImportFile(string Name, IReadOnlyList<ImportLine> Lines)
{
    /// <summary>The largest file. Bytes.</summary>
    public const int LargestFile = 2 * 1024 * 1024;

    /// <summary>The most lines of a file.</summary>
    public const int MostLines = 10_000;

    /// <summary>The longest name of a file that is kept.</summary>
    public const int LongestName = 200;
}
