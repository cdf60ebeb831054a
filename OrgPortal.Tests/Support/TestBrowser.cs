using System.Net;
using AngleSharp.Html.Dom;

namespace OrgPortal.Tests.Support;

/// <summary>As much of a browser as forms and redirects need: cookies, addresses, no scripts. Goes to the portal in memory, to everything else over the network.</summary>
public sealed class TestBrowser : IDisposable
{
    private const int MostRedirects = 20;

    private readonly Uri _portal;
    private readonly HttpMessageInvoker _network = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly HttpMessageInvoker? _memory;

    /// <param name="portal">The portal's address, to which relative addresses belong.</param>
    /// <param name="memory">Answers for the portal; <see langword="null"/> when it listens on the network.</param>
    public TestBrowser(Uri portal, HttpMessageHandler? memory) => (_portal, _memory) = (portal, memory is null ? null : new HttpMessageInvoker(memory));

    /// <summary>The cookies of all sites.</summary>
    public CookieContainer Cookies { get; } = new();

    /// <summary>The cookies of the portal.</summary>
    public IReadOnlyList<Cookie> PortalCookies => [.. Cookies.GetCookies(_portal).Cast<Cookie>()];

    /// <summary>The password of a person of the seed.</summary>
    public static string PasswordOf(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..]}-Passw0rd-2026";

    /// <summary>Sends one request with the cookies that belong to it; follows nothing.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var url = request.RequestUri = new Uri(_portal, request.RequestUri!);
        if (Cookies.GetCookieHeader(url) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        if (!request.Headers.Contains("Accept"))
        {
            request.Headers.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        }

        var answer = await (_memory is not null && url.Authority == _portal.Authority ? _memory : _network).SendAsync(request, CancellationToken.None);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            Cookies.SetCookies(url, cookie);
        }

        return answer;
    }

    /// <summary>One request without a body; follows nothing.</summary>
    public async Task<HttpResponseMessage> GetOnceAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.RelativeOrAbsolute));
        return await SendAsync(request);
    }

    /// <summary>Opens an address and follows where it leads.</summary>
    public async Task<BrowserPage> GoAsync(string address) => await FollowAsync(await GetOnceAsync(address));

    /// <summary>Posts fields and follows where that leads.</summary>
    public async Task<BrowserPage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.RelativeOrAbsolute))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        return await FollowAsync(await SendAsync(request));
    }

    /// <summary>Sends a form of a page with its hidden fields, and follows where that leads.</summary>
    /// <param name="page">The page.</param>
    /// <param name="selector">Which form, as a CSS selector.</param>
    /// <param name="fields">What is filled in.</param>
    public async Task<BrowserPage> SubmitAsync(BrowserPage page, string selector = "form", params (string Name, string Value)[] fields)
    {
        var form = page.Document.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"No {selector} at {page.Url}: {page.Text}");
        var values = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Where(input => input.Name is not null).ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return await PostAsync(new Uri(page.Url, form.GetAttribute("action") ?? string.Empty).AbsoluteUri, [.. values.Select(value => (value.Key, value.Value))]);
    }

    /// <summary>Signs somebody of the seed in and comes back.</summary>
    /// <returns>Where the portal led.</returns>
    public async Task<BrowserPage> SignInAsync(string name, string returnUrl) =>
        await SignInAtAsync(await GoAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}"), name);

    /// <summary>Fills in Logto's sign-in page, if that is what is shown.</summary>
    public async Task<BrowserPage> SignInAtAsync(BrowserPage page, string name) =>
        page.Document.QuerySelector("input[name=password]") is null
            ? page
            : await SubmitAsync(page, "form:has(input[name=password])", ("identifier", name), ("password", PasswordOf(name)));

    /// <summary>Signs out as the person's menu does, including Logto's page that sends itself.</summary>
    /// <param name="from">A page of the portal that has a sign-out form.</param>
    public async Task<BrowserPage> SignOutAsync(string from = "/signed-out") =>
        await SubmitAsync(await SubmitAsync(await GoAsync(from), "form[action='/sign-out']"));

    /// <summary>Follows redirects as a browser does: with GET.</summary>
    public async Task<BrowserPage> FollowAsync(HttpResponseMessage answer)
    {
        for (var i = 0; (int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } location; i++)
        {
            if (i == MostRedirects)
            {
                throw new InvalidOperationException($"Redirected in a circle, last to {location}.");
            }

            var next = new Uri(answer.RequestMessage!.RequestUri!, location);
            answer.Dispose();
            answer = await GetOnceAsync(next.AbsoluteUri);
        }

        using (answer)
        {
            return new BrowserPage(answer.RequestMessage!.RequestUri!, answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers);
        }
    }

    public void Dispose()
    {
        _network.Dispose();
        _memory?.Dispose();
    }
}
