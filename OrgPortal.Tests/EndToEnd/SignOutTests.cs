using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrgPortal.LogtoEmulator.Control;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>Leaving an open page: its own circuit must not call the browser back on the way to Logto.</summary>
public sealed partial class SignOutTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Whoever_signs_out_of_an_open_page_is_asked_for_the_password_again_however_slow_logto_is()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        portal.Logto.Faults.Add(new Fault { Route = "/oidc/token/revocation", Kind = FaultKind.Delay, Delay = TimeSpan.FromSeconds(1), Times = 10 });
        portal.Logto.Faults.Add(new Fault { Route = "/oidc/session/end", Kind = FaultKind.Delay, Delay = TimeSpan.FromSeconds(1), Times = 10 });
        var alice = await browser.OpenAsync(portal.Address);
        await alice.GotoAsync("/");
        await alice.SignInAsync("alice");

        await Expect(alice.GetByRole(AriaRole.Link, new() { Name = "Invite people", Exact = true })).ToBeVisibleAsync();

        // What can be deleted has a circuit.
        await alice.GotoAsync((await alice.GetByRole(AriaRole.Link, new() { Name = "Settings" }).GetAttributeAsync("href"))!);
        await Expect(alice.GetByRole(AriaRole.Button, new() { Name = "Delete Acme" })).ToBeEnabledAsync();
        await alice.GetByRole(AriaRole.Button, new() { NameRegex = Account() }).ClickAsync();
        await alice.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(alice).ToHaveURLAsync(Goodbye());
        await alice.GotoAsync("/");
        await Expect(alice.Locator("[name=password]")).ToBeVisibleAsync();
    }

    [GeneratedRegex("^Your account")]
    private static partial Regex Account();

    [GeneratedRegex("/signed-out$")]
    private static partial Regex Goodbye();
}
