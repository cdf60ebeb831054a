namespace OrgPortal.LogtoEmulator;

/// <summary>Leaves signals and the console to the process that the emulator is a guest in.</summary>
internal sealed class GuestLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
