using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>The embedded Logto's page on which people sign in.</summary>
internal static class SignInForm
{
    /// <summary>Fills it in for a person of the seed and sends it. Where that leads is for the test to say.</summary>
    /// <param name="page">A page that shows it.</param>
    /// <param name="name">The person's user name.</param>
    public static async Task SignInAsync(this IPage page, string name)
    {
        await page.Locator("[name=identifier]").FillAsync($"{name}@example.com");
        await page.Locator("[name=password]").FillAsync(TestBrowser.PasswordOf(name));
        await page.Locator("[name=password]").PressAsync("Enter");
    }

    /// <summary>Opens the members of Acme as alice, live.</summary>
    public static async Task<IPage> OpenMembersAsync(this BrowserFixture browser, PortalFactory portal)
    {
        var page = await browser.OpenAsync(portal.Address);
        await page.GotoAsync("/");
        await page.SignInAsync("alice");
        await page.OpenPeopleAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Select Bob" })).ToBeEnabledAsync();
        return page;
    }

    /// <summary>Goes from the page of an organization, such as the overview on which whoever has only one begins, to its members.</summary>
    public static async Task OpenPeopleAsync(this IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true })).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { globalThis.isSameDocument = true; }");
        await page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/people/members$"));
        // Where a circuit leads, it takes the focus to the heading a moment after it has drawn the page: who presses a key before that presses it there.
        await page.WaitForFunctionAsync("() => !globalThis.isSameDocument || document.activeElement?.matches('h1')");
    }
}
