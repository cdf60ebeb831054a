namespace OrgPortal.Tests.LogtoEmulator.Management;

/// <summary>The Management API that the tests of a class share; each begins with the seed.</summary>
public sealed class ManagementFixture : IAsyncLifetime
{
    private ManagementHost? _host;

    internal ManagementHost Host => _host!;

    public async Task InitializeAsync() => _host = await ManagementHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
