using System.Diagnostics;

namespace OrgPortal.Tests.Nodes;

/// <summary>A portal in another process, seen from here.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private NodeProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts the process and waits until its portal runs.</summary>
    /// <param name="settings">Its configuration.</param>
    public static async Task<NodeProcess> StartAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(NodeProcess).Assembly.Location, PortalNode.Argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var node = new NodeProcess(Process.Start(start)!);
        Assert.Equal(PortalNode.Ready, await node.ReadAsync());
        return node;
    }

    /// <summary>Has an act done.</summary>
    /// <returns><see cref="PortalNode.Done"/>, or the failure's code.</returns>
    public async Task<string> AskAsync(NodeCommand command)
    {
        await _process.StandardInput.WriteLineAsync(command.ToLine());
        await _process.StandardInput.FlushAsync();
        return await ReadAsync();
    }

    /// <summary>Ends it as a crash does: nothing is said good-bye to.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task<string> ReadAsync() =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException($"The node ended: {await _errors}");
}
