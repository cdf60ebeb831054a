using System.Diagnostics;
using StackExchange.Redis;

namespace OrgPortal.Tests.Support;

/// <summary>A Valkey (or Redis) of one test's own, on a free port, that forgets everything. Can be killed, started again on the same port, and made to hang.</summary>
public sealed class ValkeyServer : IAsyncDisposable
{
    private static readonly string[] UsualPlaces = ["/usr/bin/valkey-server", "/usr/bin/redis-server", "/usr/local/bin/valkey-server", "/usr/local/bin/redis-server", "/opt/homebrew/bin/redis-server"];

    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("orgportal-valkey-");
    private readonly int _port;
    private Process? _process;

    private ValkeyServer(int port) => _port = port;

    /// <summary>The server's program, or nothing.</summary>
    public static string? Program { get; } = UsualPlaces.FirstOrDefault(File.Exists);

    /// <summary>How the portal reaches it.</summary>
    public string ConnectionString => $"127.0.0.1:{_port}";

    /// <summary>Starts one.</summary>
    public static async Task<ValkeyServer> StartAsync()
    {
        var server = new ValkeyServer(FreePort.Next());
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts it (again) and waits until it answers.</summary>
    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo(Program ?? throw new FileNotFoundException("No valkey-server or redis-server was found."))
        {
            WorkingDirectory = _files.FullName,
            RedirectStandardOutput = true,
        };
        foreach (var argument in (string[])["--port", $"{_port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", _files.FullName])
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        var options = ConfigurationOptions.Parse(ConnectionString);
        options.AbortOnConnectFail = false;
        await using var connection = await ConnectionMultiplexer.ConnectAsync(options);
        await Eventually.TrueAsync(() => connection.IsConnected);
    }

    /// <summary>Ends it as a crash does.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    /// <summary>Publishes a text where the nodes meet, as a node of another version or a stranger might.</summary>
    public async Task PublishAsync(string channel, RedisValue value)
    {
        var options = ConfigurationOptions.Parse(ConnectionString);
        // The library's own patience ends after five seconds.
        options.ConnectTimeout = options.AsyncTimeout = (int)Patience.Limit.TotalMilliseconds;
        await using var connection = await ConnectionMultiplexer.ConnectAsync(options);
        await connection.GetSubscriber().PublishAsync(RedisChannel.Literal(channel), value);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _files.Delete(recursive: true);
    }
}
