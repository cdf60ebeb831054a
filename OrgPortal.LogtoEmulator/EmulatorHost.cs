using OrgPortal.LogtoEmulator.Control;

namespace OrgPortal.LogtoEmulator;

/// <summary>A running emulator. Disposing it stops the server and forgets everything it held.</summary>
public sealed class EmulatorHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    internal EmulatorHost(WebApplication application)
    {
        _application = application;
        Address = new Uri(application.Services.GetRequiredService<EmulatorAddress>().Base + "/");
        Control = application.Services.GetRequiredService<EmulatorControl>();
    }

    /// <summary>Where it listens, such as <c>http://localhost:3001/</c>; with port 0 the port it was given.</summary>
    public Uri Address { get; }

    /// <summary>Reset, seed, clock, faults, journal and mailbox, without HTTP.</summary>
    public EmulatorControl Control { get; }

    /// <summary>The emulator's own services.</summary>
    public IServiceProvider Services => _application.Services;

    /// <summary>Completes when the emulator has been stopped.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) =>
        _application.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
