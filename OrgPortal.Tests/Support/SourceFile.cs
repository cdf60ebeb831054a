namespace OrgPortal.Tests.Support;

/// <summary>A file of the repository.</summary>
/// <param name="Path">Its full path.</param>
internal sealed record SourceFile(string Path)
{
    /// <summary>The path below the repository's top.</summary>
    public string Name => System.IO.Path.GetRelativePath(SourceTree.Root, Path);

    /// <summary>What stands in it.</summary>
    public string Text => File.ReadAllText(Path);

    /// <summary>What stands in the code-behind file of a page, if it has one.</summary>
    public string? CodeBehind => Path.EndsWith(".razor", StringComparison.Ordinal) && File.Exists(Path + ".cs") ? File.ReadAllText(Path + ".cs") : null;
}
