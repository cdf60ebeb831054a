using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>Wherever the keyboard leads, it is to be seen where one is.</summary>
public sealed class FocusTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Every_stop_of_the_keyboard_on_the_page_of_members_is_seen()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var page = await browser.OpenMembersAsync(portal);

        var seen = new HashSet<string>();
        for (var stop = 0; stop < 25; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (name, isSeen) = await LookAsync(page);
            Assert.True(isSeen, "The focus is not to be seen at " + name);
            seen.Add(name);
        }

        // Links, buttons, menus, the search and the rows: not the same few again and again.
        Assert.True(seen.Count > 15, string.Join('\n', seen));
    }

    [BrowserFact]
    public async Task What_is_drawn_anew_in_a_row_keeps_the_focus()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var page = await browser.OpenMembersAsync(portal);
        var bob = page.GetByRole(AriaRole.Link, new() { Name = "Bob", Exact = true });
        await bob.FocusAsync();

        // As a page draws it when something of his has changed.
        await bob.EvaluateAsync("link => { const cell = link.closest('td'); cell.outerHTML = cell.outerHTML; }");

        await Expect(bob).ToBeFocusedAsync();
    }

    private static async Task<(string Name, bool IsSeen)> LookAsync(IPage page)
    {
        var here = page.Locator(":focus");
        if (await here.CountAsync() == 0)
        {
            // Past the last stop, on the way back to the first.
            return ("the page", true);
        }

        var name = await here.EvaluateAsync<string>("element => element.outerHTML.slice(0, 200)");
        return (name, await here.EvaluateAsync<bool>("element => { const style = getComputedStyle(element); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; }"));
    }
}
