using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Integration;

/// <summary>What a browser is told by a portal behind a proxy that ends HTTPS, at every address there is.</summary>
public sealed class ProductionHygieneTests(ProxiedPortal proxied) : IClassFixture<ProxiedPortal>
{
    /// <summary>Cookies that say how the portal looks. They are no secrets, and scripts write two of them.</summary>
    private static readonly string[] Preferences = ["orgportal-theme", "orgportal-zone", "orgportal-culture"];

    private static readonly (string Name, string Value)[] Everywhere =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Strict-Transport-Security", "max-age=31536000"),
    ];

    [Fact]
    public async Task Every_cookie_of_a_sign_in_is_bound_to_the_host_and_out_of_reach()
    {
        using var browser = proxied.Browse();
        using var begun = await browser.GetOnceAsync("/sign-in");
        var callback = await browser.CallbackAsync("alice");
        using var done = await browser.GetOnceAsync(callback.AbsoluteUri);
        using var page = await browser.GetOnceAsync("/signed-out");
        var cookies = new[] { begun, done, page }.SelectMany(answer => answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []).ToList();

        Assert.Superset(new HashSet<string> { "__Host-orgportal", "__Host-orgportal-form", "__Host-orgportal-correlation", "__Host-orgportal-nonce" }, cookies.Select(cookie => cookie.Split('=', '.')[0]).ToHashSet());
        Assert.All(cookies, cookie =>
        {
            var parts = cookie.Split("; ");
            Assert.StartsWith("__Host-", parts[0], StringComparison.Ordinal);
            var flags = parts.Skip(1).ToHashSet(StringComparer.OrdinalIgnoreCase);
            Assert.Superset(new HashSet<string>(["path=/", "secure", "httponly"], StringComparer.OrdinalIgnoreCase), flags);
            Assert.Contains(flags, flag => flag.StartsWith("samesite=lax", StringComparison.OrdinalIgnoreCase) || flag.StartsWith("samesite=strict", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(flags, flag => flag.StartsWith("domain", StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public async Task Cookies_without_the_prefix_are_preferences()
    {
        using var browser = await proxied.SignInAsync("alice");
        var page = await browser.GoAsync("/signed-out");
        await browser.SubmitAsync(page, "form[action$='/preferences/culture']", ("culture", "en"));
        await browser.SubmitAsync(await browser.GoAsync("/signed-out"), "form[action$='/preferences/theme']", ("theme", "dark"));

        Assert.All(browser.PortalCookies, cookie => Assert.True(cookie.Secure));
        Assert.Empty(browser.PortalCookies.Select(cookie => cookie.Name).Where(name => !name.StartsWith("__Host-", StringComparison.Ordinal)).Except(Preferences));
    }

    [Fact]
    public async Task Every_address_answers_with_the_headers_that_make_browsers_hold_the_line()
    {
        using var alice = await proxied.SignInAsync("alice");
        using var stranger = proxied.Browse();
        var told = new List<string>();

        foreach (var (path, endpoint) in Pages())
        {
            foreach (var browser in new[] { alice, stranger })
            {
                using var answer = await browser.GetOnceAsync(path);
                told.AddRange(Faults(answer).Select(fault => $"{path} ({(int)answer.StatusCode}): {fault}"));
                var isSecret = endpoint.RoutePattern.RawText is { } route && (route.StartsWith("/invitation/", StringComparison.Ordinal) || route.StartsWith("/join/", StringComparison.Ordinal));
                var referrer = answer.Headers.GetValues("Referrer-Policy").Single();
                if (referrer != (isSecret ? "no-referrer" : "same-origin"))
                {
                    told.Add($"{path}: Referrer-Policy {referrer}");
                }
            }
        }

        Assert.Equal(string.Empty, string.Join('\n', told));
    }

    [Fact]
    public async Task Nothing_but_assets_may_be_stored_by_caches()
    {
        using var alice = await proxied.SignInAsync("alice");

        foreach (var (path, _) in Pages())
        {
            using var answer = await alice.GetOnceAsync(path);
            // Pictures are kept by the browser of whoever asked, and by nobody on the way.
            Assert.True(answer.Headers.CacheControl is { NoStore: true } or { Private: true } && (answer.Headers.CacheControl.NoStore || path.StartsWith("/images/", StringComparison.Ordinal)), path);
        }
    }

    [Fact]
    public async Task Whoever_says_to_be_somewhere_else_is_still_led_to_the_public_address()
    {
        using var browser = proxied.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/organizations/new");
        request.Headers.Host = "evil.example";

        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2Forganizations%2Fnew", answer.Headers.Location!.OriginalString);
    }

    private static IEnumerable<string> Faults(HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in Everywhere)
        {
            if (headers.GetValueOrDefault(name) != value)
            {
                yield return $"{name}: {headers.GetValueOrDefault(name) ?? "none"}";
            }
        }

        foreach (var name in new[] { "Server", "X-Powered-By", "X-AspNet-Version", "Access-Control-Allow-Origin" }.Where(headers.ContainsKey))
        {
            yield return $"{name} is told";
        }

        var policy = headers.GetValueOrDefault("Content-Security-Policy") ?? string.Empty;
        var scripted = answer.Content.Headers.ContentType?.MediaType == "text/html" ? "script-src 'self' 'nonce-" : "script-src 'self'";
        foreach (var wanted in new[] { "default-src 'self'", scripted, "frame-ancestors 'none'", "base-uri 'self'", "object-src 'none'", "form-action 'self'" })
        {
            if (!policy.Contains(wanted, StringComparison.Ordinal))
            {
                yield return $"no {wanted}";
            }
        }

        var scripts = policy.Split(';').SingleOrDefault(part => part.TrimStart().StartsWith("script-src", StringComparison.Ordinal)) ?? string.Empty;
        if (scripts.Contains("unsafe", StringComparison.Ordinal) || scripts.Contains('*'))
        {
            yield return "scripts from anywhere";
        }
    }

    /// <summary>Every address that answers to GET, with something in the place of its parameters.</summary>
    private IEnumerable<(string Path, RouteEndpoint Endpoint)> Pages() =>
        from endpoint in proxied.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is true
        where !endpoint.Metadata.Any(item => item.GetType().Name is "StaticAssetDescriptor" or "BuildAssetMetadata")
        where !endpoint.RoutePattern.RawText!.Contains("{**", StringComparison.Ordinal) && !endpoint.RoutePattern.RawText.Contains("_framework", StringComparison.Ordinal)
        select (RouteFill.PathOf(endpoint), endpoint);
}
