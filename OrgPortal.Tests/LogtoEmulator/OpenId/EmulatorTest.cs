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

    /// <summary>Registers a client; one of a kind that keeps no secret gets none.</summary>
    private protected string AddApplication(string id, string type, string? secret = null, bool isThirdParty = false)
    {
        State.Write(tables => tables.Applications.Put(new Application
        {
            Id = id,
            Name = id,
            Type = Enum.Parse<ApplicationType>(type),
            IsThirdParty = isThirdParty,
            OidcClientMetadata = new OidcClientMetadata { RedirectUris = [OidcBrowser.Callback] },
            Secrets = secret is null ? [] : [new ApplicationSecret(id, "Default secret", secret, tables.Now, null)],
        }));
        return id;
    }

    private protected void Suspend(string username, bool isSuspended) =>
        State.Write(tables => tables.SetSuspended(UserId(tables, username), isSuspended));

    private protected void GiveRoles(string username, params string[] roles) => State.Write(tables => tables.Members.SetRoles(
        tables.Organizations.Single(one => one.Name == "Acme").Id,
        UserId(tables, username),
        [.. tables.OrganizationRoles.Where(role => roles.Contains(role.Name)).Select(role => role.Id)]));

    private static string UserId(LogtoTables tables, string username) => tables.Users.FindByUsername(username)!.Id;

    private protected User UserNamed(string username) => State.Read(tables => tables.Users.FindByUsername(username)!);

    private protected string Acme => State.Read(tables => tables.Organizations.Single(one => one.Name == "Acme").Id);
}
