using System.Globalization;
using Microsoft.Playwright;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <summary>Every page in every state, in both languages and themes.</summary>
public sealed class AccessibilityTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public async Task Nothing_is_wrong_with_any_page_dialog_or_menu_in_light_dark_or_at_320_px(string language)
    {
        await using var portal = await Tour.PrepareAsync();
        var inspector = new Inspector();
        var tour = new Tour(portal, OpenAsync, CultureInfo.GetCultureInfo(language), inspector.LookAsync);

        try
        {
            await tour.WalkAsync();
        }
        catch (Exception stopped) when (stopped is PlaywrightException or TimeoutException)
        {
            // What was found until then is worth knowing too.
            inspector.Note($"The tour ended after \"{inspector.Last}\": {stopped.Message}");
        }

        Assert.True(inspector.Findings.Count == 0, string.Join('\n', inspector.Findings.Distinct()));
        Assert.True(inspector.Looks > 80, $"Only {inspector.Looks} states were seen.");

        async Task<IPage> OpenAsync(Uri address)
        {
            var page = await browser.OpenAsync(address, language == "en" ? "en-GB" : "zh-CN");
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
            await inspector.ListenAsync(page);
            return page;
        }
    }
}
