using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>What only a browser shows of the command palette, of shortcuts and of drafts: where the focus is, and what outlives a circuit.</summary>
public sealed partial class PaletteAndDraftsTests(BrowserFixture browser, PaletteAndDraftsTests.House house) : IClassFixture<BrowserFixture>, IClassFixture<PaletteAndDraftsTests.House>
{
    [BrowserFact]
    public async Task The_palette_leads_everywhere_by_keyboard_alone_and_gives_the_focus_back()
    {
        var alice = await browser.OpenAsync(house.Address);
        // Which keys belong together, and what is still wanted, is a matter of time: not of this machine's.
        await alice.Context.AddInitScriptAsync("performance.now = () => 0");
        await alice.GotoAsync("/");
        await alice.SignInAsync("alice");
        await alice.ExpectAtAsync(house.Address);
        await Expect(alice.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await alice.WaitForLoadStateAsync(LoadState.DOMContentLoaded);

        // Also before there is a circuit.
        await alice.Keyboard.PressAsync("Control+k");
        var input = alice.GetByRole(AriaRole.Combobox, new() { Name = "Search or jump to" });
        await Expect(input).ToBeFocusedAsync();
        await alice.Keyboard.TypeAsync("bob");
        await Expect(alice.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("Bob");
        await alice.Keyboard.PressAsync("Enter");
        await Expect(alice.GetByRole(AriaRole.Heading, new() { Name = "Bob", Level = 1 })).ToBeVisibleAsync();

        await alice.Keyboard.PressAsync("g");
        await alice.Keyboard.PressAsync("p");
        await Expect(alice).ToHaveURLAsync(Members());
        await Expect(alice.GetByRole(AriaRole.Heading, new() { Name = "People", Level = 1 })).ToBeFocusedAsync();
        await alice.Keyboard.PressAsync("/");
        var search = alice.GetByRole(AriaRole.Searchbox);
        await Expect(search).ToBeFocusedAsync();
        await alice.Keyboard.TypeAsync("gi?");
        await Expect(search).ToHaveValueAsync("gi?");
        await alice.Keyboard.PressAsync("Control+k");
        await Expect(input).ToBeFocusedAsync();
        await alice.Keyboard.PressAsync("Escape");
        await Expect(alice.Locator("dialog.palette")).ToHaveCountAsync(0);
        await Expect(search).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task What_was_typed_survives_a_killed_circuit_and_a_reload_until_it_is_discarded()
    {
        var dave = await browser.OpenAsync(house.Address);
        var sockets = new List<(IWebSocketRoute Page, IWebSocketRoute Server)>();
        await dave.RouteWebSocketAsync("**/_blazor?*", socket => sockets.Add((socket, socket.ConnectToServer())));
        await dave.GotoAsync("/organizations/new");
        await dave.SignInAsync("dave");
        var name = dave.GetByLabel("Organization name");
        await name.FillAsync("Initech");
        await dave.WaitForFunctionAsync("() => Object.values(sessionStorage).some((draft) => draft.includes('Initech'))");

        var isAsked = false;
        dave.Dialog += (_, dialog) =>
        {
            isAsked = true;
            _ = dialog.AcceptAsync();
        };
        await dave.EvaluateAsync("() => { globalThis.before = true; }");
        foreach (var (page, server) in sockets.ToList())
        {
            await page.CloseAsync();
            await server.CloseAsync();
        }

        await dave.WaitForFunctionAsync("() => !globalThis.before");
        await Expect(name).ToHaveValueAsync("Initech");
        await Expect(dave.GetByText("Draft restored")).ToBeVisibleAsync();
        Assert.False(isAsked, "Nobody has to be asked whether to leave a page that is kept.");

        await dave.ReloadAsync();
        await Expect(name).ToHaveValueAsync("Initech");
        await dave.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Expect(name).ToHaveValueAsync(string.Empty);
        await dave.WaitForFunctionAsync("() => !Object.keys(sessionStorage).some((key) => key.startsWith('orgportal-draft:'))");
    }

    [GeneratedRegex("/people/members$")]
    private static partial Regex Members();

    /// <summary>A portal that keeps no circuit whose connection is gone, as after a restart.</summary>
    public sealed class House : IAsyncLifetime
    {
        private PortalFactory? _portal;

        /// <summary>Where it listens.</summary>
        public Uri Address => _portal!.Address;

        public async Task InitializeAsync()
        {
            if (Chromium.Path is not null || Chromium.IsRequired)
            {
                _portal = await PortalFactory.StartAsync(new PortalFactoryOptions
                {
                    Listens = true,
                    Services = services => services.Configure<CircuitOptions>(options => (options.DisconnectedCircuitMaxRetained, options.PersistedCircuitInMemoryMaxRetained) = (0, 0)),
                });
            }
        }

        public async Task DisposeAsync()
        {
            if (_portal is not null)
            {
                await _portal.DisposeAsync();
            }
        }
    }
}
