using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>Pages whose circuit is far away: what a person sees and does does not wait for it.</summary>
public sealed class SlowCircuitTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string CircuitAddress = "**/_blazor?*";

    private static readonly TimeSpan FarAway = TimeSpan.FromMilliseconds(300);

    [BrowserFact]
    public async Task What_happens_while_a_dialog_opens_does_not_open_it_twice()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var alice = await browser.OpenAsync(portal.Address);
        await alice.RouteWebSocketAsync(CircuitAddress, socket =>
        {
            // In turn, each as late: the browser's confirmations are what is waited for.
            var server = socket.ConnectToServer();
            var last = Task.CompletedTask;
            socket.OnMessage(frame => last = PassAsync(last, Task.Delay(FarAway), server, frame));
        });
        await SignInAsync(alice);
        var select = alice.GetByRole(AriaRole.Button, new() { Name = "Role of Bob" });
        await Expect(select).ToBeVisibleAsync();
        await alice.WaitForFunctionAsync("() => document.querySelector('#main tbody tr')");

        // Much happens from now on: each time the page is rendered again.
        var organization = OrganizationId.Parse(portal.Logto.State.Read(tables => tables.Organizations.Where(one => one.Name == "Acme").Single().Id));
        using var enough = new CancellationTokenSource();
        var happening = HappenAsync(portal.Services.GetRequiredService<IOrganizationEvents>(), organization, enough.Token);
        await alice.GetByRole(AriaRole.Button, new() { Name = "Role of Bob" }).ClickAsync();
        await alice.GetByRole(AriaRole.Menuitem, new() { Name = "Choose several roles" }).ClickAsync();
        var dialogs = alice.GetByRole(AriaRole.Dialog);
        await Expect(dialogs.First).ToBeVisibleAsync();
        await Expect(dialogs.First.Locator(":focus")).ToHaveCountAsync(1);
        await enough.CancelAsync();
        await happening;

        await Expect(dialogs).ToHaveCountAsync(1);
        await dialogs.First.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(dialogs).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_menu_opened_before_the_circuit_stands_stays_open()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var alice = await browser.OpenAsync(portal.Address);
        var comes = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await SignInAsync(alice);
        await Expect(alice.GetByRole(AriaRole.Button, new() { Name = "Role of Bob" })).ToBeVisibleAsync();
        await alice.RouteWebSocketAsync(CircuitAddress, socket =>
        {
            var server = socket.ConnectToServer();
            var last = Task.CompletedTask;
            socket.OnMessage(frame => last = PassAsync(last, comes.Task, server, frame));
        });
        await alice.ReloadAsync();
        await alice.EvaluateAsync("() => { globalThis.prerendered = document.getElementById('main'); }");

        var account = alice.GetByRole(AriaRole.Button, new() { NameRegex = new("^Your account") });
        var signOut = alice.GetByRole(AriaRole.Button, new() { Name = "Sign out" });
        await account.ClickAsync();
        await Expect(signOut).ToBeVisibleAsync();
        comes.SetResult();

        await alice.WaitForFunctionAsync("() => document.getElementById('main') !== globalThis.prerendered");
        await Expect(signOut).ToBeVisibleAsync();
        await Expect(account).ToBeFocusedAsync();
        await alice.Keyboard.PressAsync("Escape");
        await Expect(signOut).ToBeHiddenAsync();
    }

    private static async Task PassAsync(Task before, Task delay, IWebSocketRoute server, IWebSocketFrame frame)
    {
        await before;
        await delay;
        if (frame.Binary is { } bytes)
        {
            server.Send(bytes);
        }
        else
        {
            server.Send(frame.Text ?? string.Empty);
        }
    }

    private static async Task HappenAsync(IOrganizationEvents events, OrganizationId organization, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            events.Publish(new MembersChanged(organization));
            await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        }
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.Locator("[name=identifier]").FillAsync("alice@example.com");
        await page.Locator("[name=password]").FillAsync(TestBrowser.PasswordOf("alice"));
        await page.Locator("[name=password]").PressAsync("Enter");
    }
}
