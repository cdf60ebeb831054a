using System.Net;
using OrgPortal.Tests.Support;

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
}
