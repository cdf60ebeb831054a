using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Playwright;
using OrgPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd;

/// <summary>What a browser fetches before somebody can work, counted.</summary>
public sealed class FirstLoadTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int MostBytes = 110 * 1024;
    private const int MostRequests = 12;

    [BrowserFact]
    public async Task The_page_of_members_is_light_and_comes_from_here_alone()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        var page = await browser.OpenAsync(portal.Address);
        // A page with a circuit says goodbye when it is left, and what it still fetches would count here: so nobody has one before.
        var before = new Uri(portal.Address, PortalFactory.PersonPath).AbsoluteUri;
        await page.GotoAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(PortalFactory.PersonPath));
        await page.RunAndWaitForRequestFinishedAsync(() => page.SignInAsync("alice"), new() { Predicate = request => request.Url == before });
        var path = $"/organizations/{portal.Logto.State.Read(tables => tables.Organizations.Where(one => one.Name == "Acme").Single().Id)}/people/members";
        await (await page.Context.NewCDPSessionAsync(page)).SendAsync("Network.clearBrowserCache");

        var first = await LoadAsync(page, path);

        Assert.All(first, loaded => Assert.StartsWith(portal.Address.AbsoluteUri, loaded.Url, StringComparison.Ordinal));
        // The circuit does not ask for scripts of libraries: shell.js says that there are none.
        Assert.DoesNotContain(first, loaded => loaded.Url.EndsWith("/_blazor/initializers", StringComparison.Ordinal));
        Assert.True(first.Sum(loaded => loaded.Bytes) <= MostBytes && first.Count <= MostRequests, string.Join('\n', first));
    }

    private static async Task<IReadOnlyList<Loaded>> LoadAsync(IPage page, string path)
    {
        var finished = new ConcurrentQueue<IRequest>();
        void OnFinished(object? sender, IRequest request) => finished.Enqueue(request);
        page.RequestFinished += OnFinished;
        await page.GotoAsync(path);
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Select Bob" })).ToBeEnabledAsync();
        page.RequestFinished -= OnFinished;
        var loaded = new List<Loaded>();
        foreach (var request in finished)
        {
            var response = await request.ResponseAsync() ?? throw new InvalidOperationException($"{request.Url} has no answer.");
            loaded.Add(new Loaded(request.Url, await BytesOfAsync(request, response)));
        }

        return loaded;
    }

    // Files go out as the publishing build compresses them; a page is compressed for its reader.
    private static async Task<int> BytesOfAsync(IRequest request, IResponse response)
    {
        if (request.ResourceType == "document")
        {
            return (await request.SizesAsync()).ResponseBodySize;
        }

        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(await response.BodyAsync());
        }

        return (int)compressed.Length;
    }

    private sealed record Loaded(string Url, int Bytes);
}
