using System.Net;
using System.Text;
using System.Text.Json;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Api;

/// <summary>Machines over HTTP, to a token that Logto gives out for the secret that was shown.</summary>
public sealed class MachineApiTests(ApiHouse house) : IClassFixture<ApiHouse>
{
    private (string Name, string Value) Proof => ("Identity-Proof", house.IdTokenOf("alice"));

    private string Machines => $"/organizations/{house.Acme}/machines";

    [Fact]
    public async Task A_machine_gets_a_token_of_its_organization_with_the_secret_that_was_shown_until_it_is_taken_away()
    {
        var terms = await house.SendAsync("alice", HttpMethod.Get, Machines + "/terms");
        var role = Assert.Single(terms.Json.GetProperty("roles").EnumerateArray());
        Assert.Equal(("service", true), (role.GetProperty("name").GetString(), role.GetProperty("canGrant").GetBoolean()));

        var made = await MakeAsync("Nightly export", role.GetProperty("id").GetString()!);
        Assert.True(made.Status == HttpStatusCode.Created, made.Text);
        var one = $"{Machines}/{made["machineId"]}";
        var details = await house.SendAsync("alice", HttpMethod.Get, one);
        var (endpoint, scopes) = (details["tokenEndpoint"], string.Join(' ', details.Json.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString())));
        Assert.DoesNotContain(made["secret"], details.Text, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await house.SendAsync("alice", HttpMethod.Get, one + "/last-use")).Json.GetProperty("lastTokenAt").ValueKind);

        var claims = Claims(await TokenAsync(endpoint, made["clientId"], made["secret"], scopes));
        Assert.Equal(("urn:logto:organization:" + house.Acme, made["clientId"], "read:member"), (claims.GetProperty("aud").GetString(), claims.GetProperty("sub").GetString(), claims.GetProperty("scope").GetString()));
        Assert.Equal(JsonValueKind.String, (await house.SendAsync("alice", HttpMethod.Get, one + "/last-use")).Json.GetProperty("lastTokenAt").ValueKind);

        var second = await house.SendAsync("alice", HttpMethod.Post, one + "/secrets", new { name = "Spring & more", expiresInDays = 30 }, Proof);
        Assert.True(second.Status == HttpStatusCode.Created, second.Text);
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Delete, $"{one}/secrets/{made["name"]}")).Status);
        Assert.Null(await TokenAsync(endpoint, made["clientId"], made["secret"], scopes));
        Assert.NotNull(await TokenAsync(endpoint, made["clientId"], second["secret"], scopes));

        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Put, one + "/state", new { isOn = false })).Status);
        Assert.Null(await TokenAsync(endpoint, made["clientId"], second["secret"], scopes));
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Put, one + "/state", new { isOn = true })).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Put, one, new { name = "Export", roleIds = new[] { role.GetProperty("id").GetString() } })).Status);
        Assert.NotNull(await TokenAsync(endpoint, made["clientId"], second["secret"], scopes));
        Assert.Equal("Export", Assert.Single((await house.SendAsync("alice", HttpMethod.Get, Machines)).Json.GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetString() == made["machineId"]).GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Delete, one)).Status);
        Assert.Null(await TokenAsync(endpoint, made["clientId"], second["secret"], scopes));
        foreach (var act in (string[])["create", "secret.create", "secret.delete", "switch", "change", "delete"])
        {
            Assert.Contains("done", await house.OutcomesAsync("machine." + act));
        }
    }

    [Fact]
    public async Task Without_a_proof_of_identity_no_secret_is_shown()
    {
        var refused = await house.SendAsync("alice", HttpMethod.Post, Machines, new { name = "Export", roleIds = new[] { house.MachineRole } });

        Assert.Equal((HttpStatusCode.Unauthorized, "reauthentication_required"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task A_repeated_request_makes_no_second_machine_and_shows_no_secret_again()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var first = await MakeAsync("Once", house.MachineRole, key);
        var again = await MakeAsync("Once", house.MachineRole, key);

        Assert.Equal((HttpStatusCode.Created, first["machineId"]), (again.Status, again["machineId"]));
        Assert.NotEmpty(first["secret"]);
        Assert.Equal(JsonValueKind.Null, again.Json.GetProperty("secret").ValueKind);
        Assert.Single((await house.SendAsync("alice", HttpMethod.Get, Machines)).Json.GetProperty("items").EnumerateArray(), item => item.GetProperty("name").GetString() == "Once");
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_field()
    {
        var answer = await house.SendAsync("alice", HttpMethod.Post, Machines, new { name = " ", secretName = "..", expiresInDays = 0 }, Proof);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["expiresInDays", "name", "roleIds", "secretName"], answer.Json.GetProperty("errors").EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
    }

    private Task<ApiAnswer> MakeAsync(string name, string role, params (string Name, string Value)[] headers) =>
        house.SendAsync("alice", HttpMethod.Post, Machines, new { name, roleIds = new[] { role }, description = "Copies orders" }, [Proof, .. headers]);

    // As the command on the machine's page does.
    private async Task<string?> TokenAsync(string endpoint, string client, string secret, string scope)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var answer = await http.PostAsync(new Uri(endpoint), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = secret, ["organization_id"] = house.Acme, ["scope"] = scope,
        }));
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return answer.IsSuccessStatusCode ? body.RootElement.GetProperty("access_token").GetString() : null;
    }

    private static JsonElement Claims(string? token)
    {
        var part = token!.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '=')))).RootElement;
    }
}
