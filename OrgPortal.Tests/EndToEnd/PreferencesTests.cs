using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>What stands on every page and knows its address, where a circuit has led on from the page that was loaded.</summary>
public sealed class PreferencesTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Another_language_is_chosen_on_the_page_where_one_is()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var page = await browser.OpenMembersAsync(portal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Settings", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Settings", Exact = true })).ToBeVisibleAsync();

        await Expect(page.Locator(".skip-link")).ToHaveAttributeAsync("href", page.Url + "#main");

        await page.GetByRole(AriaRole.Button, new() { Name = "Language: English" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "简体中文" }).ClickAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await Expect(page).ToHaveURLAsync(new Regex("/settings$"));
    }
}
