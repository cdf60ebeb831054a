using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrgPortal.LogtoEmulator.Control;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>A file of invitations, from the list of invitations to the result, over the real scheduler.</summary>
public sealed partial class ImportJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Alice_imports_a_file_corrects_a_line_and_sees_everybody_invited_once()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true, Settings = { ["Scheduling:Mode"] = "Store" } });
        var page = await browser.OpenAsync(portal.Address);
        await OpenImportAsync(page);

        var lines = string.Join('\n', Enumerable.Range(0, 60).Select(i => $"person{i}@example.org,member,"));
        await ChooseAsync(page, $"email,role,expires\n{lines}\nbob@example.com,,\nperson3@example.org,,\nliam@acme,,\nnora@example.org,Manager,\nomar@example.org,,90\n");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send 60 invitations" })).ToBeEnabledAsync();
        await Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(51);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = ToCorrect() }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(4);
        await page.GetByLabel("Address in line 64").FillAsync("liam@acme.example");
        await page.GetByLabel("Address in line 64").PressAsync("Tab");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = RoleInLine65() }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { NameRegex = StartsWithMember() }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send 62 invitations" }).ClickAsync();

        await Eventually.TrueAsync(() => Invited(portal).Count >= 62);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Import is done" })).ToBeVisibleAsync();
        await Expect(page.GetByText("62 of 62")).ToBeVisibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download result" }).ClickAsync());
        var result = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal(63, result.Length);
        Assert.Equal(62, portal.Logto.State.Read(tables => tables.Invitations.Where(_ => true).Count()));
        Assert.Equal(60, Enumerable.Range(0, 60).Count(i => portal.Logto.MailTo($"person{i}@example.org").Count == 1));
        Assert.Empty(portal.Logto.MailTo("bob@example.com"));
    }

    [BrowserFact]
    public async Task An_import_is_paused_and_resumed()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true, Settings = { ["Scheduling:Mode"] = "Store" } });
        var page = await browser.OpenAsync(portal.Address);
        await OpenImportAsync(page);
        await ChooseAsync(page, string.Join('\n', Enumerable.Range(0, 120).Select(i => $"person{i}@example.org")));
        // So slowly that it is not done before somebody can pause it.
        portal.Logto.Faults.Add(new Fault { Method = "POST", Route = "/api/organization-invitations", Kind = FaultKind.Delay, Delay = TimeSpan.FromSeconds(3), Times = 1000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Send 120 invitations" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Import is paused" })).ToBeVisibleAsync();
        portal.Logto.Faults.Clear();
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();

        await Eventually.TrueAsync(() => Invited(portal).Count >= 120);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Import is done" })).ToBeVisibleAsync();
        Assert.Equal(120, Invited(portal).Distinct().Count());
        Assert.Equal(120, Invited(portal).Count);
    }

    private static List<string> Invited(PortalFactory portal) => portal.Logto.State.Read(tables => tables.Invitations.Where(_ => true).Select(invitation => invitation.Invitee).ToList());

    private static async Task OpenImportAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.SignInAsync("alice");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = Acme() }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(Organization());
        await page.GotoAsync($"{page.Url.Split("/people")[0].TrimEnd('/')}/people/invitations");
        await page.GetByRole(AriaRole.Link, new() { Name = "Import from CSV" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Import invitations" })).ToBeVisibleAsync();
    }

    private static async Task ChooseAsync(IPage page, string text)
    {
        // Whoever chooses before the circuit stands chooses for nobody: until then there is nothing to choose with.
        await Expect(page.Locator("input[type=file]")).ToBeEnabledAsync();
        await page.WaitUntilFilesAreHeardAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "team-autumn.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
    }

    [GeneratedRegex("^To correct")]
    private static partial Regex ToCorrect();

    [GeneratedRegex("^Role in line 65")]
    private static partial Regex RoleInLine65();

    [GeneratedRegex("^member", RegexOptions.IgnoreCase)]
    private static partial Regex StartsWithMember();

    [GeneratedRegex("Acme")]
    private static partial Regex Acme();

    [GeneratedRegex("/organizations/[a-z0-9]+")]
    private static partial Regex Organization();
}
