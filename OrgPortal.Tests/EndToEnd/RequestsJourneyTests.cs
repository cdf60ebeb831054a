using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>From a domain that nobody has proved to a member who asked, as two people see it, each without reloading for the other.</summary>
public sealed partial class RequestsJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Alice_proves_a_domain_and_opens_it_and_Carol_finds_Acme_and_asks_and_is_let_in()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions
        {
            Listens = true,
            Settings = { ["Portal:Domains:TrustAddresses"] = "true", ["Portal:Domains:DevelopmentAnswers:example.com"] = "Found" },
        });
        var alice = await browser.OpenAsync(portal.Address);
        var carol = await browser.OpenAsync(portal.Address);

        await alice.GotoAsync("/");
        await alice.SignInAsync("alice");
        await alice.GetByRole(AriaRole.Link, new() { Name = "Domains", Exact = true }).ClickAsync();
        await Button(alice, "Add domain").ClickAsync();
        await alice.GetByLabel("Domain", new() { Exact = true }).FillAsync("Example.com");
        await Button(alice.GetByRole(AriaRole.Dialog), "Add domain").ClickAsync();
        await Expect(alice.GetByText("_orgportal-challenge.example.com")).ToBeVisibleAsync();
        await Button(alice, "Check now").ClickAsync();
        await alice.GetByText("Let them ask, an administrator approves").ClickAsync();
        await Expect(alice.GetByText("People with an address of example.com can ask to join")).ToBeVisibleAsync();

        await carol.GotoAsync("/");
        await carol.SignInAsync("carol");
        await Expect(carol.GetByRole(AriaRole.Heading, new() { Name = "Your company is already here" })).ToBeVisibleAsync();
        await alice.OpenPeopleAsync();
        await Expect(Tab(alice, "Requests")).ToContainTextAsync("0");
        await Button(carol, "Ask to join Acme").ClickAsync();
        await carol.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).FillAsync("I am new here.");
        await Button(carol.GetByRole(AriaRole.Dialog), "Ask to join").ClickAsync();
        await Expect(Button(carol, "Withdraw the request to join Acme")).ToBeVisibleAsync();

        // Without reloading.
        await Expect(Tab(alice, "Requests")).ToContainTextAsync("1");
        await Tab(alice, "Requests").ClickAsync();
        await Button(alice, "Approve the request of Carol").ClickAsync();
        await Expect(alice.GetByRole(AriaRole.Dialog)).ToContainTextAsync("I am new here.");
        await Button(alice.GetByRole(AriaRole.Dialog), "Approve request").ClickAsync();
        await Expect(alice.GetByText("Carol is now a member of Acme")).ToBeVisibleAsync();
        await Expect(Tab(alice, "Requests")).ToContainTextAsync("0");

        await Expect(carol.GetByRole(AriaRole.Link, new() { NameRegex = StartsWithAcme() })).ToBeVisibleAsync();
        await Expect(Button(carol, "Withdraw the request to join Acme")).ToHaveCountAsync(0);
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Button(ILocator part, string name) => part.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Tab(IPage page, string name) => page.Locator(".tab-bar").GetByRole(AriaRole.Link, new() { Name = name });

    [GeneratedRegex("^Acme")]
    private static partial Regex StartsWithAcme();
}
