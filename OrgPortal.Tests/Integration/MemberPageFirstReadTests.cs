using System.Net;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Integration;

public sealed class MemberPageFirstReadTests
{
    [Fact]
    public async Task The_first_html_already_tells_of_the_member_and_each_thing_is_read_once()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        var bob = await PathOfAsync(browser, "Bob");
        await browser.GoAsync(bob);
        var before = portal.Logto.Journal.Entries.Count;

        var page = await browser.GoAsync(bob);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Bob", page.Document.QuerySelector("h1")!.Words());
        Assert.Equal("member", page.Document.QuerySelector(".member-roles .list-title")!.Words());
        Assert.Equal("See people read:member member", page.Document.QuerySelector(".powers tbody tr")!.Words());
        Assert.Equal(["People", "Bob"], page.Document.QuerySelectorAll(".crumbs li").Skip(1).Select(part => part.Words()));
        var read = portal.Logto.Journal.Entries.Skip(before).Select(entry => entry.Path).ToList();
        var id = bob.Split('/')[^1];
        Assert.Single(read, path => path.EndsWith($"/users/{id}/roles", StringComparison.Ordinal));
        Assert.Single(read, path => path.EndsWith($"/api/users/{id}", StringComparison.Ordinal));
        // Only behind the first paint.
        Assert.DoesNotContain(read, path => path.EndsWith("/mfa-verifications", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_of_no_organization_of_mine_is_answered_like_nobody()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        var bob = await PathOfAsync(browser, "Bob");
        var members = bob[..bob.LastIndexOf('/')];
        var carol = portal.Logto.State.Read(tables => tables.Users.FindByUsername("carol")!.Id);

        foreach (var path in (string[])[$"{members}/{carol}", $"{members}/nobody123456", $"{members}/not%20one", $"{members}/..%2f..%2fusers"])
        {
            var page = await browser.GoAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Equal("We cannot find this page", page.Document.QuerySelector("main h1")!.Words());
        }
    }

    private static async Task<string> PathOfAsync(TestBrowser browser, string name)
    {
        var acme = (await browser.GoAsync("/?stay=1")).Document.QuerySelector("main a.list-link")!.GetAttribute("href") + "/people/members";
        return Assert.Single((await browser.GoAsync(acme)).Document.QuerySelectorAll(".person-name a"), link => link.Words() == name).GetAttribute("href")!;
    }
}
