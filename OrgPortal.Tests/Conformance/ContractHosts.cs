using OrgPortal.LogtoEmulator;

namespace OrgPortal.Tests.Conformance;

/// <summary>The Logtos of a run, each started when it is first asked for. What the contract made there is removed in the end.</summary>
public sealed class ContractHosts : IAsyncLifetime
{
    private readonly Dictionary<string, ContractHost> _started = [];
    private EmulatorHost? _emulator;

    /// <inheritdoc />
    public Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        foreach (var host in _started.Values)
        {
            await host.DisposeAsync();
        }

        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }

    internal async Task<ContractHost> GetAsync(string logto)
    {
        if (!_started.TryGetValue(logto, out var host))
        {
            _started[logto] = host = logto == LogtoUnderTest.Real ? Real() : await StartEmulatorAsync();
        }

        return host;
    }

    private static ContractHost Real()
    {
        var (id, secret) = LogtoUnderTest.Application;
        return new ContractHost(LogtoUnderTest.Endpoint!, id, secret, Task.Delay);
    }

    private async Task<ContractHost> StartEmulatorAsync()
    {
        _emulator = await EmulatorApplication.StartAsync(new EmulatorOptions { Url = new Uri("http://127.0.0.1:0"), EnvironmentName = "Development" });
        return new ContractHost(_emulator.Address, EmulatorOptions.ManagementClientId, EmulatorOptions.ManagementClientSecret, span =>
        {
            _emulator.Control.Clock.Advance(span);
            return Task.CompletedTask;
        });
    }
}
