using System.Diagnostics;
using Npgsql;

namespace OrgPortal.Tests.Support;

/// <summary>
/// A PostgreSQL of the test run's own: started when first asked for, on a free port, in a temporary folder that goes with it.
/// Durability is switched off; nothing in it outlives the run.
/// </summary>
public sealed class PostgresServer
{
    // Ends with the test run however that ends: when nobody holds its input any more, it stops the server and takes the folder along.
    private const string UntilInputEnds = "folder=$1; shift; \"$@\" & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf \"$folder\"";

    private static readonly string? Programs =
        Environment.GetEnvironmentVariable("ORGPORTAL_POSTGRESQL") is { Length: > 0 } chosen ? chosen : UsualPlaces().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    private static readonly Lazy<PostgresServer> Started = new(() => new PostgresServer());

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("orgportal-postgres-");
    private readonly Process _server;
    private readonly int _port = FreePort.Next();
    private int _databases;

    private PostgresServer()
    {
        // It refuses to run as root.
        var isRoot = Environment.UserName == "root";
        if (isRoot)
        {
            Run("chown", "postgres", _folder.FullName);
        }

        var files = Path.Combine(_folder.FullName, "cluster");
        using (var made = Start(isRoot, "initdb", "-D", files, "-U", "orgportal", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"))
        {
            made.WaitForExit();
        }

        _server = Start(
            isRoot, "postgres", "-D", files, "-h", "127.0.0.1", "-p", $"{_port}", "-k", _folder.FullName,
            "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=300", "-c", "shared_buffers=32MB");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        WaitUntilItAnswers();
    }

    /// <summary>Why there is none; nothing when there is one, or when there has to be.</summary>
    public static string? Missing { get; } =
        Programs is null && Environment.GetEnvironmentVariable("CI") is not ("true" or "1") ? "No PostgreSQL was found. Install one, or name its folder of programs in ORGPORTAL_POSTGRESQL." : null;

    /// <summary>The one of this test run.</summary>
    public static PostgresServer Current => Started.Value;

    /// <summary>A new database, empty or a copy of another.</summary>
    /// <returns>Its connection string.</returns>
    public string CreateDatabase(string template = "template0")
    {
        var name = NewName();
        using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name} TEMPLATE {template}";
        command.ExecuteNonQuery();
        return ConnectionTo(name);
    }

    /// <summary>The connection string of a database that is not there yet.</summary>
    public string NameDatabase() => ConnectionTo(NewName());

    private string NewName() => $"store{Interlocked.Increment(ref _databases)}";

    private string ConnectionTo(string database) => $"Host=127.0.0.1;Port={_port};Database={database};Username=orgportal;Timeout=60;Command Timeout=120;Maximum Pool Size=20";

    private static IEnumerable<string> UsualPlaces() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderByDescending(folder => folder, StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin"))
            : ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];

    private Process Start(bool isRoot, string program, params string[] arguments)
    {
        var path = Path.Combine(Programs ?? throw new InvalidOperationException("No PostgreSQL was found."), program);
        string[] command = program == "postgres" ? ["sh", "-c", UntilInputEnds, "sh", _folder.FullName, path, .. arguments] : [path, .. arguments];
        command = isRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. command] : command;
        var start = new ProcessStartInfo(command[0]) { WorkingDirectory = _folder.FullName, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
    }

    private void WaitUntilItAnswers()
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var connection = new NpgsqlConnection(ConnectionTo("postgres") + ";Pooling=false");
                connection.Open();
                return;
            }
            catch (NpgsqlException) when (waited.Elapsed < TimeSpan.FromMinutes(2) && !_server.HasExited)
            {
                Thread.Sleep(50);
            }
        }
    }

    private void Stop()
    {
        _server.StandardInput.Close();
        _server.WaitForExit();
        _server.Dispose();
    }
}
