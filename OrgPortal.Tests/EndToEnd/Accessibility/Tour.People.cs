using Microsoft.Playwright;
using OrgPortal.Web.Features.Members;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <content>Members: the list, one of them, several, those who left.</content>
internal sealed partial class Tour
{
    private async Task MembersAsync(IPage page)
    {
        await GoAsync(page, Acme + "/people/members");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(12);
        await look("members", page);
        await MenuAsync(page, page.Locator("#side .switcher").First, "members menu organizations");
        await MenuAsync(page, page.Locator(".side-foot .switcher"), "members menu account");
        await MenuAsync(page, page.Locator(".top-bar [popovertarget]").Last, "members menu language");
        await MenuAsync(page, page.Locator(".filter").First, "members menu filter");
        var row = Row(page, "sofia@acme.example");
        await MenuAsync(page, row.Locator(".select"), "members menu role");
        await MenuAsync(page, row.Locator(".icon-button"), "members menu row");

        await row.Locator(".select").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = _words.Of<MembersText>("ChooseSeveral") }).ClickAsync();
        await DialogAsync(page, "members dialog roles");
        await row.Locator(".select").ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "admin" }).ClickAsync();
        await DialogAsync(page, "members dialog administrator");
        await row.Locator(".icon-button").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = _words.Of<MembersText>("RemoveFrom", "Acme") }).ClickAsync();
        await DialogAsync(page, "members dialog remove");

        portal.Logto.Faults.Add("PUT /api/organizations/{id}/users/{userId}/roles 404 x1");
        await row.Locator(".select").ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "editor" }).ClickAsync();
        await Expect(page.Locator(".row-detail, " + Toast).First).ToBeVisibleAsync();
        await look("members refused", page);
        portal.Logto.Faults.Clear();
        await row.Locator(".select").ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "editor" }).ClickAsync();
        await Expect(row.Locator(".select")).ToContainTextAsync("editor");
        await Expect(page.Locator(Toast).Last).ToBeVisibleAsync();
        await look("members toast", page);

        await GoAsync(page, Acme + "/people/members?q=nobody-of-this-name");
        await Expect(page.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("members nothing found", page);
        await GoAsync(page, Extreme + "/people/members");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(5);
        await look("members extreme", page);
        await page.Locator("tbody tr").Filter(new() { HasText = SampleSeed.LongPerson }).Locator(".icon-button").ClickAsync();
        await page.Locator(".menu-item-danger").Last.ClickAsync();
        await DialogAsync(page, "members extreme dialog remove");
        await GoAsync(page, $"/organizations/{_organizations["مؤسسة الأفق"]}/people/members");
        await Expect(page.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("members alone", page);
    }

    private async Task MemberAsync(IPage page)
    {
        await GoAsync(page, Acme + "/people/members");
        await Row(page, "priya@acme.example").GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.Locator("aside .card").First).ToBeVisibleAsync();
        await Expect(page.Locator("main .bar-skeleton:visible")).ToHaveCountAsync(0);
        await look("member", page);
        await GoAsync(page, Extreme + "/people/members");
        await Row(page, SampleSeed.LongPerson).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.Locator("aside .card").First).ToBeVisibleAsync();
        await Expect(page.Locator("main .bar-skeleton:visible")).ToHaveCountAsync(0);
        await look("member extreme", page);
        await GoAsync(page, Acme + "/people/members/nobodyisthis");
        await look("member nobody", page);
    }

    private async Task SeveralAsync(IPage page)
    {
        await GoAsync(page, Acme + "/people/members");
        await Row(page, "noah@acme.example").GetByRole(AriaRole.Checkbox).CheckAsync();
        await Row(page, "zoe@acme.example").GetByRole(AriaRole.Checkbox).CheckAsync();
        var bar = page.GetByRole(AriaRole.Region, new() { Name = _words.Of<MembersText>("Selection") });
        await Expect(bar).ToBeVisibleAsync();
        await look("members selected", page);
        await bar.GetByRole(AriaRole.Button, new() { Name = _words.Of<MembersText>("ChangeRoles") }).ClickAsync();
        await DialogAsync(page, "members dialog several roles");
        await bar.GetByRole(AriaRole.Button, new() { Name = _words.Of<MembersText>("BulkRemove") }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.Locator("li, tbody tr").First).ToBeVisibleAsync();
        await look("members dialog several remove", page);
        await dialog.Locator(".dialog-foot .button-danger-filled").ClickAsync();
        await Expect(page.Locator(Toast).Last).ToBeVisibleAsync();
        await Expect(Row(page, "zoe@acme.example")).ToHaveCountAsync(0);
        await look("members several removed", page);
        await GoAsync(page, Acme + "/people/former");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await look("former", page);
        await GoAsync(page, Extreme + "/people/former");
        await Expect(page.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("former nobody", page);
        await GoAsync(page, Acme + "/people/members");
        await Row(page, "tom@acme.example").Locator(".icon-button").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = _words.Of<MembersText>("SetEnd") }).ClickAsync();
        await DialogAsync(page, "members dialog end");
    }
}
