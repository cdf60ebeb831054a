using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Store;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>What the portal exists for, once through, as two people see it.</summary>
public sealed partial class JourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Dave_creates_Initech_and_invites_Erin_who_accepts_and_is_made_administrator_and_removed()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var dave = await browser.OpenAsync(portal.Address);
        var erin = await browser.OpenAsync(portal.Address);

        await dave.GotoAsync("/");
        await dave.SignInAsync("dave");
        await CreateOrganizationAsync(dave, "Initech", "erin@example.com");
        await dave.GetByRole(AriaRole.Link, new() { Name = "Go to Initech" }).ClickAsync();
        await Expect(dave.GetByRole(AriaRole.Heading, new() { Name = "Welcome to Initech" })).ToBeVisibleAsync();
        await dave.OpenPeopleAsync();
        await Expect(MemberRow(dave, "Dave")).ToContainTextAsync("You");
        await Expect(MemberRow(dave, "Erin")).ToHaveCountAsync(0);

        var mail = Assert.Single(portal.Logto.MailTo("erin@example.com"));
        await erin.GotoAsync(mail.Link!);
        await erin.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await erin.SignInAsync("erin");
        await erin.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(erin).ToHaveURLAsync(OverviewPage());
        await erin.OpenPeopleAsync();
        await Expect(MemberRow(erin, "Erin")).ToContainTextAsync("You");

        // Without reloading.
        await Expect(MemberRow(dave, "Erin")).ToContainTextAsync("member");

        await MemberRow(dave, "Erin").GetByRole(AriaRole.Button, new() { Name = "Role of Erin" }).ClickAsync();
        await dave.GetByRole(AriaRole.Menuitemradio, new() { NameRegex = StartsWithAdmin() }).ClickAsync();
        await dave.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Make administrator" }).ClickAsync();
        await Expect(MemberRow(dave, "Erin").GetByRole(AriaRole.Button, new() { Name = "Role of Erin admin" })).ToBeVisibleAsync();

        await MemberRow(dave, "Erin").GetByRole(AriaRole.Button, new() { Name = "Actions for Erin" }).ClickAsync();
        await dave.GetByRole(AriaRole.Menuitem, new() { Name = "Remove from Initech" }).ClickAsync();
        await dave.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove member" }).ClickAsync();
        await Expect(MemberRow(dave, "Erin")).ToHaveCountAsync(0);

        await erin.ReloadAsync();
        await Expect(erin.GetByRole(AriaRole.Heading, new() { Name = "We cannot find this page" })).ToBeVisibleAsync();

        await using var store = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        Assert.All(await store.AuditRecords.AsNoTracking().ToListAsync(), record => Assert.False(string.IsNullOrEmpty(record.CorrelationId), $"{record.Action} belongs to no trace."));
    }

    private static async Task CreateOrganizationAsync(IPage page, string name, string invitee)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Create an organization" }).ClickAsync();
        await page.GetByLabel("Organization name").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.GetByLabel("E-mail addresses").FillAsync(invitee);
        await page.GetByLabel("E-mail addresses").PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Create {name} and send 1 invitation" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"{name} is ready" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = invitee })).ToContainTextAsync("Invitation sent");
    }

    private static ILocator MemberRow(IPage page, string name) =>
        page.GetByRole(AriaRole.Row).Filter(new() { HasText = $"{name}@example.com".ToLowerInvariant() });

    [GeneratedRegex("/organizations/[a-z0-9]+$")]
    private static partial Regex OverviewPage();

    [GeneratedRegex("^admin")]
    private static partial Regex StartsWithAdmin();
}
