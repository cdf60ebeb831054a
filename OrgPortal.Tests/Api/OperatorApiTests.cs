using System.Net;
using OrgPortal.LogtoEmulator;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Api;

/// <summary>The operators' console over HTTP.</summary>
public sealed class OperatorApiTests
{
    [Fact]
    public async Task An_operator_has_the_whole_console_and_nobody_else_any_of_it()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Settings = { ["Portal:Operators:Role"] = EmulatorOptions.OperatorRole } });
        using var client = portal.CreateClient();
        var forge = new ApiForge(portal);
        var (alice, bob) = (forge.Token("alice", null), forge.Token("bob", null));

        var all = await client.CallAsync(HttpMethod.Get, "/operators/organizations?search=acm", alice, null);
        var acme = all.Json.GetProperty("items")[0];
        var id = acme.GetProperty("id").GetString();
        Assert.Equal(("Acme", 1), (acme.GetProperty("name").GetString(), all.Json.GetProperty("total").GetInt32()));
        var one = await client.CallAsync(HttpMethod.Get, $"/operators/organizations/{id}", alice, null);
        Assert.NotEmpty(one.Json.GetProperty("administrators").EnumerateArray());
        Assert.Equal(HttpStatusCode.OK, (await client.CallAsync(HttpMethod.Get, $"/operators/organizations/{id}/activity", alice, null)).Status);
        Assert.Empty((await client.CallAsync(HttpMethod.Post, $"/operators/organizations/{id}/check", alice, null)).Json.EnumerateArray());
        Assert.Equal(0, (await client.CallAsync(HttpMethod.Get, "/operators/findings?kind=no_administrator", alice, null)).Json.GetProperty("total").GetInt32());
        Assert.Equal("invalid_input", (await client.CallAsync(HttpMethod.Get, "/operators/findings?kind=nothing", alice, null)).Code);
        Assert.Empty((await client.CallAsync(HttpMethod.Get, "/operators/findings/summary", alice, null)).Json.GetProperty("halfMade").EnumerateArray());
        Assert.Equal(HttpStatusCode.OK, (await client.CallAsync(HttpMethod.Get, "/operators/survey", alice, null)).Status);
        Assert.Equal("survey_not_there", (await client.CallAsync(HttpMethod.Post, "/operators/survey/resume", alice, null)).Code);
        Assert.Empty((await client.CallAsync(HttpMethod.Get, "/operators/template/comparison", alice, null)).Json.GetProperty("differences").EnumerateArray());
        Assert.NotEmpty((await client.CallAsync(HttpMethod.Get, "/operators/template", alice, null)).Json.GetProperty("roles").EnumerateArray());

        var suspended = await client.CallAsync(HttpMethod.Put, "/operators/creation", alice, new { isSuspended = true, sentence = "We are moving." });
        var refused = await client.CallAsync(HttpMethod.Post, "/organizations", bob, new { name = "New" });
        Assert.Equal(HttpStatusCode.NoContent, suspended.Status);
        Assert.Equal(("creation_not_allowed", "We are moving."), (refused.Code, refused["detail"]));

        foreach (var path in (string[])["/operators/organizations", $"/operators/organizations/{id}", "/operators/findings", "/operators/survey", "/operators/template", "/operators/creation"])
        {
            Assert.Equal((HttpStatusCode.NotFound, "not_found"), (await client.CallAsync(HttpMethod.Get, path, bob, null)) switch { var answer => (answer.Status, answer.Code) });
        }
    }
}
