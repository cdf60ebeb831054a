using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.Management;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.LogtoEmulator.Management;

/// <summary>
/// The emulator's Management API by itself, in process: the default seed, a clock that tests move, tokens that are
/// words (<see cref="AllPowerful"/>, <see cref="Powerless"/>), and a receiver for webhooks.
/// </summary>
internal sealed class ManagementHost : IAsyncDisposable
{
    public const string AllPowerful = "all-powerful";
    public const string Powerless = "powerless";
    public const string Nobody = "nobody";

    private readonly WebApplication _application;

    private ManagementHost(WebApplication application, LogtoState state, FakeTimeProvider clock, HookReceiver receiver)
    {
        _application = application;
        State = state;
        Clock = clock;
        Receiver = receiver;
        Client = application.GetTestClient();
    }

    public LogtoState State { get; }

    public FakeTimeProvider Clock { get; }

    public HookReceiver Receiver { get; }

    public HttpClient Client { get; }

    public long Now => State.Now;

    public HookDispatcher Hooks => _application.Services.GetRequiredService<HookDispatcher>();

    public static async Task<ManagementHost> StartAsync()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var state = new LogtoState(clock, DefaultSeed.Create());
        var receiver = new HookReceiver();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(state);
        builder.Services.AddSingleton<IManagementTokenVerifier, WordVerifier>();
        builder.Services.AddManagementApi();
        builder.Services.AddHttpClient(HookDispatcher.ClientName).ConfigurePrimaryHttpMessageHandler(() => receiver);
        var application = builder.Build();
        application.MapManagementApi();
        await application.StartAsync();
        return new ManagementHost(application, state, clock, receiver);
    }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Reply> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    public Task<Reply> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<Reply> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<Reply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Reply> SendAsync(HttpMethod method, string path, object? body = null)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AllPowerful);
        if (body is not null)
        {
            request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        return SendAsync(request);
    }

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using (request)
        using (var response = await Client.SendAsync(request))
        {
            return await Reply.ReadAsync(response);
        }
    }

    /// <summary>The id of a seeded user.</summary>
    public string User(string username) => State.Read(tables => tables.Users.FindByUsername(username)!.Id);

    /// <summary>The id of the seeded organization.</summary>
    public string Acme => State.Read(tables => tables.Organizations.Single(one => one.Name == "Acme").Id);

    /// <summary>The id of a seeded organization role.</summary>
    public string Role(string name) => State.Read(tables => tables.OrganizationRoles.Single(one => one.Name == name).Id);

    public async Task<string> CreateOrganizationAsync(string name) =>
        (await PostAsync("/api/organizations", new { name })).Text("id");

    public async ValueTask DisposeAsync()
    {
        await Hooks.IdleAsync();
        Client.Dispose();
        await _application.DisposeAsync();
        Receiver.Dispose();
    }

    private sealed class WordVerifier : IManagementTokenVerifier
    {
        public ManagementTokenVerdict Verify(string accessToken) => accessToken switch
        {
            AllPowerful => ManagementTokenVerdict.Accepted("client", "all"),
            Powerless => ManagementTokenVerdict.Accepted("client", null),
            Nobody => ManagementTokenVerdict.Accepted(null, "all"),
            _ => ManagementTokenVerdict.Refused("ERR_JWS_INVALID"),
        };
    }
}
