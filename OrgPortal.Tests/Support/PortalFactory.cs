using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.LogtoEmulator;
using OrgPortal.LogtoEmulator.Control;
using OrgPortal.Web;
using OrgPortal.Web.Authentication;

namespace OrgPortal.Tests.Support;

/// <summary>
/// The whole portal against an emulator of its own, both in this process: made by the same method that the program calls, with files of its own that are
/// deleted afterwards.
/// </summary>
public sealed class PortalFactory : IAsyncDisposable
{
    /// <summary>Answers who is signed in, as JSON; <c>null</c> for nobody. Needs a session, as every page does.</summary>
    public const string PersonPath = "/test/person";

    private readonly WebApplication _portal;
    private readonly EmulatorHost _logto;
    private readonly DirectoryInfo _files;
    private readonly bool _listens;
    private readonly bool _isFirst;
    private readonly TimeProvider _time;

    private PortalFactory(WebApplication portal, EmulatorHost logto, DirectoryInfo files, Uri address, CapturedLogs logs, PortalFactoryOptions options) =>
        (_portal, _logto, _files, Address, Logs, _listens, _isFirst, _time) = (portal, logto, files, address, logs, options.Listens, options.Beside is null, options.Time);

    /// <summary>The portal's public address.</summary>
    public Uri Address { get; }

    /// <summary>The emulator's address.</summary>
    public Uri LogtoAddress => _logto.Address;

    /// <summary>What the emulator is made of, for who forges what it signs.</summary>
    public IServiceProvider LogtoServices => _logto.Services;

    /// <summary>The emulator's state, mailbox, clock, faults and journal.</summary>
    public EmulatorControl Logto => _logto.Control;

    /// <summary>The portal's services.</summary>
    public IServiceProvider Services => _portal.Services;

    /// <summary>Everything the portal logged.</summary>
    public CapturedLogs Logs { get; }

    /// <summary>Starts a portal and its Logto.</summary>
    public static async Task<PortalFactory> StartAsync(PortalFactoryOptions? options = null)
    {
        options ??= new PortalFactoryOptions();
        var address = options.PublicUrl ?? new Uri($"http://localhost:{(options.Listens ? FreePort.Next() : 5080)}");
        var logto = options.Beside?._logto ?? await StartLogtoAsync(options, address);
        var files = options.Beside?._files ?? Directory.CreateTempSubdirectory("orgportal-");
        var logs = new CapturedLogs();
        var portal = PortalApplication.Create(["--environment", options.Environment], builder => Configure(builder, options, address, logto, files, logs), options.Services);
        portal.MapGet(PersonPath, async (ICurrentUser user) => TypedResults.Json(await user.GetAsync()));
        options.Endpoints?.Invoke(portal);
        await portal.StartAsync();
        return new PortalFactory(portal, logto, files, address, logs, options);
    }

    /// <summary>A browser without cookies.</summary>
    public TestBrowser Browse() => new(Address, _listens ? null : _portal.GetTestServer().CreateHandler());

    /// <summary>A program without cookies, which follows nothing.</summary>
    public HttpClient CreateClient() => new(_listens ? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false } : _portal.GetTestServer().CreateHandler()) { BaseAddress = Address };

    /// <summary>A browser in which somebody of the seed is signed in: <c>alice</c>, <c>bob</c>, …</summary>
    public async Task<TestBrowser> SignInAsync(string name)
    {
        var browser = Browse();
        await browser.SignInAsync(name, PersonPath);
        return browser;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (!_isFirst)
        {
            return;
        }

        await _logto.DisposeAsync();
        await Eventually.TrueAsync(TryDeleteFiles);
    }

    // What nobody waits for may still open the store, and make its files anew while they are deleted.
    private bool TryDeleteFiles()
    {
        try
        {
            _files.Delete(recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // Whoever stops waits for calls that are still under way, some of it by the portal's clock: one that stands still must go on.
    private async Task StopAsync()
    {
        var stopping = Task.Run(async () =>
        {
            await _portal.StopAsync();
            await _portal.DisposeAsync();
        });
        while (_time is FakeTimeProvider clock && await Task.WhenAny(stopping, Task.Delay(50)) != stopping)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        await stopping;
    }

    private static async Task<EmulatorHost> StartLogtoAsync(PortalFactoryOptions options, Uri address)
    {
        var emulator = new EmulatorOptions { Url = new Uri("http://127.0.0.1:0"), EnvironmentName = "Development" };
        emulator.PortalUrls.Add(address);
        options.Logto?.Invoke(emulator);
        return await EmulatorApplication.StartAsync(emulator);
    }

    private static void Configure(
        WebApplicationBuilder builder, PortalFactoryOptions options, Uri address, EmulatorHost logto, DirectoryInfo files, CapturedLogs logs)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Portal:PublicUrl"] = address.GetLeftPart(UriPartial.Authority),
            ["Portal:DataFolder"] = files.FullName,
            ["ConnectionStrings:Store"] = $"Data Source={Path.Combine(files.FullName, "orgportal.db")}",
            ["Urls"] = address.GetLeftPart(UriPartial.Authority),
            ["Logto:Endpoint"] = logto.Address.GetLeftPart(UriPartial.Authority),
            ["Logto:Web:ClientId"] = EmulatorOptions.WebClientId,
            ["Logto:Web:ClientSecret"] = EmulatorOptions.WebClientSecret,
            ["Logto:Management:ClientId"] = EmulatorOptions.ManagementClientId,
            ["Logto:Management:ClientSecret"] = EmulatorOptions.ManagementClientSecret,
            ["Api:Clients:0"] = EmulatorOptions.BrowserClientId,
            ["Api:Resource"] = EmulatorOptions.ApiResource,
            // What is not looked at need not outlive the portal.
            ["Scheduling:Mode"] = "Memory",
        });
        builder.Configuration.AddInMemoryCollection(options.Settings);
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(logs);
        builder.Services.AddSingleton(options.Time);
        if (!options.Listens)
        {
            builder.WebHost.UseTestServer();
        }
    }
}
