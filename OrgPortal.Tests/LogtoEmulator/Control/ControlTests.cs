using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Tests.LogtoEmulator.OpenId;

namespace OrgPortal.Tests.LogtoEmulator.Control;

public sealed class ControlTests : EmulatorTest
{
    private protected override EmulatorOptions Options
    {
        get
        {
            var options = base.Options;
            options.PortalUrls.Add(new Uri("http://localhost:6080/"));
            return options;
        }
    }

    [Fact]
    public async Task A_reset_forgets_everything_and_keeps_the_addresses_of_the_host()
    {
        var browser = Browser();
        var tokens = await browser.ExchangeAsync(await browser.SignInAsync("alice"));
        State.Write(tables => tables.DeleteUser(tables.Users.FindByUsername("bob")!.Id));
        Control.Faults.Add("* /nowhere 500");
        Control.Clock.Advance(TimeSpan.FromDays(1));

        using var answer = await browser.Http.PostAsync("emulator/reset", null);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.NotNull(UserNamed("bob"));
        Assert.Equal("invalid_grant", (await browser.RefreshAsync(tokens["refresh_token"]!))["error"]);
        Assert.Equal("login_required", (await browser.FollowAsync(await browser.AuthorizeAsync("openid", ("prompt", "none"))))["error"]);
        Assert.Empty(Control.Faults.List());
        Assert.True(Control.Clock.GetUtcNow() - DateTimeOffset.UtcNow < TimeSpan.FromMinutes(1));
        var web = State.Read(tables => tables.Applications.Find(EmulatorOptions.WebClientId)!.OidcClientMetadata);
        Assert.Contains("http://localhost:6080/signin-oidc", web.RedirectUris);
        Assert.Equal("http://localhost:6080/backchannel-logout", web.BackchannelLogoutUri);
    }

    [Fact]
    public async Task Another_seed_can_be_planted_and_a_broken_one_changes_nothing()
    {
        var http = Machine().Http;
        using var broken = await http.PostAsync("emulator/seed", new StringContent("""{"organizations":[{"name":"X","members":[{"user":"ghost"}]}]}"""));
        Assert.NotNull(UserNamed("alice"));
        Control.Reset();
        Assert.NotNull(UserNamed("alice"));

        using var planted = await http.PostAsync("emulator/seed", new StringContent("""{"users":[{"username":"zoe","password":"Zoe-Passw0rd-2026"}]}"""));

        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, planted.StatusCode);
        Assert.Equal(["zoe"], State.Read(tables => tables.Users.Select(user => user.Username!).ToArray()));
    }

    [Fact]
    public async Task The_clock_is_moved_frozen_and_let_go_over_http()
    {
        var http = Machine().Http;
        using var frozen = await http.PostAsJsonAsync("emulator/clock", new { now = "2030-01-01T00:00:00Z", frozen = true, advanceSeconds = 90 });
        var now = await http.GetFromJsonAsync<JsonElement>("emulator/clock");

        Assert.Equal("2030-01-01T00:01:30+00:00", now.GetProperty("now").GetString());
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 0, 1, 30, TimeSpan.Zero).ToUnixTimeMilliseconds(), State.Now);

        using var released = await http.DeleteAsync("emulator/clock");
        Assert.False(Control.Clock.IsFrozen);
        Assert.True(Control.Clock.GetUtcNow() - DateTimeOffset.UtcNow < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task The_journal_counts_calls_by_route_and_names_their_callers()
    {
        var machine = Machine();
        var token = await machine.TokenAsync(("grant_type", "client_credentials"), ("resource", "https://default.logto.app/api"), ("scope", "all"));
        machine.Http.DefaultRequestHeaders.Authorization = new("Bearer", token["access_token"]);
        using var one = await machine.Http.GetAsync($"api/organizations/{Acme}/users?page_size=5");
        using var two = await machine.Http.GetAsync("api/organizations/nonexistent0/users");

        var counts = await machine.Http.GetFromJsonAsync<JsonElement>("emulator/journal/counts");
        var listed = await machine.Http.GetFromJsonAsync<JsonElement>("emulator/journal?route=/api/organizations/{id}/users");

        Assert.Equal(2, Control.Journal.Count("GET", "/api/organizations/{x}/users"));
        Assert.Equal(2, counts[0].GetProperty("count").GetInt32());
        Assert.Equal("?page_size=5", listed[0].GetProperty("query").GetString());
        Assert.Equal(machine.ClientId, listed[0].GetProperty("caller").GetString());
        Assert.Equal(machine.ClientId, Control.Journal.Entries[0].Caller);
        Control.Journal.Clear();
        Assert.Empty(Control.Journal.Entries);
    }

    [Fact]
    public async Task One_time_tokens_are_not_written_into_the_journal()
    {
        using var answer = await Browser().AuthorizeAsync("openid", ("one_time_token", "very-secret"));

        Assert.DoesNotContain("very-secret", Assert.Single(Control.Journal.Entries).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mailbox_shows_the_newest_message_first_with_links_that_can_be_clicked_and_nothing_else()
    {
        Send("erin@example.com", "https://portal.example/invitations/1");
        Send("dave@example.com", "https://portal.example/invitations/2");
        var http = Machine().Http;

        var page = await http.GetStringAsync("mailbox");
        var erins = await http.GetStringAsync("mailbox?to=erin@example.com");
        var json = await http.GetFromJsonAsync<JsonElement>("emulator/mailbox");

        Assert.True(
            page.IndexOf("href=\"https://portal.example/invitations/2\"", StringComparison.Ordinal)
            < page.IndexOf("href=\"https://portal.example/invitations/1\"", StringComparison.Ordinal));
        Assert.DoesNotContain("invitations/2", erins, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Equal("https://portal.example/invitations/2", json[0].GetProperty("link").GetString());
        Assert.Equal("https://portal.example/invitations/1", Assert.Single(Control.MailTo("Erin@example.com")).Link);
    }

    [Fact]
    public async Task Pages_elsewhere_cannot_reach_the_emulator_under_a_name_of_their_own_or_command_it()
    {
        var http = Machine().Http;
        using var rebound = new HttpRequestMessage(HttpMethod.Get, "") { Headers = { Host = "evil.example" } };
        using var commanded = new HttpRequestMessage(HttpMethod.Post, "emulator/reset") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };

        using var first = await http.SendAsync(rebound);
        using var second = await http.SendAsync(commanded);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (first.StatusCode, second.StatusCode));
    }

    private void Send(string to, string link) => State.Write(tables => tables.SendMail(
        to,
        "OrganizationInvitation",
        new JsonObject { ["link"] = link, ["organization"] = new JsonObject { ["name"] = "&lt;img src=x&gt;" } }));
}
