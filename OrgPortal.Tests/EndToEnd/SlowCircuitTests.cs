using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>Pages whose circuit is far away: what a person sees and does does not wait for it.</summary>
public sealed class SlowCircuitTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string CircuitAddress = "**/_blazor?*";

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

    private static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.SignInAsync("alice");
        await page.OpenPeopleAsync();
    }
}
