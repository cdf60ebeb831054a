using System.Net;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Integration;

public sealed class MembersPageFirstReadTests
{
    [Fact]
    public async Task The_first_html_already_holds_the_rows()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        var acme = await AcmeAsync(browser);

        var page = await browser.GoAsync(acme);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["Alice", "Bob"], page.Document.QuerySelectorAll(".person-name bdi").Select(name => name.Words()).Order());
        Assert.Equal("Members 2", page.Document.QuerySelector(".tab-bar [aria-current]")!.Words());
        Assert.Equal("bob@example.com", Assert.Single((await browser.GoAsync(acme + "?q=BOB")).Document.QuerySelectorAll(".person-note")).Words());
    }

    [Fact]
    public async Task A_page_reads_the_members_once()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        var acme = await AcmeAsync(browser);
        await browser.GoAsync(acme);
        var before = portal.Logto.Journal.Entries.Count;

        await browser.GoAsync(acme);

        var read = portal.Logto.Journal.Entries.Skip(before).Where(entry => entry.Path.EndsWith("/users", StringComparison.Ordinal));
        Assert.Single(read);
        Assert.DoesNotContain(portal.Logto.Journal.Entries.Skip(before), entry => entry.Path.EndsWith("/roles", StringComparison.Ordinal));
    }

    [Fact]
    public async Task People_lead_to_the_members()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        var acme = await AcmeAsync(browser);
        var organization = acme[..acme.IndexOf("/people", StringComparison.Ordinal)];

        Assert.Equal(acme, (await browser.GoAsync(organization + "/people")).Url.PathAndQuery);
    }

    [Theory]
    [InlineData("/organizations/not%20one/people/members")]
    [InlineData("/organizations/..%2f..%2fusers/people/members")]
    [InlineData("/organizations/unknown00000/people/members")]
    public async Task An_organization_that_is_none_or_not_ones_own_shows_nobody(string path)
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");

        var page = await browser.GoAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("We cannot find this page", page.Document.QuerySelector("main h1")!.Words());
        Assert.Empty(page.Document.QuerySelectorAll(".person-name"));
    }

    private static async Task<string> AcmeAsync(TestBrowser browser) =>
        (await browser.GoAsync("/?stay=1")).Document.QuerySelector("main a.list-link")!.GetAttribute("href") + "/people/members";
}
