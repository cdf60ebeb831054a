using Microsoft.Playwright;
using OrgPortal.Web.Features.Organizations;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <content>What stands before and around organizations: public pages, the home page, the wizard, the account, notices.</content>
internal sealed partial class Tour
{
    private async Task PublicPagesAsync()
    {
        var page = await OpenAsync();
        foreach (var path in (string[])["/signed-out", "/access-denied", "/error", "/status/429"])
        {
            await GoAsync(page, path);
            await look("public " + path.Trim('/').Replace('/', ' '), page);
        }

        foreach (var reason in (string[])["refused", "cancelled", "unconfirmed", "expired", "unavailable"])
        {
            await GoAsync(page, "/sign-in-failed?reason=" + reason);
            await look("sign-in " + reason, page);
        }

        await page.Locator(".public-bar [popovertarget]").First.ClickAsync();
        await look("public menu language", page);
        await page.Context.CloseAsync();
    }

    private async Task HomeAsync(IPage page)
    {
        await GoAsync(page, "/?stay=1");
        await Expect(page.Locator(".list-row")).ToHaveCountAsync(3);
        await look("home", page);
        await page.Locator(".person-button").ClickAsync();
        await look("home menu account", page);
        await page.Keyboard.PressAsync("Escape");
        var carol = await SignInAsync("carol");
        await Expect(carol.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("home empty", carol);
        await carol.Context.CloseAsync();
    }

    private async Task WizardAsync()
    {
        var page = await SignInAsync("dave");
        await GoAsync(page, "/organizations/new");
        var name = page.GetByLabel(_words.Of<OrganizationsText>("NameLabel"));
        await Expect(name).ToBeEnabledAsync();
        await look("wizard 1", page);
        await ClickAsync(page, _words.Of<OrganizationsText>("Continue"));
        await Expect(page.Locator(".field-error")).ToBeVisibleAsync();
        await look("wizard 1 error", page);
        await name.FillAsync(SampleSeed.LongOrganization);
        await ClickAsync(page, _words.Of<OrganizationsText>("Continue"));
        var addresses = page.GetByLabel(_words.Of<OrganizationsText>("AddressesLabel"));
        await addresses.FillAsync($"erin@example.com, {BadAddress}, dave@example.com, {LongAddress}");
        await addresses.PressAsync("Enter");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(4);
        await page.GetByRole(AriaRole.Radio, new() { Name = "admin" }).CheckAsync();
        await look("wizard 2", page);
        await page.Locator(".chip.tone-danger button").First.ClickAsync();
        await Expect(page.Locator(".chip")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Radio, new() { Name = "member" }).CheckAsync();
        portal.Logto.Faults.Add("POST /api/organization-invitations 503 x1");
        await page.Locator(".sheet-foot .button-primary").ClickAsync();
        await Expect(page.Locator(".pill").Nth(1)).ToBeVisibleAsync();
        await look("wizard 3", page);
        await page.Context.CloseAsync();
    }

    private async Task OwnAsync(IPage page)
    {
        await GoAsync(page, "/account");
        await Expect(page.Locator("main input").First).ToBeEnabledAsync();
        await Expect(page.Locator("main .bar-skeleton:visible")).ToHaveCountAsync(0);
        await look("account", page);
        await GoAsync(page, "/notices");
        await Expect(page.Locator("main .notices-page li, main .empty-state").First).ToBeVisibleAsync();
        await look("notices", page);
        await page.Locator(".bell").ClickAsync();
        await Expect(page.Locator(".menu-notices:popover-open")).ToBeVisibleAsync();
        await Expect(page.Locator(".menu-notices .bar-skeleton")).ToHaveCountAsync(0);
        await look("notices menu", page);
        await page.Keyboard.PressAsync("Escape");
        var carol = await SignInAsync("carol");
        await GoAsync(carol, "/notices");
        await Expect(carol.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("notices empty", carol);
        await carol.Context.CloseAsync();
    }
}
