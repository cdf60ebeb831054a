using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Features.Organizations.Deletion;
using OrgPortal.Web.Store;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <content>Settings and the audit log.</content>
internal sealed partial class Tour
{
    private async Task SettingsAsync(IPage page)
    {
        portal.Logto.HasStorage = true;
        await GoAsync(page, Acme + "/settings");
        await Expect(page.Locator("#branding .file-button input").Last).ToBeEnabledAsync();
        var delete = page.GetByRole(AriaRole.Button, new() { Name = _words.Of<OrganizationsText>("DeleteVerb", "Acme") });
        await Expect(delete).ToBeEnabledAsync();
        await look("settings", page);
        await page.Locator("main form input[inputmode=decimal]").FillAsync("none");
        await page.Locator("main form .card-foot .button-primary").First.ClickAsync();
        await Expect(page.Locator("main form .field-error")).ToBeVisibleAsync();
        await look("settings profile refused", page);
        await page.Locator("#branding input[type=url]").First.FillAsync("http://no picture");
        await page.Locator("#branding .color-input input.mono, #branding .color-input .mono input").First.FillAsync("#ffe000");
        await page.Locator("#branding .card-foot .button-primary").ClickAsync();
        await Expect(page.Locator("#branding .field-error").First).ToBeVisibleAsync();
        await look("settings branding refused", page);
        await GoAsync(page, Acme + "/settings");
        await Expect(delete).ToBeEnabledAsync();
        await ClickAsync(page, _words.Of<OrganizationsText>("LeaveVerb", "Acme"));
        await DialogAsync(page, "settings dialog leave");
        await delete.ClickAsync();
        await Expect(page.Locator(".danger-details input")).ToBeVisibleAsync();
        await look("settings delete", page);
        await page.Locator(".danger-details input").FillAsync("Acme");
        await Expect(page.Locator(".button-danger-filled")).ToBeEnabledAsync();
        await look("settings delete typed", page);
        await page.Locator(".danger-details .button:not(.button-danger-filled)").ClickAsync();
        await ClickAsync(page, _words.Of<MembersText>("HandOver", "Acme"));
        await Expect(page.Locator(".danger-details .choice").First).ToBeVisibleAsync();
        await look("settings hand over", page);
        await page.Locator(".danger-details .search-box input").FillAsync("grace");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Grace Okafor" }).CheckAsync();
        await Expect(page.Locator(".danger-details .bullets")).ToBeVisibleAsync();
        await look("settings hand over chosen", page);
        await page.Locator(".danger-details .search-box input").FillAsync("nobody-of-this-name");
        await Expect(page.Locator(".danger-details [role=status]")).ToHaveTextAsync(_words.Of<MembersText>("HandOverNobodyFound"));
        await look("settings hand over nobody", page);
        await GoAsync(page, Extreme + "/settings");
        await Expect(page.Locator(".danger-row .button").First).ToBeEnabledAsync();
        await look("settings extreme", page);

        // Signed in half an hour ago.
        portal.Logto.Clock.Advance(TimeSpan.FromMinutes(-30));
        var grace = await SignInAsync("grace");
        portal.Logto.Clock.Reset();
        await GoAsync(grace, Acme + "/settings");
        await grace.GetByRole(AriaRole.Button, new() { Name = _words.Of<OrganizationsText>("DeleteVerb", "Acme") }).ClickAsync();
        await DialogAsync(grace, "settings dialog identity");
        await grace.Context.CloseAsync();
    }

    // Past the portal: with a hold for all of the tour, deleting would say something else everywhere.
    private async Task HeldAsync(IPage page)
    {
        var id = _organizations[SampleSeed.LongOrganization];
        var holds = portal.Services.GetRequiredService<OrganizationHolds>();
        var until = DateTimeOffset.UtcNow.AddDays(6);
        await holds.BeginAsync(new HeldOrganization { OrganizationId = id, Name = "Gesellschaft", Members = 5, DeletedAt = until.AddDays(-7), DeletedById = "ana", DeletedByName = "Ana Ferreira", RestorableUntil = until, DueAt = until });
        await GoAsync(page, "/?stay=1");
        await Expect(page.Locator("main .section-head h2").Last).ToBeVisibleAsync();
        await look("home deleted", page);
        await GoAsync(page, Extreme);
        await Expect(page.Locator("main .empty-state .button-primary")).ToBeEnabledAsync();
        await look("organization deleted", page);
        await holds.EndAsync(OrgPortal.Web.Logto.OrganizationId.Parse(id, null));
    }

    private async Task EmptyAuditAsync(IPage page)
    {
        await GoAsync(page, Acme + "/audit");
        await Expect(page.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("audit empty", page);
    }

    private async Task AuditAsync(IPage page)
    {
        await GoAsync(page, Acme + "/audit");
        await Expect(page.Locator("tbody tr").Nth(4)).ToBeVisibleAsync();
        await look("audit", page);
        await page.Locator("tbody tr").Filter(new() { HasText = _words.Of<AuditText>("action.member.roles.change") }).First.Locator(".icon-button").ClickAsync();
        await Expect(page.Locator(".audit-detail")).ToBeVisibleAsync();
        await look("audit detail", page);
        for (var filter = 0; filter < 3; filter++)
        {
            await MenuAsync(page, page.Locator(".filter").Nth(filter), $"audit menu {filter + 1}");
        }

        await GoAsync(page, Acme + "/audit?result=failed&from=2026-01-01");
        await Expect(page.Locator(".filter.is-on")).ToBeVisibleAsync();
        await look("audit filtered", page);
        await GoAsync(page, Acme + "/audit?q=nothing-of-this-name");
        await Expect(page.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("audit nothing found", page);
    }
}
