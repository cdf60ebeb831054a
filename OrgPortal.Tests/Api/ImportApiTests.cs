using System.Net;
using System.Text;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Api;

/// <summary>Imports of invitations over HTTP.</summary>
public sealed class ImportApiTests(ApiHouse house) : IClassFixture<ApiHouse>
{
    private string Imports => $"/organizations/{house.Acme}/invitation-imports";

    [Fact]
    public async Task Rows_are_judged_and_nothing_is_done()
    {
        object[] rows =
        [
            new { emailAddress = "new@acme.example" },
            new { emailAddress = "nobody" },
            new { emailAddress = "NEW@acme.example" },
            new { emailAddress = "bob@example.com" },
            new { emailAddress = "other@acme.example", roleIds = new[] { "unknown" } },
            new { emailAddress = "long@acme.example", expiresInDays = 31 },
        ];

        var answer = await house.SendAsync("alice", HttpMethod.Post, Imports + "/check", new { rows, roleIds = new[] { house.MemberRole } });

        Assert.Equal(
            ["ready", "invalid_address", "duplicate", "already_member", "unknown_role", "invalid_expiry"],
            answer.Json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("verdict").GetString()));
        Assert.Equal((1, 3, 2), (answer.Json.GetProperty("ready").GetInt32(), answer.Json.GetProperty("toCorrect").GetInt32(), answer.Json.GetProperty("leftOut").GetInt32()));
        Assert.Empty(house.Portal.Logto.MailTo("new@acme.example"));
    }

    [Fact]
    public async Task Nothing_starts_while_a_row_has_to_be_corrected()
    {
        object[] rows = [new { emailAddress = "fine@acme.example" }, new { emailAddress = "nobody" }];

        var answer = await house.SendAsync("alice", HttpMethod.Post, Imports, new { rows, roleIds = new[] { house.MemberRole } });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("invalid_address", answer.Json.GetProperty("errors").GetProperty("rows[2]")[0].GetString());
        Assert.Empty(house.Portal.Logto.MailTo("fine@acme.example"));
        var empty = await house.SendAsync("alice", HttpMethod.Post, Imports, new { });
        Assert.Equal("required", empty.Json.GetProperty("errors").GetProperty("rows")[0].GetString());
    }

    [Fact]
    public async Task An_import_goes_through_and_tells_what_became_of_each_row()
    {
        object[] rows = [new { emailAddress = "ann@acme.example", language = "zh-Hans" }, new { emailAddress = "ben@acme.example", roleIds = new[] { house.AdministratorRole } }];

        var started = await house.SendAsync("alice", HttpMethod.Post, Imports, new { rows, roleIds = new[] { house.MemberRole }, name = "spring.csv" });
        var id = started["id"];
        await UntilEndedAsync(id);

        Assert.Equal((HttpStatusCode.Accepted, $"/api/v1{Imports}/{id}"), (started.Status, started.Header("Location")));
        var import = (await house.SendAsync("alice", HttpMethod.Get, $"{Imports}/{id}")).Json;
        Assert.Equal(("done", "spring.csv", 2), (import.GetProperty("state").GetString(), import.GetProperty("name").GetString(), import.GetProperty("counts").GetProperty("sent").GetInt32()));
        Assert.Equal(2, (await house.SendAsync("alice", HttpMethod.Get, $"{Imports}/{id}/rows?state=sent")).Json.GetProperty("total").GetInt32());
        Assert.Contains("ben@acme.example,sent", (await house.SendAsync("alice", HttpMethod.Get, $"{Imports}/{id}/result")).Text, StringComparison.Ordinal);
        Assert.Contains((await house.SendAsync("alice", HttpMethod.Get, Imports)).Json.GetProperty("items").EnumerateArray(), one => one.GetProperty("id").GetString() == id);
        foreach (var act in (string[])["pause", "resume", "cancel"])
        {
            var late = await house.SendAsync("alice", HttpMethod.Post, $"{Imports}/{id}/{act}");
            Assert.Equal((HttpStatusCode.Conflict, "import_ended"), (late.Status, late.Code));
        }

        Assert.Contains("done", await house.OutcomesAsync("invitation.import"));
    }

    [Fact]
    public async Task Csv_is_read_as_spreadsheets_save_it()
    {
        var checking = await PostCsvAsync("/csv/check", "email,role\ncsv@acme.example,member\nother@acme.example,\n");
        var missing = await PostCsvAsync("/csv", "email,role\ncsv@acme.example,manager\n");
        var broken = await PostCsvAsync("/csv", "\0\0\0");

        Assert.Equal(["ready", "no_role"], checking.Json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("verdict").GetString()));
        Assert.Equal("unknown_role", missing.Json.GetProperty("errors").GetProperty("rows[2]")[0].GetString());
        Assert.Equal("unreadable", broken.Json.GetProperty("errors").GetProperty("file")[0].GetString());
    }

    [Fact]
    public async Task What_did_not_get_anywhere_is_offered_again()
    {
        var again = await house.SendAsync("alice", HttpMethod.Get, Imports + "/again");
        var nothing = await house.SendAsync("alice", HttpMethod.Post, Imports + "/again", new { invitationIds = Array.Empty<string>() });

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal("required", nothing.Json.GetProperty("errors").GetProperty("invitationIds")[0].GetString());
    }

    private async Task<ApiAnswer> PostCsvAsync(string path, string csv)
    {
        using var client = house.Portal.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1" + Imports + path) { Content = new StringContent(csv, Encoding.UTF8, "text/csv") };
        request.Headers.Authorization = new("Bearer", await house.TokenAsync("alice", house.Acme));
        using var answer = await client.SendAsync(request);
        return await ApiAnswer.ReadAsync(answer);
    }

    private Task UntilEndedAsync(string import) => Eventually.TrueAsync(
        async () => (await house.SendAsync("alice", HttpMethod.Get, $"{Imports}/{import}")).Json.GetProperty("state").GetString() == "done");
}
