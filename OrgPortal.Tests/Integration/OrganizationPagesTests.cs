using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Integration;

public sealed class OrganizationPagesTests
{
    [Fact]
    public async Task The_first_answer_is_a_redirect_or_holds_what_the_page_is_about()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var alice = await portal.SignInAsync("alice");

        var straight = await alice.GoAsync("/");
        Assert.Equal(["/", "organizations/"], straight.Url.Segments[..^1]);
        Assert.Equal("Overview", straight.Document.QuerySelector("main h1")?.Words());

        var before = portal.Logto.Journal.Entries.Count;
        var overview = await alice.GoAsync(straight.Url.AbsolutePath);
        Assert.Equal(["2", "1", "0", "Off", "0", "Optional"], overview.Document.QuerySelectorAll(".figure-value").Select(value => value.Words()));
        Assert.Equal("Overview", overview.Document.QuerySelector(".nav-item[aria-current]")?.Words());
        // Once each; what the invitations told a moment ago still holds.
        var id = straight.Url.Segments[2];
        var read = portal.Logto.Journal.Entries.Skip(before).Select(entry => entry.Path).ToList();
        Assert.Single(read, path => path == $"/api/organizations/{id}");
        Assert.Single(read, path => path == $"/api/organizations/{id}/users");
        Assert.Single(read, path => path.EndsWith("/mfa-verifications", StringComparison.Ordinal));
        Assert.Single(read, path => path.EndsWith("/organizations", StringComparison.Ordinal));
        Assert.InRange(read.Count, 4, 6);

        var home = await alice.GoAsync("/?stay=1");
        Assert.Equal("Acme", home.Document.QuerySelector("a.list-link bdi")?.TextContent);
        Assert.Equal("admin", home.Document.QuerySelector(".badges")?.TextContent.Trim());

        var settings = await alice.GoAsync($"/organizations/{straight.Url.Segments[2].Trim('/')}/settings");
        Assert.Equal(HttpStatusCode.OK, settings.Status);
        Assert.Equal("Acme", settings.Document.QuerySelector("form input.input")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Fields_wait_for_the_circuit()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var dave = await portal.SignInAsync("dave");

        var home = await dave.GoAsync("/");
        Assert.Equal("/", home.Url.AbsolutePath);
        Assert.NotNull(home.Document.QuerySelector("a[href='/organizations/new']"));

        var wizard = await dave.GoAsync("/organizations/new");
        Assert.Equal("Create an organization", wizard.Document.QuerySelector("h1")?.TextContent);
        Assert.True(wizard.Document.QuerySelector("fieldset")?.HasAttribute("disabled"));
    }

    [Fact]
    public async Task What_a_lost_creation_left_is_found_by_its_mark_over_the_wire()
    {
        await using var portal = await PortalFactory.StartAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var marks = scope.ServiceProvider.GetRequiredService<CreationMarks>();
        var clients = scope.ServiceProvider.GetRequiredService<IOrganizationsClient>();
        var lost = new CreatedOrganization { RequestId = Guid.NewGuid(), UserId = "somebody", Name = "Ini_tech 100%", State = CreationStates.Lost, CreatedAt = DateTimeOffset.UtcNow };
        var left = await clients.CreateAsync(new NewOrganization(lost.Name, null, CreationMarks.Make(lost)));
        await clients.CreateAsync(new NewOrganization(lost.Name, null));

        var found = await marks.FindLeftAsync(lost);

        Assert.Equal([left.Id], found.Value);
    }
}
