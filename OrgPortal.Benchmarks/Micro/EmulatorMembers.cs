using BenchmarkDotNet.Attributes;
using OrgPortal.LogtoEmulator;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Benchmarks.Micro;

/// <summary>
/// Pages of members out of a small and a very large organization, over HTTP as a portal asks for them. A page costs what a page costs: the rows of
/// the two sizes lie side by side, and their ratio is the figure. The search is the exception, since it looks at everybody.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class EmulatorMembers
{
    private EmulatorHost _logto = null!;
    private HttpClient _client = null!;
    private string _members = string.Empty;
    private string _role = string.Empty;

    /// <summary>How many belong to the organization.</summary>
    [Params(100, 100_000)]
    public int Members { get; set; }

    /// <summary>Starts the emulator and fills the organization.</summary>
    [GlobalSetup]
    public async Task FillAsync()
    {
        _logto = await EmulatorApplication.StartAsync(new EmulatorOptions { Url = new Uri("http://127.0.0.1:0"), EnvironmentName = "Development" });
        _client = new HttpClient { BaseAddress = new Uri(_logto.Address.GetLeftPart(UriPartial.Authority)) };
        _client.DefaultRequestHeaders.Authorization = new("Bearer", await TokenAsync());
        _logto.Control.State.Write(tables =>
        {
            var organization = tables.Organizations.Single().Id;
            _role = tables.OrganizationRoles.Single(role => role.Name == "member").Id;
            _members = $"/api/organizations/{organization}/users";
            var users = Enumerable.Range(0, Members)
                .Select(number => tables.Users.Put(new User { Id = LogtoIds.Short(), Name = $"Person {number}", PrimaryEmail = $"person-{number}@many.example" }).Id)
                .ToArray();
            tables.Members.Add(organization, users);
            foreach (var user in users)
            {
                tables.Members.SetRoles(organization, user, [_role]);
            }
        });
    }

    /// <summary>Stops the emulator.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _logto.DisposeAsync();
    }

    /// <summary>The first twenty.</summary>
    [Benchmark(Baseline = true)]
    public Task<byte[]> FirstPage() => _client.GetByteArrayAsync(_members + "?page=1&page_size=20");

    /// <summary>The last twenty.</summary>
    [Benchmark]
    public Task<byte[]> LastPage() => _client.GetByteArrayAsync($"{_members}?page={Members / 20}&page_size=20");

    /// <summary>The last twenty of those who have a role.</summary>
    [Benchmark]
    public Task<byte[]> LastPageOfARole() => _client.GetByteArrayAsync($"{_members}?organizationRoleId={_role}&page={Members / 20}&page_size=20");

    /// <summary>One person, searched among all.</summary>
    [Benchmark]
    public Task<byte[]> Search() => _client.GetByteArrayAsync($"{_members}?q=person-{Members - 1}&page=1&page_size=20");

    private async Task<string> TokenAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = EmulatorOptions.ManagementClientId,
            ["client_secret"] = EmulatorOptions.ManagementClientSecret,
            ["resource"] = "https://default.logto.app/api",
            ["scope"] = "all",
        });
        using var answer = await _client.PostAsync("/oidc/token", form);
        using var read = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return read.RootElement.GetProperty("access_token").GetString()!;
    }
}
