using System.Runtime.CompilerServices;

namespace OrgPortal.Tests.Support;

/// <summary>The repository's own files, for tests of what stands in them.</summary>
internal static class SourceTree
{
    /// <summary>The folder with the solution in it.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The files of a folder and its sub-folders that were written by hand.</summary>
    public static IEnumerable<SourceFile> Files(string folder, params string[] patterns)
    {
        var top = Path.Combine(Root, folder);
        return patterns.SelectMany(pattern => Directory.EnumerateFiles(top, pattern, SearchOption.AllDirectories))
            .Where(path => !Path.GetRelativePath(top, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "lib"))
            .Select(path => new SourceFile(path));
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OrgPortal.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No solution above {here}.");
    }
}
