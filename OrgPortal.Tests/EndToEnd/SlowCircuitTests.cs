using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>Pages whose circuit is far away: what a person sees and does does not wait for it.</summary>
public sealed partial class SlowCircuitTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string CircuitAddress = "**/_blazor?*";
    private const string IsTakenOver = "() => document.getElementById('main') !== globalThis.prerendered";

    [BrowserFact]
    public async Task A_menu_opened_before_the_circuit_stands_stays_open()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var alice = await browser.OpenAsync(portal.Address);
        var comes = await ReloadAsync(alice);

        var account = alice.GetByRole(AriaRole.Button, new() { NameRegex = new("^Your account") });
        var signOut = alice.GetByRole(AriaRole.Button, new() { Name = "Sign out" });
        await account.ClickAsync();
        await Expect(signOut).ToBeVisibleAsync();
        comes.SetResult();

        await alice.WaitForFunctionAsync(IsTakenOver);
        await Expect(signOut).ToBeVisibleAsync();
        await Expect(account).ToBeFocusedAsync();
        await alice.Keyboard.PressAsync("Escape");
        await Expect(signOut).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task A_link_pressed_before_the_circuit_stands_and_let_go_afterwards_is_followed()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var alice = await browser.OpenAsync(portal.Address);
        var comes = await ReloadAsync(alice);

        await alice.GetByRole(AriaRole.Link, new() { Name = "Settings", Exact = true }).HoverAsync();
        await alice.Mouse.DownAsync();
        comes.SetResult();
        await alice.WaitForFunctionAsync(IsTakenOver);
        await alice.Mouse.UpAsync();

        await Expect(alice).ToHaveURLAsync(SettingsPage());
    }

    /// <summary>Opens the members' page with its circuit held back until the result is set.</summary>
    private static async Task<TaskCompletionSource> ReloadAsync(IPage page)
    {
        var comes = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await SignInAsync(page);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Role of Bob" })).ToBeVisibleAsync();
        await page.RouteWebSocketAsync(CircuitAddress, socket =>
        {
            var server = socket.ConnectToServer();
            var last = Task.CompletedTask;
            socket.OnMessage(frame => last = PassAsync(last, comes.Task, server, frame));
        });
        await page.ReloadAsync();
        await page.EvaluateAsync("() => { globalThis.prerendered = document.getElementById('main'); }");
        return comes;
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

    [GeneratedRegex("/settings")]
    private static partial Regex SettingsPage();
}
