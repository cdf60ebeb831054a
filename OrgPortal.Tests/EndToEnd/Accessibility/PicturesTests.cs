using System.Globalization;
using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <summary>Pictures of the running product, where a folder for them is named.</summary>
public sealed class PicturesTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    /// <summary>The pictures in README.</summary>
    [PicturesTheory("ORGPORTAL_PICTURES")]
    [InlineData(1280, 800)]
    public async Task README_has_its_pictures(int width, int height)
    {
        var folder = Path.Combine(SourceTree.Root, Environment.GetEnvironmentVariable("ORGPORTAL_PICTURES")!);
        await using var portal = await Tour.PrepareAsync();
        var organization = portal.Logto.State.Read(tables => tables.Organizations.Where(one => one.Name == SampleSeed.Organization).Single().Id);

        var ana = await SignInAsync(portal, "ana@acme.example", "en-GB", $"/organizations/{organization}/people/members");
        await ana.SetViewportSizeAsync(width, height);
        await Expect(ana.Locator("tbody .person").First).ToBeVisibleAsync();
        await ana.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await SaveAsync(ana, "members");
        await ana.GetByRole(AriaRole.Button, new() { Name = "Role of Sofia Rossi" }).ClickAsync();
        await ana.GetByRole(AriaRole.Menuitemradio, new() { NameRegex = new("^editor") }).ClickAsync();
        await Expect(ana.GetByRole(AriaRole.Button, new() { Name = "Role of Sofia Rossi editor" })).ToBeVisibleAsync();
        await ana.GetByRole(AriaRole.Link, new() { Name = "Invite people" }).ClickAsync();
        await ana.GetByLabel("E-mail addresses").FillAsync("erin@example.com, tanaka@acme.example");
        await ana.GetByLabel("E-mail addresses").PressAsync("Enter");
        await ana.GetByRole(AriaRole.Button, new() { Name = "Send 2 invitations" }).ClickAsync();
        await Expect(ana.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await ana.GetByRole(AriaRole.Link, new() { Name = "Audit log" }).ClickAsync();
        var change = ana.GetByRole(AriaRole.Row).Filter(new() { HasText = "Change roles" });
        await change.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(ana.Locator(".audit-detail")).ToBeVisibleAsync();
        await Expect(ana.Locator(".toasts .toast")).ToHaveCountAsync(0);
        await SaveAsync(ana, "audit");
        await ana.GetByRole(AriaRole.Link, new() { Name = "Overview" }).ClickAsync();
        await Expect(ana.GetByRole(AriaRole.Heading, new() { Name = "Getting started" })).ToBeVisibleAsync();
        await Expect(ana.Locator("main .bar-skeleton:visible")).ToHaveCountAsync(0);
        await SaveAsync(ana, "overview");
        await ana.Keyboard.PressAsync("Control+k");
        await Expect(ana.Locator(".palette .palette-item").First).ToBeVisibleAsync();
        await ana.Keyboard.TypeAsync("li");
        await Expect(ana.Locator(".palette").GetByText("members with “li”")).ToBeVisibleAsync();
        await Expect(ana.Locator(".palette .palette-item .avatar").First).ToBeVisibleAsync();
        await SaveAsync(ana, "palette");

        var chinese = await SignInAsync(portal, "ana@acme.example", "zh-CN", $"/organizations/{organization}/people/members");
        await chinese.SetViewportSizeAsync(width, height);
        await chinese.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(chinese.Locator("tbody .person").First).ToBeVisibleAsync();
        await chinese.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await SaveAsync(chinese, "members-zh-dark");

        var dave = await SignInAsync(portal, "dave@example.com", "en-GB", "/organizations/new");
        await dave.SetViewportSizeAsync(width, height);
        await dave.GetByLabel("Organization name").FillAsync("Initech");
        await dave.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await dave.GetByLabel("E-mail addresses").FillAsync("erin@example.com");
        await dave.GetByLabel("E-mail addresses").PressAsync("Enter");
        await Expect(dave.GetByText("Create Initech and send 1 invitation")).ToBeVisibleAsync();
        await SaveAsync(dave, "wizard");

        var erin = await SignInAsync(portal, "erin@example.com", "en-GB", new Uri(portal.Logto.MailTo("erin@example.com")[^1].Link!).AbsolutePath);
        await erin.SetViewportSizeAsync(390, 500);
        await Expect(erin.GetByRole(AriaRole.Button, new() { Name = "Accept invitation" })).ToBeVisibleAsync();
        await SaveAsync(erin, "invitation");

        Task SaveAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }

    /// <summary>Every state in every language, theme and width, to be looked at by people.</summary>
    [PicturesTheory("ORGPORTAL_TOUR")]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public async Task Every_state_has_its_pictures(string language)
    {
        var folder = Environment.GetEnvironmentVariable("ORGPORTAL_TOUR")!;
        await using var portal = await Tour.PrepareAsync();
        await new Tour(portal, OpenAsync, CultureInfo.GetCultureInfo(language), ShootAsync, why => Assert.Fail(why)).WalkAsync();

        async Task<IPage> OpenAsync(Uri address)
        {
            var page = await browser.OpenAsync(address, language == "en" ? "en-GB" : "zh-CN");
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
            return page;
        }

        async Task ShootAsync(string state, IPage page)
        {
            foreach (var (width, scheme) in ((int, ColorScheme)[])[(320, ColorScheme.Dark), (390, ColorScheme.Light), (1280, ColorScheme.Dark), (1280, ColorScheme.Light)])
            {
                await page.SetViewportSizeAsync(width, 800);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{state}, {width} {scheme.ToString().ToLowerInvariant()} {language}.png") });
            }
        }
    }

    private async Task<IPage> SignInAsync(PortalFactory portal, string address, string locale, string path)
    {
        var page = await browser.OpenAsync(portal.Address, locale);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync("/?stay=1");
        await page.Locator("[name=identifier]").FillAsync(address);
        await page.Locator("[name=password]").FillAsync(TestBrowser.PasswordOf(address.Split('@')[0]));
        await page.Locator("[name=password]").PressAsync("Enter");
        await page.ExpectAtAsync(portal.Address);
        await page.GotoAsync(path);
        return page;
    }
}
