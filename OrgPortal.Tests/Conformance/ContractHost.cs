using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Logto;
using OrgPortal.Tests.LogtoEmulator.Management;

namespace OrgPortal.Tests.Conformance;

/// <summary>
/// A Logto that the contract is held against: raw calls with a management token, the portal's own clients, and fixtures whose names
/// start with the run's prefix and which are deleted in the end, the latest first.
/// </summary>
internal sealed class ContractHost : IAsyncDisposable
{
    private const string ManagementResource = "https://default.logto.app/api";
    private readonly Stack<string> _doomed = new();
    private readonly Func<TimeSpan, Task> _wait;
    private readonly HttpClient _http;
    private readonly (string Id, string Secret) _application;
    private readonly ServiceProvider _portal;
    private string? _token;
    private int _made;

    public ContractHost(Uri endpoint, string clientId, string clientSecret, Func<TimeSpan, Task> wait)
    {
        Endpoint = new Uri(endpoint.GetLeftPart(UriPartial.Authority) + "/");
        Calls = new CallRecorder(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        _application = (clientId, clientSecret);
        _wait = wait;
        _http = new HttpClient(Calls, disposeHandler: false) { BaseAddress = Endpoint };
        _portal = LogtoClients.Create(new Uri(Endpoint.GetLeftPart(UriPartial.Authority)), clientId, clientSecret, Calls);
    }

    public Uri Endpoint { get; }

    /// <summary>The application whose token the calls carry.</summary>
    public string ClientId => _application.Id;

    /// <summary>Which calls were made and answered with a 2xx.</summary>
    public CallRecorder Calls { get; }

    /// <summary>What every name made by this run starts with.</summary>
    public string Run { get; } = "contract-" + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 8);

    /// <summary>A client of the portal's, over the same endpoint.</summary>
    public T Portal<T>()
        where T : notnull => _portal.GetRequiredService<T>();

    /// <summary>Lets time pass: the emulator's clock is moved, a real Logto is waited for.</summary>
    public Task PassAsync(TimeSpan span) => _wait(span);

    /// <summary>Now, by the clock of this Logto, in milliseconds since the epoch.</summary>
    public async Task<long> NowAsync()
    {
        var probe = await PostAsync("api/one-time-tokens", new { email = $"clock@{Run}.example" });
        await DeleteAsync($"api/one-time-tokens/{probe.Text("id")}");
        return probe.Json.GetProperty("createdAt").GetInt64();
    }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Reply> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    public Task<Reply> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<Reply> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<Reply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    /// <summary>Calls the Management API with an all-powerful token.</summary>
    public async Task<Reply> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await ManagementTokenAsync());
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            _ => JsonContent.Create(body),
        };
        return await SendAsync(request);
    }

    /// <summary>Sends a request as it is, without a token.</summary>
    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    /// <summary>Calls the token endpoint with HTTP Basic.</summary>
    public async Task<Reply> TokenAsync(ContractApplication? application, params (string Name, string? Value)[] fields)
    {
        var (id, secret) = application is null ? _application : (application.Id, application.Secret);
        using var request = new HttpRequestMessage(HttpMethod.Post, "oidc/token")
        {
            Content = new FormUrlEncodedContent(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!))),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")));
        return await SendAsync(request);
    }

    /// <summary>A name nobody else has.</summary>
    public string Name(string what) => $"{Run}-{what}-{++_made}";

    /// <summary>Has something deleted when the run is over; that it may be gone by then does not matter.</summary>
    public void DeleteLater(string path) => _doomed.Push(path);

    public async Task<string> CreateOrganizationAsync(string? name = null, object? more = null)
    {
        var created = await MadeAsync("api/organizations", more ?? new { name = name ?? Name("organization") }, 201);
        return created.Text("id");
    }

    public async Task<ContractUser> CreateUserAsync(string? email = null)
    {
        var name = Name("user");
        var username = name.Replace('-', '_');
        var user = new ContractUser("", username, email ?? $"{name}@{Run}.example", "Correct-horse-battery-7");
        var created = await MadeAsync(
            "api/users", new { username, primaryEmail = user.Email, password = user.Password, name }, 200);
        return user with { Id = created.Text("id") };
    }

    public async Task<string> CreateScopeAsync(string name) =>
        (await MadeAsync("api/organization-scopes", new { name }, 201)).Text("id");

    public async Task<string> CreateRoleAsync(string what, string type = "User", params string[] scopes) => (await MadeAsync(
        "api/organization-roles", new { name = Name(what), type, organizationScopeIds = scopes }, 201)).Text("id");

    public async Task<ContractApplication> CreateApplicationAsync(string type)
    {
        var created = await MadeAsync("api/applications", new
        {
            name = Name("application"),
            type,
            oidcClientMetadata = type == "MachineToMachine"
                ? null
                : new { redirectUris = new[] { ContractBrowser.Callback }, postLogoutRedirectUris = new[] { ContractBrowser.SignedOut } },
        }, 200);
        var id = created.Text("id");
        return new ContractApplication(id, (await GetAsync($"api/applications/{id}/secrets")).All("value")[0]);
    }

    public async Task<Reply> InviteAsync(string organization, string invitee, string? inviter = null, params string[] roles) => await PostAsync(
        "api/organization-invitations",
        new { organizationId = organization, invitee, inviterId = inviter, organizationRoleIds = roles, expiresAt = await NowAsync() + 3_600_000 });

    public async Task AddMemberAsync(string organization, ContractUser user, params string[] roles)
    {
        await PostAsync($"api/organizations/{organization}/users", new { userIds = new[] { user.Id } });
        if (roles.Length > 0)
        {
            await PostAsync($"api/organizations/{organization}/users/{user.Id}/roles", new { organizationRoleIds = roles });
        }
    }

    /// <summary>Makes something that the run deletes in the end.</summary>
    public async Task<Reply> MadeAsync(string path, object body, int status)
    {
        var created = await PostAsync(path, Without(body));
        Assert.True(created.Status == status, $"POST {path} answered {created.Status}: {created.Body}");
        DeleteLater($"{path}/{created.Text("id")}");
        return created;
    }

    public async ValueTask DisposeAsync()
    {
        while (_doomed.TryPop(out var path))
        {
            await DeleteAsync(path);
        }

        _http.Dispose();
        await _portal.DisposeAsync();
        Calls.Dispose();
    }

    /// <summary>The body without the properties that are null: Logto takes null for a value.</summary>
    private static Dictionary<string, JsonElement> Without(object body) => JsonSerializer.SerializeToElement(body, JsonSerializerOptions.Web)
        .EnumerateObject()
        .Where(property => property.Value.ValueKind != JsonValueKind.Null)
        .ToDictionary(property => property.Name, property => property.Value);

    /// <summary>A token for an hour of the run; the emulator's clock is moved by less than that.</summary>
    private async Task<string> ManagementTokenAsync()
    {
        if (_token is null)
        {
            var reply = await TokenAsync(null, ("grant_type", "client_credentials"), ("resource", ManagementResource), ("scope", "all"));
            Assert.True(reply.Status == 200, $"No access to the Management API at {Endpoint}: {reply.Status} {reply.Body}");
            _token = reply.Text("access_token");
        }

        return _token;
    }
}
