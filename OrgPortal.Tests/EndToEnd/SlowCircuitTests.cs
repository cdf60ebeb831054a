using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>Pages whose circuit is far away: what a person sees and does does not wait for it.</summary>
public sealed partial class SlowCircuitTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string CircuitAddress = "**/_blazor?*";
    // Bytes of a message with a page of rows; what else a circuit says is smaller.
    private const int AnotherPage = 4000;
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

    [BrowserFact]
    public async Task A_tick_that_crosses_with_another_page_counts_for_whom_the_person_saw()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        portal.Logto.State.Write(tables =>
        {
            tables.AddMembers(tables.Organizations.Where(organization => organization.Name == "Acme").Single().Id,
                [.. Enumerable.Range(1, 40).Select(number => tables.Users.Put(new User { Id = LogtoIds.Short(), Name = $"Person {number}" }).Id)]);
            return true;
        });
        var alice = await browser.OpenAsync(portal.Address);
        await SignInAsync(alice);
        var (let, drawn) = (Task.CompletedTask, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await alice.RouteWebSocketAsync(CircuitAddress, socket =>
        {
            var server = socket.ConnectToServer();
            var last = Task.CompletedTask;
            server.OnMessage(frame =>
            {
                if (!let.IsCompleted && frame.Binary?.Length > AnotherPage)
                {
                    drawn.TrySetResult();
                }

                last = PassAsync(last, let, socket, frame);
            });
        });
        await alice.ReloadAsync();
        await TurnUntilHeardAsync(alice);
        var first = alice.Locator("tbody tr").First;
        var seen = await first.GetByRole(AriaRole.Link).InnerTextAsync();

        // The next page is drawn and on its way when the row of this one is ticked.
        var comes = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        let = comes.Task;
        await alice.GetByRole(AriaRole.Link, new() { Name = "Next", Exact = true }).ClickAsync();
        await drawn.Task.WaitAsync(Patience.Limit);
        await first.GetByRole(AriaRole.Checkbox).CheckAsync();
        comes.SetResult();

        await Expect(alice.GetByText("1 person selected")).ToBeVisibleAsync();
        await Expect(first.GetByRole(AriaRole.Link)).Not.ToHaveTextAsync(seen);
        await Expect(first.GetByRole(AriaRole.Checkbox)).Not.ToBeCheckedAsync();
        await alice.GetByRole(AriaRole.Link, new() { Name = "Previous", Exact = true }).ClickAsync();
        await Expect(alice.GetByRole(AriaRole.Checkbox, new() { Name = $"Select {seen}", Exact = true })).ToBeCheckedAsync();
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

    /// <summary>
    /// Turns to the next page and back until the circuit does both. It draws first and listens to links a moment later: one that is pressed in between loads the page anew,
    /// with a circuit of its own.
    /// </summary>
    private static async Task TurnUntilHeardAsync(IPage page)
    {
        var (next, previous) = (page.GetByRole(AriaRole.Link, new() { Name = "Next", Exact = true }), page.GetByRole(AriaRole.Link, new() { Name = "Previous", Exact = true }));
        var tick = page.Locator("tbody tr").First.GetByRole(AriaRole.Checkbox);
        do
        {
            await page.EvaluateAsync("() => { globalThis.isTheSame = true; }");
            await next.ClickAsync();
            await Expect(previous).ToBeVisibleAsync();
            await Expect(tick).ToBeEnabledAsync();
            await previous.ClickAsync();
            await Expect(previous).ToBeHiddenAsync();
            await Expect(tick).ToBeEnabledAsync();
        }
        while (!await page.EvaluateAsync<bool>("() => globalThis.isTheSame === true"));
    }

    private static async Task PassAsync(Task before, Task delay, IWebSocketRoute to, IWebSocketFrame frame)
    {
        await before;
        await delay;
        if (frame.Binary is { } bytes)
        {
            to.Send(bytes);
        }
        else
        {
            to.Send(frame.Text ?? string.Empty);
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
