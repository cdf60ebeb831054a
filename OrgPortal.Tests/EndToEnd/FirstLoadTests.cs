using System.Collections.Concurrent;
using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>What a browser fetches before somebody can work, counted: bytes as they go over the wire, and requests.</summary>
public sealed class FirstLoadTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    // The build compresses with gzip; the published portal with Brotli, which is about a seventh less.
    private const int MostBytes = 175_000;
    private const int MostRequests = 12;

    [BrowserFact]
    public async Task The_page_of_members_is_light_comes_from_here_alone_and_costs_next_to_nothing_the_second_time()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var page = await browser.OpenAsync(portal.Address);
        await page.GotoAsync("/");
        await page.SignInAsync("alice");
        await page.WaitForURLAsync(url => url.StartsWith(portal.Address.AbsoluteUri, StringComparison.Ordinal));
        var acme = portal.Logto.State.Read(tables => tables.Organizations.Where(one => one.Name == "Acme").Single().Id);
        var path = $"/organizations/{acme}/people/members";

        var wire = await page.Context.NewCDPSessionAsync(page);
        await wire.SendAsync("Network.enable");
        await wire.SendAsync("Network.clearBrowserCache");
        var first = await LoadAsync(page, wire, path);
        var second = await LoadAsync(page, wire, path);

        Assert.All(first.Urls, url => Assert.StartsWith(portal.Address.AbsoluteUri, url.Replace("ws://", "http://", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.True(first.Bytes <= MostBytes && first.Urls.Count <= MostRequests, $"{first.Bytes} bytes in {first.Urls.Count} requests:\n{string.Join('\n', first.Urls)}");
        Assert.True(second.Bytes < first.Bytes / 5, $"{second.Bytes} bytes of {first.Bytes} the second time.");
    }

    private static async Task<(long Bytes, IReadOnlyList<string> Urls)> LoadAsync(IPage page, ICDPSession wire, string path)
    {
        long bytes = 0;
        var urls = new ConcurrentQueue<string>();
        EventHandler<System.Text.Json.JsonElement?> onFinished = (_, data) => Interlocked.Add(ref bytes, (long)data!.Value.GetProperty("encodedDataLength").GetDouble());
        void OnRequest(object? sender, IRequest request) => urls.Enqueue(request.Url);
        wire.Event("Network.loadingFinished").OnEvent += onFinished;
        page.Request += OnRequest;
        await page.GotoAsync(path);
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Select Bob" })).ToBeEnabledAsync();
        await page.WaitForLoadStateAsync(LoadState.Load);
        page.Request -= OnRequest;
        wire.Event("Network.loadingFinished").OnEvent -= onFinished;
        return (bytes, [.. urls]);
    }
}
