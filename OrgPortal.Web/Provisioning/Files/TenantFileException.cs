namespace OrgPortal.Web.Provisioning.Files;

/// <summary>The file cannot be used.</summary>
/// <param name="mistakes">A sentence for each mistake, with its place and its remedy.</param>
internal sealed class TenantFileException(IReadOnlyList<string> mistakes) : Exception(string.Join(Environment.NewLine, mistakes))
{
    /// <summary>A sentence for each mistake, with its place and its remedy.</summary>
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
