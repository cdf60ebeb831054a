using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using OrgPortal.LogtoEmulator.Control;
using OrgPortal.Tests.LogtoEmulator.OpenId;

namespace OrgPortal.Tests.LogtoEmulator.Control;

public sealed class FaultTests : EmulatorTest
{
    private const string Route = "/oidc/jwks";

    [Fact]
    public async Task A_fault_meets_as_many_calls_as_it_says_and_no_others()
    {
        Control.Faults.Add($"GET {Route} 429:7 x2");

        using var other = await GetAsync("oidc/.well-known/openid-configuration");
        using var first = await GetAsync();
        using var second = await GetAsync();
        using var third = await GetAsync();

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)), (first.StatusCode, first.Headers.RetryAfter!.Delta));
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        Assert.Empty(Control.Faults.List());
    }

    [Theory]
    [InlineData("429", HttpStatusCode.TooManyRequests, "text/plain")]
    [InlineData("500", HttpStatusCode.InternalServerError, "application/json")]
    [InlineData("502", HttpStatusCode.BadGateway, "text/html")]
    [InlineData("text", HttpStatusCode.OK, "text/plain")]
    public async Task An_answer_is_spoilt_in_the_way_that_was_asked_for(string what, HttpStatusCode status, string type)
    {
        Control.Faults.Add($"* {Route} {what}");

        using var answer = await GetAsync();

        Assert.Equal((status, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Null(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task Garbage_is_called_json_and_is_none()
    {
        Control.Faults.Add($"* {Route} garbage");

        using var answer = await GetAsync();

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<JsonElement>(text));
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("truncate")]
    public async Task A_connection_can_end_too_early(string what)
    {
        Control.Faults.Add($"* {Route} {what}");

        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync());

        using var next = await GetAsync();
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task A_call_can_take_effect_although_its_answer_is_lost()
    {
        var token = await ManagementTokenAsync();
        Control.Faults.Add("POST /api/organizations drop after");
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/organizations") { Content = JsonContent.Create(new { name = "Initech" }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        await Assert.ThrowsAsync<HttpRequestException>(() => Machine().Http.SendAsync(request));

        Assert.Contains("Initech", State.Read(tables => tables.Organizations.Select(one => one.Name).ToArray()));
    }

    [Fact]
    public async Task A_delay_holds_the_answer_back_and_changes_nothing_else()
    {
        Control.Faults.Add($"* {Route} delay:200");

        using var answer = await GetAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        // A timer may fire a tick of the system early, which is 10 ms on some.
        Assert.True(Assert.Single(Control.Journal.Entries).Milliseconds >= 180);
    }

    [Fact]
    public async Task Faults_are_switched_on_and_off_over_http()
    {
        var http = Machine().Http;
        using var text = await http.PostAsync("emulator/faults", new StringContent($"GET {Route} 500"));
        using var json = await http.PostAsJsonAsync("emulator/faults", new { method = "GET", route = Route, kind = "Status", status = 503, times = 2 });
        using var nonsense = await http.PostAsync("emulator/faults", new StringContent("GET nowhere 500"));

        var listed = await http.GetFromJsonAsync<JsonElement>("emulator/faults");
        using var cleared = await http.DeleteAsync($"emulator/faults/{listed[0].GetProperty("id").GetInt32()}");
        using var answer = await GetAsync();

        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
        Assert.Equal(2, listed.GetArrayLength());
        Assert.Equal(HttpStatusCode.NoContent, cleared.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(1, Assert.Single(Control.Faults.List()).Remaining);
    }

    [Fact]
    public async Task The_journal_tells_spoilt_calls()
    {
        Control.Faults.Add($"* {Route} drop");
        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync());

        var entry = Assert.Single(Control.Journal.Entries);

        Assert.Equal((0, nameof(FaultKind.Drop)), (entry.Status, entry.Fault));
    }

    private Task<HttpResponseMessage> GetAsync(string path = "oidc/jwks") => Machine().Http.GetAsync(path);

    private async Task<string> ManagementTokenAsync() => (await Machine().TokenAsync(
        ("grant_type", "client_credentials"), ("resource", "https://default.logto.app/api"), ("scope", "all")))["access_token"]!;
}
