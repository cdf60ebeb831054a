using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Hosting;

/// <summary>Finds out before the start what would keep the portal from starting, so that it can be said in a sentence, and all of it at once.</summary>
internal static class StartChecks
{
    private const string AddressExample = "--urls http://localhost:5180";

    /// <exception cref="AggregateException">What is in the way: a <see cref="StartException"/> for each obstacle.</exception>
    public static void Run(WebApplication app)
    {
        StartException[] obstacles = [.. UnreadableAddresses(app.Configuration), .. TakenPorts(app), .. ClosedFolders(app)];
        if (obstacles.Length > 0)
        {
            throw new AggregateException(obstacles);
        }
    }

    private static IEnumerable<StartException> UnreadableAddresses(IConfiguration configuration) =>
        from text in ListenAddresses.Unreadable(configuration)
        select new StartException($"Urls contains '{text}', which is no address to listen on. Set it to one such as http://localhost:5180 or http://+:8080.");

    private static IEnumerable<StartException> TakenPorts(WebApplication app) =>
        from port in app.Services.GetServices<RequiredPort>()
            .Concat(ListenAddresses.Read(app.Configuration).Select(url => new RequiredPort(url, "The portal", "Urls", AddressExample)))
        let obstacle = ListenAddresses.ObstacleAt(port.Url)
        where obstacle is not null
        select new StartException(
            $"{port.Whose} cannot listen on {port.Url.GetLeftPart(UriPartial.Authority)}: {obstacle}, or set {port.Key} to another address (such as {port.Example}).");

    private static IEnumerable<StartException> ClosedFolders(WebApplication app)
    {
        var folder = app.Services.GetRequiredService<PortalDataFolder>();
        if (RefusalOf(folder.FullName) is { } refusal)
        {
            yield return new StartException(
                $"The portal cannot write to its folder {folder.FullName}: {refusal} Let the user '{Environment.UserName}' write to it, or set Portal:DataFolder to another folder.");
        }
        else if (StoreFile(app) is { } file && file.DirectoryName != folder.FullName && RefusalOf(file.DirectoryName!) is { } closed)
        {
            yield return new StartException(
                $"The portal cannot write to the folder of its store, {file.DirectoryName}: {closed} Let the user '{Environment.UserName}' write to it, or set ConnectionStrings:Store to another file.");
        }
    }

    /// <summary>Makes the folder if there is none, and tries to write: rights alone do not tell of a disk that is mounted for reading.</summary>
    private static string? RefusalOf(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, Path.GetRandomFileName());
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                return null;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message.TrimEnd('.') + ".";
        }
    }

    private static FileInfo? StoreFile(WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<StoreOptions>>().Value.Kind != StoreProvider.Sqlite)
        {
            return null;
        }

        var file = new SqliteConnectionStringBuilder(app.Configuration[StoreOptions.ConnectionStringKey]).DataSource;
        return file.Length == 0 || file == ":memory:" || file.StartsWith("file:", StringComparison.Ordinal) ? null : new FileInfo(file);
    }
}
