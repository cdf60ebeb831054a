using System.Net;
using System.Text.Json;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Api;

/// <summary>
/// A portal with two organizations that have the same things: Acme, administered by Alice, where Carol belongs with a role that allows nothing and from which Erin was
/// removed while she held a token; and Globex, administered by Dave.
/// </summary>
public sealed class ApiHouse : IAsyncLifetime
{
    private readonly Dictionary<string, ApiPerson> _people = [];
    private readonly Dictionary<string, string> _tokens = [];
    private readonly Dictionary<string, Dictionary<string, string>> _things = [];

    /// <summary>The portal.</summary>
    public PortalFactory Portal { get; private set; } = null!;

    /// <summary>The id of the role <c>member</c>.</summary>
    public string MemberRole { get; private set; } = "";

    /// <summary>The id of the role <c>service</c>, for machines.</summary>
    public string MachineRole { get; private set; } = "";

    /// <summary>The id of the role <c>admin</c>.</summary>
    public string AdministratorRole { get; private set; } = "";

    /// <summary>Acme's id.</summary>
    public string Acme => _things["Acme"]["org"];

    /// <summary>Globex' id.</summary>
    public string Globex => _things["Globex"]["org"];

    public async Task InitializeAsync()
    {
        var options = new PortalFactoryOptions();
        options.Settings["Portal:Domains:TrustAddresses"] = "true";
        options.Settings["Portal:Domains:DevelopmentAnswers:example.com"] = "Found";
        options.Settings["Api:RequestsPerMinute"] = "100000";
        options.Settings["Portal:EnterpriseSignIn:SelfService"] = "all";
        Portal = await PortalFactory.StartAsync(options);
        (MemberRole, AdministratorRole, MachineRole) = (RoleId("member"), RoleId("admin"), RoleId("service"));
        foreach (var name in (string[])["alice", "bob", "carol", "dave", "erin"])
        {
            _people[name] = await ApiPerson.SignInAsync(Portal, name);
            _tokens[name] = await _people[name].GetTokenAsync(null);
        }

        _things["Acme"] = new() { ["org"] = Portal.Logto.State.Read(tables => tables.Organizations.Single(one => one.Name == "Acme").Id) };
        var globex = await SendAsync("dave", HttpMethod.Post, "/organizations", new { name = "Globex" });
        _things["Globex"] = new() { ["org"] = globex["id"] };
        Join(Acme, "carol");
        Join(Acme, "erin", MemberRole);
        Join(Globex, "erin", MemberRole);
        await TakeTokensAsync();
        await FurnishAsync("Acme", "alice", "bob");
        await FurnishAsync("Globex", "dave", "erin");
    }

    public async Task DisposeAsync()
    {
        foreach (var person in _people.Values)
        {
            person.Dispose();
        }

        await Portal.DisposeAsync();
    }

    /// <summary>Somebody's id.</summary>
    public string IdOf(string name) => Portal.Logto.State.Read(tables => tables.Users.FindByUsername(name)!.Id);

    /// <summary>What an organization has: <c>invitation</c>, <c>import</c>, <c>link</c>, …</summary>
    public string Of(string organization, string thing) => _things[organization][thing];

    /// <summary>Calls the API with a token that reaches the address: one for the organization in it, else one for the portal's resource.</summary>
    public async Task<ApiAnswer> SendAsync(string name, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        var organization = path.StartsWith("/organizations/", StringComparison.Ordinal) ? path.Split('/')[2] : null;
        return await _people[name].SendAsync(method, path, organization is null ? _tokens[name] : await TokenAsync(name, organization), body, headers);
    }

    /// <summary>Tries an operation on what an organization has.</summary>
    /// <param name="one">The operation.</param>
    /// <param name="name">Who; <see langword="null"/> for nobody.</param>
    /// <param name="organization">The organization in the address.</param>
    /// <param name="things">Whose things are named in it.</param>
    /// <param name="token">Another token than the one that reaches the address.</param>
    internal async Task<ApiAnswer> TryAsync(ApiCase one, string? name, string organization = "Acme", string? things = null, string? token = null)
    {
        var path = Fill(one.Path.Replace("{org}", Of(organization, "org"), StringComparison.Ordinal), things ?? organization);
        token ??= name is null ? null : one.IsInOrganization ? await TokenAsync(name, Of(organization, "org")) : _tokens[name];
        using var request = new HttpRequestMessage(new HttpMethod(one.Method), "/api/v1" + path);
        request.Headers.TryAddWithoutValidation("Authorization", token is null ? null : "Bearer " + token);
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        request.Content = one.Body switch
        {
            null => null,
            string csv => new StringContent(csv, null, "text/csv"),
            var body => new StringContent(Fill(JsonSerializer.Serialize(body), things ?? organization), null, "application/json"),
        };
        using var answer = await _people["alice"].Client.SendAsync(request);
        return await ApiAnswer.ReadAsync(answer);
    }

    /// <summary>Somebody's token for an organization, taken once.</summary>
    public async Task<string> TokenAsync(string name, string organization) =>
        _tokens.TryGetValue($"{name} in {organization}", out var known) ? known : _tokens[$"{name} in {organization}"] = await _people[name].GetOrganizationTokenAsync(organization);

    /// <summary>Somebody's ID token of a moment ago.</summary>
    public string IdTokenOf(string name) => _people[name].IdToken;

    /// <summary>Somebody's token for the portal's resource.</summary>
    public string ResourceToken(string name) => _tokens[name];

    /// <summary>Makes somebody a member, past the portal.</summary>
    public void Join(string organization, string name, params string[] roles) => Portal.Logto.State.Write(tables =>
    {
        var user = tables.Users.FindByUsername(name)!.Id;
        tables.Members.Add(organization, [user]);
        tables.Members.SetRoles(organization, user, [.. roles]);
    });

    /// <summary>Whether somebody belongs to an organization, as Logto knows it.</summary>
    public bool IsMember(string organization, string name) => Portal.Logto.State.Read(tables => tables.Members.Has(organization, tables.Users.FindByUsername(name)!.Id));

    /// <summary>The last acts of the kind on record, with how they ended; the newest first.</summary>
    public async Task<IReadOnlyList<string>> OutcomesAsync(string action, string name = "alice", string organization = "Acme")
    {
        var records = await SendAsync(name, HttpMethod.Get, $"/organizations/{Of(organization, "org")}/audit?action={action}");
        return [.. records.Json.GetProperty("items").EnumerateArray().Select(record => record.GetProperty("outcome").GetString()!)];
    }

    private string RoleId(string name) => Portal.Logto.State.Read(tables => tables.OrganizationRoles.Single(role => role.Name == name).Id);

    private string Fill(string text, string things) =>
        _things[things].Aggregate(text, (filled, thing) => filled.Replace("{" + thing.Key + "}", thing.Value, StringComparison.Ordinal)).Replace("{memberRole}", MemberRole, StringComparison.Ordinal);

    private async Task TakeTokensAsync()
    {
        foreach (var (name, organization) in new[] { ("alice", Acme), ("bob", Acme), ("carol", Acme), ("erin", Acme), ("dave", Globex) })
        {
            await TokenAsync(name, organization);
        }
    }

    private async Task FurnishAsync(string organization, string administrator, string member)
    {
        var things = _things[organization];
        var root = $"/organizations/{things["org"]}";
        var domain = organization.ToLowerInvariant() + ".example";
        things["member"] = IdOf(member);
        things["domain"] = domain;
        things["invitation"] = (await DoneAsync(administrator, root + "/invitations", new { emailAddress = "open@" + domain, roleIds = new[] { MemberRole } }))["invitationId"];
        things["link"] = (await DoneAsync(administrator, root + "/join-links", new { name = "Interns", roleIds = new[] { MemberRole } }))["id"];
        await DoneAsync(administrator, root + "/domains", new { domain });
        things["machine"] = (await DoneAsync(administrator, root + "/machines", new { name = "Export", roleIds = new[] { MachineRole }, secretName = "first" }, ("Identity-Proof", IdTokenOf(administrator))))["machineId"];
        things["webhook"] = (await DoneAsync(administrator, root + "/webhooks", new { url = "http://127.0.0.1:9/", eventTypes = new[] { "domain.removed" } }, ("Identity-Proof", IdTokenOf(administrator))))["webhookId"];
        things["connection"] = (await DoneAsync(administrator, root + "/sso-connections", new { name = "Directory", kind = "oidc" }))["id"];
        things["import"] = (await DoneAsync(administrator, root + "/invitation-imports", new { rows = new[] { new { emailAddress = "imported@" + domain } }, roleIds = new[] { MemberRole } }))["id"];
        // That it has ended is on record, and told to whoever began it, only after it is done.
        await Eventually.TrueAsync(async () => (await SendAsync(administrator, HttpMethod.Get, "/me/notices")).Json.GetProperty("items").EnumerateArray().Any(one => one.GetProperty("kind").GetString() == "import.finished"));
        things["request"] = Guid.CreateVersion7().ToString();
        things["former"] = IdOf(organization == "Acme" ? "erin" : "dave");
        if (organization == "Acme")
        {
            var removed = await SendAsync(administrator, HttpMethod.Delete, $"{root}/members/{IdOf("erin")}");
            Assert.Equal(HttpStatusCode.OK, removed.Status);
        }
    }

    private async Task<ApiAnswer> DoneAsync(string name, string path, object body, params (string Name, string Value)[] headers)
    {
        var answer = await SendAsync(name, HttpMethod.Post, path, body, headers);
        Assert.True((int)answer.Status is >= 200 and < 300, $"{path}: {answer.Status} {answer.Text}");
        return answer;
    }
}
