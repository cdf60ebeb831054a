using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.LogtoEmulator;
using OrgPortal.Tests.Images;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Store;
using SkiaSharp;

namespace OrgPortal.Tests.Api;

/// <summary>Organizations over HTTP, with tokens that the embedded Logto issued to a browser application.</summary>
public sealed class OrganizationApiTests
{
    [Fact]
    public async Task A_front_end_creates_reads_renames_and_lists_an_organization()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var carol = await ApiPerson.SignInAsync(portal, "carol");
        var resource = await carol.GetTokenAsync(null);
        portal.Logto.Journal.Clear();

        var created = await carol.SendAsync(HttpMethod.Post, "/organizations", resource, new { name = " Globex ", description = "Everything else" });

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal("Globex", created["name"]);
        Assert.Equal($"/api/v1/organizations/{created["id"]}", created.Header("Location"));
        Assert.Equal(
            ["POST /api/organizations", "POST /api/organizations/{id}/users", "POST /api/organizations/{id}/users/{userId}/roles"],
            portal.Logto.Journal.Entries.Where(entry => entry.Method == "POST" && entry.Path.StartsWith("/api/", StringComparison.Ordinal)).Select(entry => $"{entry.Method} {entry.Route}"));

        var id = created["id"];
        var token = await carol.GetOrganizationTokenAsync(id);
        var read = await carol.SendAsync(HttpMethod.Get, $"/organizations/{id}", token);
        var renamed = await carol.SendAsync(HttpMethod.Patch, $"/organizations/{id}", token, new { name = "Initech" }, ("If-Match", read.Header("ETag")));
        var listed = await carol.SendAsync(HttpMethod.Get, "/organizations", resource);

        Assert.Equal((HttpStatusCode.OK, "Initech", "Everything else"), (renamed.Status, renamed["name"], renamed["description"]));
        Assert.NotEqual(read.Header("ETag"), renamed.Header("ETag"));
        Assert.Equal("Initech", listed.Json.GetProperty("items")[0].GetProperty("name").GetString());
        Assert.Equal("1", listed.Header("X-Total-Count"));
    }

    [Fact]
    public async Task Of_two_who_change_the_same_the_second_is_told_and_nothing_is_lost()
    {
        await using var portal = await PortalFactory.StartAsync();
        var (client, token, path) = Acme(portal);
        using var _ = client;
        var tag = (await client.CallAsync(HttpMethod.Get, path, token)).Header("ETag");

        var unconditional = await client.CallAsync(HttpMethod.Patch, path, token, new { name = "Acme 1" });
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => client.CallAsync(HttpMethod.Patch, path, token, new { name = $"Acme {number}" }, ("If-Match", tag))));
        var whatever = await client.CallAsync(HttpMethod.Patch, path, token, new { description = (string?)null }, ("If-Match", "*"));

        Assert.Equal((HttpStatusCode.PreconditionRequired, "precondition_required"), (unconditional.Status, unconditional.Code));
        var won = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer != won), answer => Assert.Equal((HttpStatusCode.PreconditionFailed, "changed_meanwhile"), (answer.Status, answer.Code)));
        Assert.Equal((won["name"], null), (whatever["name"], whatever.Json.GetProperty("description").GetString()));
        Assert.Equal(HttpStatusCode.NotModified, (await client.CallAsync(HttpMethod.Get, path, token, null, ("If-None-Match", whatever.Header("ETag")))).Status);
    }

    [Fact]
    public async Task Logo_and_colours_are_changed_with_the_same_call_and_one_by_one()
    {
        await using var portal = await PortalFactory.StartAsync();
        var (client, token, path) = Acme(portal);
        using var _ = client;
        var tag = (await client.CallAsync(HttpMethod.Get, path, token)).Header("ETag");

        var branded = await client.CallAsync(HttpMethod.Patch, path, token, new { logoUrl = "https://acme.example/logo.png", primaryColor = "#0B6E4F" }, ("If-Match", tag));
        var stale = await client.CallAsync(HttpMethod.Patch, path, token, new { primaryColor = "#123456" }, ("If-Match", tag));
        var refused = await client.CallAsync(HttpMethod.Patch, path, token, new { logoUrl = "http://acme.example/logo.png", darkPrimaryColor = "green" }, ("If-Match", "*"));
        var named = await client.CallAsync(HttpMethod.Patch, path, token, new { name = "Acme Corporation" }, ("If-Match", branded.Header("ETag")));
        var emptied = await client.CallAsync(HttpMethod.Patch, path, token, new { logoUrl = (string?)null }, ("If-Match", "*"));

        Assert.Equal((HttpStatusCode.OK, "https://acme.example/logo.png", "#0b6e4f"), (branded.Status, branded["logoUrl"], branded["primaryColor"]));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "changed_meanwhile"), (stale.Status, stale.Code));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("logoUrl", refused.Text, StringComparison.Ordinal);
        Assert.Contains("darkPrimaryColor", refused.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "#0b6e4f"), (named.Status, named["primaryColor"]));
        Assert.Equal((System.Text.Json.JsonValueKind.Null, "#0b6e4f"), (emptied.Json.GetProperty("logoUrl").ValueKind, emptied["primaryColor"]));
    }

    [Fact]
    public async Task Deleting_asks_for_a_recent_proof_of_identity_of_the_same_person_and_application()
    {
        await using var portal = await PortalFactory.StartAsync();
        var (client, token, path) = Acme(portal);
        using var _ = client;
        var forge = new ApiForge(portal);
        var tag = (await client.CallAsync(HttpMethod.Get, path, token)).Header("ETag");
        (string What, string? Proof)[] wrong =
        [
            ("none", null),
            ("old", forge.IdToken("alice", TimeSpan.FromMinutes(11))),
            ("of somebody else", forge.IdToken("bob", TimeSpan.Zero)),
            ("of another application", forge.IdToken("alice", TimeSpan.Zero, claims => claims["aud"] = EmulatorOptions.WebClientId)),
            ("that tells no time", forge.IdToken("alice", TimeSpan.Zero, claims => claims.Remove("auth_time"))),
            ("from the future", forge.IdToken("alice", TimeSpan.FromMinutes(-5))),
            ("of another issuer", forge.IdToken("alice", TimeSpan.Zero, claims => claims["iss"] = "https://evil.example/oidc")),
            ("an access token", forge.Token("alice", null, claims => (claims["aud"], claims["auth_time"]) = (EmulatorOptions.BrowserClientId, DateTimeOffset.UtcNow.ToUnixTimeSeconds()))),
            ("nothing", "nothing"),
        ];

        foreach (var (what, proof) in wrong)
        {
            var refused = await client.CallAsync(HttpMethod.Delete, path, token, null, [("If-Match", tag), .. proof is null ? Array.Empty<(string, string)>() : [("Identity-Proof", proof)]]);
            Assert.True((refused.Status, refused.Code) == (HttpStatusCode.Unauthorized, "reauthentication_required"), $"{what}: {refused.Text}");
            Assert.Contains("error=\"insufficient_user_authentication\"", refused.Header("WWW-Authenticate"), StringComparison.Ordinal);
            Assert.Contains("max_age=\"600\"", refused.Header("WWW-Authenticate"), StringComparison.Ordinal);
        }

        var deleted = await client.CallAsync(HttpMethod.Delete, path, token, null, ("If-Match", tag), ("Identity-Proof", forge.IdToken("alice", TimeSpan.FromMinutes(9))));

        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        Assert.Equal(0, portal.Logto.State.Read(tables => tables.Organizations.Count));
    }

    [Fact]
    public async Task Where_deleted_organizations_are_held_one_is_listed_as_deleted_and_restored()
    {
        var options = new PortalFactoryOptions { Settings = { ["Portal:Deletion:Hold"] = "7.00:00:00" } };
        await using var portal = await PortalFactory.StartAsync(options);
        var (client, token, path) = Acme(portal);
        using var _ = client;
        var forge = new ApiForge(portal);
        var proof = ("Identity-Proof", forge.IdToken("alice", TimeSpan.FromMinutes(1)));

        var deleted = await client.CallAsync(HttpMethod.Delete, path, token, null, ("If-Match", "*"), proof);
        var gone = await client.CallAsync(HttpMethod.Get, path, token);
        var listed = (await client.CallAsync(HttpMethod.Get, "/organizations", forge.Token("alice", null))).Json.GetProperty("items")[0];
        var unproved = await client.CallAsync(HttpMethod.Post, path + "/restore", token);
        var restored = await client.CallAsync(HttpMethod.Post, path + "/restore", token, null, proof);

        Assert.Equal(HttpStatusCode.Accepted, deleted.Status);
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (gone.Status, gone.Code));
        Assert.Equal(("deleted", deleted["restorableUntil"]), (listed.GetProperty("state").GetString(), listed.GetProperty("restorableUntil").GetString()));
        Assert.Equal("reauthentication_required", unproved.Code);
        Assert.Equal(HttpStatusCode.NoContent, restored.Status);
        Assert.Equal(HttpStatusCode.OK, (await client.CallAsync(HttpMethod.Get, path, token)).Status);
    }

    [Fact]
    public async Task A_logo_is_uploaded_as_a_form_by_whoever_may_manage_the_organization_and_custom_fields_are_sent_in_their_kind()
    {
        var options = new PortalFactoryOptions { Settings = { ["Portal:CustomFields:0:Key"] = "seats", ["Portal:CustomFields:0:Type"] = "Number", ["Portal:CustomFields:0:Label:en"] = "Seats" } };
        await using var portal = await PortalFactory.StartAsync(options);
        portal.Logto.HasStorage = true;
        var (client, token, path) = Acme(portal);
        using var _ = client;
        var forge = new ApiForge(portal);

        var uploaded = await UploadAsync(token);
        var forbidden = await UploadAsync(forge.Token("bob", forge.OrganizationOf("Acme")));
        var stranger = await UploadAsync(forge.Token("carol", forge.OrganizationOf("Acme")));
        var changed = await client.CallAsync(HttpMethod.Patch, path, token, new { customFields = new { seats = 12.5 } }, ("If-Match", "*"));
        var refused = await client.CallAsync(HttpMethod.Patch, path, token, new { customFields = new { seats = "many", other = 1 } }, ("If-Match", "*"));

        Assert.Equal(HttpStatusCode.OK, uploaded.Status);
        Assert.StartsWith("https://storage.logto.test/", uploaded["logoUrl"], StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (forbidden.Status, stranger.Status));
        Assert.Equal(12.5, changed.Json.GetProperty("customFields").GetProperty("seats").GetDouble());
        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), (refused.Status, refused.Json.GetProperty("errors").GetProperty("customFields.seats")[0].GetString()));

        async Task<ApiAnswer> UploadAsync(string bearer)
        {
            using var file = new ByteArrayContent(SamplePictures.Halves(4, 4, SKColors.Red, SKColors.Blue));
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1{path}/logo") { Content = new MultipartFormDataContent { { file, "file", "holiday.png" } } };
            request.Headers.Authorization = new("Bearer", bearer);
            return await ApiAnswer.ReadAsync(await client.SendAsync(request));
        }
    }

    [Fact]
    public async Task A_real_sign_in_with_a_password_is_proof_and_hands_the_organization_over()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var alice = await ApiPerson.SignInAsync(portal, "alice");
        var forge = new ApiForge(portal);
        var acme = forge.OrganizationOf("Acme");
        var token = await alice.GetOrganizationTokenAsync(acme);

        var handed = await alice.SendAsync(HttpMethod.Post, $"/organizations/{acme}/hand-over", token, new { recipientId = forge.IdOf("bob"), organizationName = "Acme" }, ("Identity-Proof", alice.IdToken));
        var permissions = await alice.SendAsync(HttpMethod.Get, $"/organizations/{acme}/permissions", forge.Token("bob", acme));
        var left = await alice.SendAsync(HttpMethod.Post, $"/organizations/{acme}/leave", token);
        var last = await alice.SendAsync(HttpMethod.Post, $"/organizations/{acme}/leave", forge.Token("bob", acme));

        Assert.Equal(HttpStatusCode.NoContent, handed.Status);
        Assert.True(permissions.Json.GetProperty("isAdministrator").GetBoolean());
        Assert.Equal(HttpStatusCode.NoContent, left.Status);
        Assert.Equal((HttpStatusCode.Conflict, "last_administrator"), (last.Status, last.Code));
    }

    [Fact]
    public async Task A_member_without_the_permission_is_told_which_one_and_the_record_says_who_it_was()
    {
        await using var portal = await PortalFactory.StartAsync();
        var (client, token, path) = Acme(portal);
        using var _ = client;
        var forge = new ApiForge(portal);

        var refused = await client.CallAsync(HttpMethod.Patch, path, forge.Token("bob", forge.OrganizationOf("Acme")), new { name = "Mine" }, ("If-Match", "*"));
        var renamed = await client.CallAsync(HttpMethod.Patch, path, token, new { name = "Ours" }, ("If-Match", "*"));

        Assert.Equal((HttpStatusCode.Forbidden, "forbidden", "organization.manage"), (refused.Status, refused.Code, refused["permission"]));
        await using var context = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var records = await context.AuditRecords.OrderBy(record => record.Sequence).ToListAsync();
        Assert.Contains(records, record => record is { ActorName: "Bob", Outcome: "denied" } && record.ActorId == forge.IdOf("bob") && record.CorrelationId == refused["correlationId"]);
        Assert.Contains(records, record => record is { ActorName: "Alice", Outcome: "done", Action: "organization.update" } && record.ActorId == forge.IdOf("alice") && record.CorrelationId == renamed.Header("X-Correlation-Id"));
    }

    [Fact]
    public async Task Roles_and_permissions_are_told_as_the_pages_show_them()
    {
        await using var portal = await PortalFactory.StartAsync();
        var (client, token, path) = Acme(portal);
        using var _ = client;
        var forge = new ApiForge(portal);

        var catalogue = await client.CallAsync(HttpMethod.Get, "/permissions", forge.Token("dave", null));
        var roles = await client.CallAsync(HttpMethod.Get, path + "/roles", token);
        var own = await client.CallAsync(HttpMethod.Get, path + "/permissions", forge.Token("bob", forge.OrganizationOf("Acme")));

        Assert.Equal(OrganizationPermissions.All.Select(permission => permission.Key.Value), catalogue.Json.EnumerateArray().Select(one => one.GetProperty("key").GetString()));
        Assert.Equal(["admin", "member"], roles.Json.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
        Assert.Equal(["members.read"], own.Json.GetProperty("permissions").EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public async Task While_logto_is_away_nothing_is_allowed_and_the_answer_says_when_to_come_again()
    {
        await using var portal = await PortalFactory.StartAsync();
        var (client, token, path) = Acme(portal);
        using var _ = client;
        Assert.Equal(HttpStatusCode.OK, (await client.CallAsync(HttpMethod.Get, path, token)).Status);
        portal.Logto.Faults.Add("GET /api/organizations/{id}/users/{userId}/scopes 503 x50");
        portal.Logto.Faults.Add("GET /api/users/{userId} 503 x50");

        var answer = await client.CallAsync(HttpMethod.Post, path + "/leave", token);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable"), (answer.Status, answer.Code));
        Assert.NotEmpty(answer.Header("Retry-After"));
    }

    private static (HttpClient Client, string Token, string Path) Acme(PortalFactory portal)
    {
        var forge = new ApiForge(portal);
        var acme = forge.OrganizationOf("Acme");
        return (portal.CreateClient(), forge.Token("alice", acme), $"/organizations/{acme}");
    }
}
