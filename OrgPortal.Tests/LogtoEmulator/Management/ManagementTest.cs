namespace OrgPortal.Tests.LogtoEmulator.Management;

/// <summary>A test of the Management API that finds the seed and nothing else.</summary>
public abstract class ManagementTest : IClassFixture<ManagementFixture>
{
    private protected ManagementTest(ManagementFixture fixture)
    {
        Api = fixture.Host;
        Api.State.Reset();
        Api.Receiver.Clear();
    }

    private protected ManagementHost Api { get; }
}
