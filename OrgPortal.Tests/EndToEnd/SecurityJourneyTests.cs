using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OrgPortal.LogtoEmulator;
using OrgPortal.LogtoEmulator.Control;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Logto;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>A journey through every page and dialog with two observers: the browser's content security policy, and a reader of logs, traces and metrics.</summary>
public sealed partial class SecurityJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    // {"alg": in Base64.
    private const string TokenStart = "eyJhbGciOi";
    private const string Initech = "Canary-Initech-7731";
    private const string Search = "canary-search-4410";
    private const string Invitee = "erin@example.com";

    private static readonly string[] Levels = ["Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Polly", "System", "System.Net.Http.HttpClient"];

    [BrowserFact]
    public async Task No_page_breaks_its_policy_and_nothing_private_is_logged_traced_or_measured()
    {
        using var telemetry = new CapturedTelemetry();
        var options = new PortalFactoryOptions { Listens = true };
        foreach (var level in Levels)
        {
            options.Settings[$"Logging:LogLevel:{level}"] = "Debug";
        }

        await using var portal = await PortalFactory.StartAsync(options);
        var violations = new ConcurrentQueue<string>();
        var canaries = new Dictionary<string, string>
        {
            ["the inviter's address"] = "dave@example.com",
            ["the invitee's address"] = Invitee,
            ["the organization's name"] = Initech,
            ["what was searched"] = Search,
            ["the web application's secret"] = EmulatorOptions.WebClientSecret,
            ["the management application's secret"] = EmulatorOptions.ManagementClientSecret,
            // Every token begins so; less of it stands by chance in the random ids of circuits.
            ["a token"] = TokenStart,
            ["an unknown link"] = "canaryTokenCanaryTokenCanaryToke",
        };

        var dave = await OpenAsync(portal, violations);
        await dave.GotoAsync("/");
        await dave.SignInAsync("dave");
        await CreateAsync(dave);
        var link = Assert.Single(portal.Logto.MailTo(Invitee)).Link!;
        canaries["the invitation's token"] = link.Split('/')[^1];

        var erin = await OpenAsync(portal, violations);
        await erin.GotoAsync("/invitation/canaryTokenCanaryTokenCanaryToke");
        await erin.GotoAsync(link);
        await erin.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await erin.SignInAsync("erin");
        await erin.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(erin).ToHaveURLAsync(OverviewPage());

        await dave.GetByRole(AriaRole.Link, new() { Name = $"Go to {Initech}" }).ClickAsync();
        await dave.OpenPeopleAsync();
        await ActOnMembersAsync(portal, dave);
        await LookAroundAsync(dave, new Uri(dave.Url));
        await AddSessionAsync(portal, canaries, dave, "dave");
        await AddSessionAsync(portal, canaries, erin, "erin");
        await erin.GotoAsync("/signin-oidc?code=canary-code-9915&state=canary-state-9915&error_description=canary-words-9915");
        canaries["a code that was sent"] = "canary-code-9915";
        canaries["a state that was sent"] = "canary-state-9915";
        canaries["what an answer says"] = "canary-words-9915";
        await DeleteAsync(dave);

        Assert.Empty(violations);
        Assert.Contains(portal.Logs.Lines, line => line.StartsWith("Debug ", StringComparison.Ordinal));
        Assert.Contains(telemetry.Lines, line => line.StartsWith("span ", StringComparison.Ordinal));
        Assert.Contains(telemetry.Lines, line => line.StartsWith("metric ", StringComparison.Ordinal));
        var told = from line in portal.Logs.Lines.Concat(telemetry.Lines)
                   from canary in canaries
                   where line.Contains(canary.Value, StringComparison.OrdinalIgnoreCase) || line.Contains(Uri.EscapeDataString(canary.Value), StringComparison.OrdinalIgnoreCase)
                   // The browser and the emulator live in this process too; what they tell is theirs.
                   where !line.Contains("OrgPortal.LogtoEmulator", StringComparison.Ordinal)
                   select $"{canary.Key}: {line[..Math.Min(400, line.Length)]}";
        Assert.True(!told.Any(), string.Join('\n', told.Distinct().Take(40)));
    }

    private async Task<IPage> OpenAsync(PortalFactory portal, ConcurrentQueue<string> violations)
    {
        var page = await browser.OpenAsync(portal.Address);
        await page.Context.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => console.error('policy-violation ' + e.effectiveDirective + ' ' + e.blockedURI + ' at ' + location.pathname + ' ' + e.sample))");
        page.Console += (_, message) =>
        {
            if (message.Text.StartsWith("policy-violation", StringComparison.Ordinal) || message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                violations.Enqueue(message.Text);
            }
        };
        return page;
    }

    private static async Task CreateAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Create an organization" }).ClickAsync();
        await page.GetByLabel("Organization name").FillAsync(Initech);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.GetByLabel("E-mail addresses").FillAsync(Invitee);
        await page.GetByLabel("E-mail addresses").PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Create {Initech} and send 1 invitation" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"{Initech} is ready" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = Invitee })).ToContainTextAsync("Invitation sent");
    }

    private static async Task ActOnMembersAsync(PortalFactory portal, IPage page)
    {
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = Invitee });
        await Expect(row).ToBeVisibleAsync();
        await page.WaitUntilReadyAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Role of Erin" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { NameRegex = StartsWithAdmin() }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Make administrator" }).ClickAsync();
        await Expect(row.GetByRole(AriaRole.Button, new() { Name = "Role of Erin admin" })).ToBeVisibleAsync();

        // First it fails, then it is done.
        portal.Logto.Faults.Add(new Fault { Method = "DELETE", Route = "/api/organizations/{id}/users/{userId}", Status = 422, Times = 1 });
        for (var tries = 0; tries < 2; tries++)
        {
            await row.GetByRole(AriaRole.Button, new() { Name = "Actions for Erin" }).ClickAsync();
            await page.GetByRole(AriaRole.Menuitem, new() { Name = $"Remove from {Initech}" }).ClickAsync();
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove member" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
            await Expect(row).ToHaveCountAsync(1 - tries);
            await page.ReloadAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await page.WaitUntilReadyAsync();
        }
    }

    private static async Task LookAroundAsync(IPage page, Uri members)
    {
        var organization = members.AbsolutePath.Split('/')[2];
        string[] paths =
        [
            $"/organizations/{organization}", $"/organizations/{organization}/people/members?q={Search}", $"/organizations/{organization}/people/invitations", $"/organizations/{organization}/people/invitations?invite=1",
            $"/organizations/{organization}/settings", "/?stay=1", "/organizations/new", "/signed-out", "/sign-in-failed?reason=expired", "/access-denied", "/nowhere", "/kit", "/kit/people", "/kit/static",
        ];
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await Expect(page.Locator("main :is(h1, h2)").First).ToBeVisibleAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }

        await page.GotoAsync($"/organizations/{organization}/settings");
    }

    private static async Task DeleteAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Delete {Initech}" }).ClickAsync();
        await page.GetByLabel($"Type \"{Initech}\"").FillAsync(Initech);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Delete {Initech}" }).Last.ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(SettingsPage());
    }

    private static async Task AddSessionAsync(PortalFactory portal, Dictionary<string, string> canaries, IPage page, string name)
    {
        foreach (var cookie in await page.Context.CookiesAsync([portal.Address.AbsoluteUri]))
        {
            if (cookie.Value.Length > 20)
            {
                canaries[$"{name}'s cookie {cookie.Name.Split('.')[0]}"] = cookie.Value;
            }
        }

        var user = UserId.Parse(portal.Logto.State.Read(tables => tables.Users.Where(user => user.PrimaryEmail == $"{name}@example.com").Single().Id));
        foreach (var (key, _) in await portal.Services.GetRequiredService<ISessionStore>().FindByUserAsync(user))
        {
            var tokens = (await portal.Services.GetRequiredService<SessionRegistry>().FindAsync(key))!.Content.Tokens;
            canaries[$"{name}'s refresh token"] = tokens.RefreshToken!;
            canaries[$"{name}'s ID token"] = tokens.IdToken!;
            Assert.StartsWith(TokenStart, tokens.IdToken, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("/organizations/[a-z0-9]+$")]
    private static partial Regex OverviewPage();

    [GeneratedRegex("/settings")]
    private static partial Regex SettingsPage();

    [GeneratedRegex("^admin")]
    private static partial Regex StartsWithAdmin();
}
