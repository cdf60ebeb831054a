using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Tests.Support;
using OrgPortal.Web.App;
using OrgPortal.Web.Authentication.Circuits;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <content>What people see who may not, or when something is broken.</content>
internal sealed partial class Tour
{
    private async Task WithoutRightsAsync()
    {
        var page = await SignInAsync("maria");
        foreach (var place in (string[])["people/members", "people/invitations", "people/invitations/links", "people/invitations/import", "people/requests", "people/former", "settings", "settings/domains", "settings/machines", "settings/webhooks", "settings/sso", "settings/second-factor", "audit"])
        {
            await GoAsync(page, $"{Acme}/{place}");
            await Expect(page.Locator("main .bar-skeleton:visible, main table[aria-busy]")).ToHaveCountAsync(0);
            await look("without rights " + place.Replace('/', ' '), page);
        }

        await GoAsync(page, Acme + "/people/members");
        await page.Locator("main [popovertarget][aria-haspopup=dialog]").First.ClickAsync(new() { Force = true });
        await Expect(page.Locator(".menu-why:popover-open .button, .menu-why:popover-open a").First).ToBeVisibleAsync();
        await look("without rights why not", page);

        await page.Context.CloseAsync();

        var options = new PortalFactoryOptions { Listens = true, Beside = portal };
        options.Settings["Portal:Circuits:PerPerson"] = "1";
        await using var narrow = await PortalFactory.StartAsync(options);
        var first = await SignInAsync("noah");
        await first.GotoAsync(new Uri(narrow.Address, Acme + "/people/members").AbsoluteUri);
        await Eventually.TrueAsync(() => narrow.Services.GetRequiredService<OpenCircuits>().People.Count > 0);
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(new Uri(narrow.Address, Acme + "/people/members").AbsoluteUri);
        await Expect(second.GetByText(_words.Of<AppText>("TooManyPagesTitle")).First).ToBeVisibleAsync();
        await look("too many pages", second);
        await first.Context.CloseAsync();
    }

    private async Task LostAsync()
    {
        var page = await SignInAsync("jon");
        await GoAsync(page, Acme + "/people/members");
        await Expect(page.Locator("tbody tr").Nth(5)).ToBeVisibleAsync();
        var jon = portal.Logto.State.Read(tables => tables.Users.FindByUsername("jon")!.Id);
        portal.Logto.State.Write(tables => tables.RemoveMember(_organizations[SampleSeed.Organization], jon));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = _words.Of<AppText>("AccessLostTitle", "Acme") })).ToBeVisibleAsync();
        await look("access lost", page);
        await page.Context.CloseAsync();
    }

    private async Task BrokenAsync()
    {
        var page = await SignInAsync("grace");
        await GoAsync(page, "/nowhere");
        await look("not found", page);
        await GoAsync(page, Acme + "/people/members");
        portal.Logto.Faults.Add("PUT /api/organizations/{id}/users/{userId}/roles 422 x1");
        await Row(page, "li@acme.example").Locator(".select").ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "editor" }).ClickAsync();
        await Expect(page.Locator("#blazor-error-ui")).ToBeVisibleAsync();
        await look("broken", page);
        await page.Context.CloseAsync();
    }

    private async Task AwayAsync(IPage page)
    {
        await GoAsync(page, Acme + "/people/members");
        await Expect(page.Locator("tbody tr").Nth(5)).ToBeVisibleAsync();
        portal.Logto.Faults.Add("* /api/** 503:60 x100000");
        await Expect(page.GetByText(_words.Of<AppText>("UncertainTitle"))).ToBeVisibleAsync();
        await look("away", page);
        await GoAsync(page, Extreme + "/audit");
        await Expect(page.Locator(".callout").First).ToBeVisibleAsync();
        await look("away from the start", page);
        await LandAsync(await OpenAsync(), LinkOf("dave@example.com"), "unavailable");
        portal.Logto.Faults.Clear();
    }
}
