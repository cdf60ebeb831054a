using System.Diagnostics;

namespace OrgPortal.Benchmarks.Subjects;

/// <summary>
/// Programs compiled ahead, as the image's is. They are built apart from what runs, beside it, and kept there: the next run builds only what has changed since.
/// </summary>
internal static class Published
{
    // The Dockerfile's.
    private static readonly string[] Options =
        ["-c", "Release", "--use-current-runtime", "--self-contained", "false", "-p:PublishReadyToRun=true", "-p:EmbeddedLogto=false", "-p:UseAppHost=false", "-p:RunAnalyzers=false", "-nologo", "-clp:ErrorsOnly"];

    /// <summary>Publishes a project of this repository. Takes minutes the first time.</summary>
    /// <param name="project">Its name, such as <c>OrgPortal.Web</c>.</param>
    /// <param name="further">Further options of <c>dotnet publish</c>.</param>
    /// <returns>The program's file.</returns>
    /// <exception cref="InvalidOperationException">It could not be published, or the sources are not where the benchmarks were built.</exception>
    public static async Task<string> PublishAsync(string project, params string[] further)
    {
        var artifacts = Path.Combine(AppContext.BaseDirectory, "published");
        var folder = Path.Combine(artifacts, project);
        var start = new ProcessStartInfo("dotnet", ["publish", Path.Combine(Sources(), project), "-o", folder, "--artifacts-path", Path.Combine(artifacts, "artifacts"), .. Options, .. further]);
        using var publish = Process.Start(start)!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(folder, project + ".dll") : throw new InvalidOperationException($"{project} could not be published.");
    }

    private static string Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OrgPortal.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks run outside the repository.");
    }
}
