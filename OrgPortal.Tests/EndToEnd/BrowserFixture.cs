using Microsoft.Playwright;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>One headless browser for a class of tests; each person in a test is a context of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly float Limit = (float)Patience.Limit.TotalMilliseconds;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is null && !Chromium.IsRequired)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(Limit);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            Timeout = Limit,
            ExecutablePath = Chromium.Path ?? throw new FileNotFoundException("No Chromium or Chrome was found."),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A person with a browser of their own.</summary>
    public async Task<IPage> OpenAsync(Uri address, string locale = "en-GB")
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = address.ToString(), Locale = locale });
        context.SetDefaultTimeout(Limit);
        await context.AddInitScriptAsync(PageReadiness.Mark);
        return await context.NewPageAsync();
    }
}
