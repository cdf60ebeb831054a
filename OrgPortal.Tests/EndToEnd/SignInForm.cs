using Microsoft.Playwright;
using OrgPortal.Tests.Support;

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

    /// <summary>Goes from the page of an organization, such as the overview on which whoever has only one begins, to its members.</summary>
    public static Task OpenPeopleAsync(this IPage page) => page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }).ClickAsync();
}
