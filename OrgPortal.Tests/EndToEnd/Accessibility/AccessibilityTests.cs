using System.Globalization;
using Microsoft.Playwright;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <summary>Every page in every state.</summary>
public sealed class AccessibilityTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    /// <summary>The languages the tour is walked in: <c>ORGPORTAL_LANGUAGES=en,zh-Hans,en-XA</c> names more than the one that every run of the tests looks at.</summary>
    public static TheoryData<string> Languages => [.. (Chosen ?? "en").Split(',')];

    private static string? Chosen => Environment.GetEnvironmentVariable("ORGPORTAL_LANGUAGES") is { Length: > 0 } languages ? languages : null;

    [BrowserTheory]
    [MemberData(nameof(Languages))]
    public async Task Nothing_is_wrong_with_any_page_dialog_or_menu_in_light_dark_or_at_320_px(string language)
    {
        await using var portal = await Tour.PrepareAsync();
        var inspector = new Inspector(thorough: Chosen is not null);
        await new Tour(portal, OpenAsync, CultureInfo.GetCultureInfo(language), inspector.LookAsync, why => inspector.Note($"After \"{inspector.Last}\" a part of the tour ended: {why}")).WalkAsync();

        foreach (var rule in await MudBlazorStyles.MissingAsync(portal.Address, inspector.Classes))
        {
            inspector.Note($"Left out of MudBlazor's styles, see MudBlazorClassesInUse: {rule}");
        }

        Assert.True(inspector.Findings.Count == 0, string.Join('\n', inspector.Findings.Distinct()));
        Assert.True(inspector.Looks > 80, $"Only {inspector.Looks} states were seen.");

        async Task<IPage> OpenAsync(Uri address)
        {
            var page = await browser.OpenAsync(address, language switch { "en" => "en-GB", "zh-Hans" => "zh-CN", _ => language });
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
            await inspector.ListenAsync(page);
            return page;
        }
    }
}
