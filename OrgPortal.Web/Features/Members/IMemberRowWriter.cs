namespace OrgPortal.Web.Features.Members;

/// <summary>Writes members into a file, some at a time.</summary>
internal interface IMemberRowWriter
{
    /// <summary>Writes some more.</summary>
    Task WriteAsync(IReadOnlyList<ExportedMember> rows, CancellationToken cancellationToken);
}
