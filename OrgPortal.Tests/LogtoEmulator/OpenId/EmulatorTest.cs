using OrgPortal.LogtoEmulator;
using OrgPortal.LogtoEmulator.Control;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

/// <summary>A test with an emulator of its own, on a free port.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    private readonly List<IDisposable> _opened = [];
    private EmulatorHost? _host;

    private protected EmulatorHost Host => _host!;

    private protected EmulatorControl Control => Host.Control;

    private protected LogtoState State => Control.State;

    public async Task InitializeAsync() => _host = await EmulatorApplication.StartAsync(Options);

    public async Task DisposeAsync()
    {
        _opened.ForEach(one => one.Dispose());
        await Host.DisposeAsync();
    }

    private protected virtual EmulatorOptions Options => new() { Url = new Uri("http://localhost:0"), EnvironmentName = "Testing" };

    private protected OidcBrowser Browser(string clientId = EmulatorOptions.WebClientId, string? secret = EmulatorOptions.WebClientSecret) =>
        Opened(new OidcBrowser(Host.Address, clientId, secret));

    private protected OidcBrowser Machine() => Browser(EmulatorOptions.ManagementClientId, EmulatorOptions.ManagementClientSecret);

    private protected T Opened<T>(T one)
        where T : IDisposable
    {
        _opened.Add(one);
        return one;
    }

    private protected User UserNamed(string username) => State.Read(tables => tables.Users.FindByUsername(username)!);

    private protected string Acme => State.Read(tables => tables.Organizations.Single(one => one.Name == "Acme").Id);
}
