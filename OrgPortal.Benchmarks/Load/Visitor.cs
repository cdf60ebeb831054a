using System.Net;
using System.Text.RegularExpressions;

namespace OrgPortal.Benchmarks.Load;

/// <summary>As much of a browser as signing in needs: cookies, redirects, one form.</summary>
internal sealed partial class Visitor : IDisposable
{
    private const int MostRedirects = 20;

    private readonly CookieContainer _cookies = new();
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    /// <summary>The cookies for an address, as a header.</summary>
    public string CookiesFor(Uri address) => _cookies.GetCookieHeader(address);

    /// <summary>Signs in by following where a page leads to and filling in the form that asks for a password.</summary>
    /// <param name="page">A page that needs it.</param>
    /// <param name="name">Who.</param>
    /// <param name="password">Their password.</param>
    public async Task SignInAsync(Uri page, string name, string password)
    {
        var (url, html) = await FollowAsync(new HttpRequestMessage(HttpMethod.Get, page));
        var form = Form().Matches(html).Select(match => match.Value).FirstOrDefault(text => text.Contains("name=\"password\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"Nobody asks for a password at {url}.");
        var fields = Hidden().Matches(form)
            .Select(match => KeyValuePair.Create(Name().Match(match.Value).Groups[1].Value, WebUtility.HtmlDecode(Value().Match(match.Value).Groups[1].Value)))
            .Append(KeyValuePair.Create("identifier", name)).Append(KeyValuePair.Create("password", password));
        using var sent = new HttpRequestMessage(HttpMethod.Post, new Uri(url, WebUtility.HtmlDecode(Action().Match(form).Groups[1].Value))) { Content = new FormUrlEncodedContent(fields) };
        var (reached, answer) = await FollowAsync(sent);
        if (reached.AbsolutePath != page.AbsolutePath)
        {
            throw new InvalidOperationException($"Signing in led to {reached}: {answer[..Math.Min(answer.Length, 400)]}");
        }
    }

    /// <summary>Reads a page.</summary>
    public async Task<string> GetAsync(Uri page) => (await FollowAsync(new HttpRequestMessage(HttpMethod.Get, page))).Html;

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<(Uri Url, string Html)> FollowAsync(HttpRequestMessage request)
    {
        for (var i = 0; i < MostRedirects; i++)
        {
            var url = request.RequestUri!;
            request.Headers.Add("Accept", "text/html");
            if (_cookies.GetCookieHeader(url) is { Length: > 0 } cookies)
            {
                request.Headers.Add("Cookie", cookies);
            }

            using var answer = await _http.SendAsync(request, CancellationToken.None);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                _cookies.SetCookies(url, cookie);
            }

            if (answer.Headers.Location is not { } location)
            {
                return (url, await answer.Content.ReadAsStringAsync());
            }

            request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, location));
        }

        throw new InvalidOperationException("Redirected in a circle.");
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Action();
}
