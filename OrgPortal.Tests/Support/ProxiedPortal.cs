using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace OrgPortal.Tests.Support;

/// <summary>A portal as it runs for real: not in Development, listening on plain HTTP behind a proxy on the same machine that speaks HTTPS with the world.</summary>
public sealed class ProxiedPortal : IAsyncLifetime
{
    /// <summary>The address that people know.</summary>
    public static readonly Uri PublicUrl = new("https://portal.example");

    private PortalFactory? _portal;

    /// <summary>The portal.</summary>
    public PortalFactory Portal => _portal ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync()
    {
        var options = new PortalFactoryOptions { Listens = true, PublicUrl = PublicUrl, Environment = "Staging" };
        options.Settings["Urls"] = "http://127.0.0.1:0";
        options.Settings["Portal:TrustedProxies:0"] = "127.0.0.1";
        _portal = await PortalFactory.StartAsync(options);
    }

    public async Task DisposeAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }
    }

    /// <summary>A browser that comes through the proxy.</summary>
    public TestBrowser Browse() => new(PublicUrl, new Proxy(new Uri(Portal.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single())));

    /// <summary>A browser in which somebody of the seed is signed in.</summary>
    public async Task<TestBrowser> SignInAsync(string name)
    {
        var browser = Browse();
        await browser.SignInAsync(name, PortalFactory.PersonPath);
        return browser;
    }

    private sealed class Proxy(Uri target) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _behind = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = request.RequestUri!;
            using var passed = new HttpRequestMessage(request.Method, new Uri(target, asked.PathAndQuery)) { Content = request.Content };
            foreach (var (name, values) in request.Headers)
            {
                passed.Headers.TryAddWithoutValidation(name, values);
            }

            passed.Headers.Host ??= asked.Authority;
            passed.Headers.Add("X-Forwarded-For", "203.0.113.9");
            passed.Headers.Add("X-Forwarded-Proto", asked.Scheme);
            passed.Headers.Add("X-Forwarded-Host", "evil.example");
            var answer = await _behind.SendAsync(passed, cancellationToken);
            answer.RequestMessage = request;
            return answer;
        }

        protected override void Dispose(bool disposing)
        {
            _behind.Dispose();
            base.Dispose(disposing);
        }
    }
}
