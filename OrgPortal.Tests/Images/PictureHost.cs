using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Web.Images;
using OrgPortal.Web.Outbound;

namespace OrgPortal.Tests.Images;

/// <summary>Somebody else's host on this machine, with an answer for each path, and the portal's way to it.</summary>
internal sealed class PictureHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Dictionary<string, Func<HttpContext, Task>> _answers = new(StringComparer.Ordinal);
    private int _requests;

    private PictureHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(context =>
        {
            Interlocked.Increment(ref _requests);
            LastRequest = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
            return _answers.TryGetValue(context.Request.Path, out var answer) ? answer(context) : Task.FromResult(context.Response.StatusCode = 404);
        });
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>How often it was asked.</summary>
    public int Requests => _requests;

    /// <summary>The headers of the last request.</summary>
    public IReadOnlyDictionary<string, string> LastRequest { get; private set; } = new Dictionary<string, string>();

    public static async Task<PictureHost> StartAsync()
    {
        var host = new PictureHost();
        await host._app.StartAsync();
        return host;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>An address there.</summary>
    public string At(string path) => new Uri(Address, path).AbsoluteUri;

    /// <summary>What the path answers.</summary>
    public string Answer(string path, Func<HttpContext, Task> answer)
    {
        _answers[path] = answer;
        return At(path);
    }

    /// <summary>A file at the path.</summary>
    public string Answer(string path, byte[] content, string type = "image/png") => Answer(path, context =>
    {
        context.Response.ContentType = type;
        return context.Response.Body.WriteAsync(content).AsTask();
    });

    /// <summary>A fetcher of the portal's.</summary>
    /// <param name="trusted">Whether the deployer named this host.</param>
    /// <param name="lookup">What names lead to; as the machine says when left out.</param>
    /// <param name="time">The clock that its patience goes by; one that stands still when left out.</param>
    public PictureFetcher Fetcher(bool trusted = true, HostLookup? lookup = null, TimeProvider? time = null)
    {
        var addresses = Addresses(trusted);
        return new PictureFetcher(addresses, new GuardedConnections(lookup ?? System.Net.Dns.GetHostAddressesAsync), time ?? new FakeTimeProvider(), NullLogger<PictureFetcher>.Instance);
    }

    /// <summary>Which addresses may be asked.</summary>
    public PictureAddress Addresses(bool trusted)
    {
        var options = new ImageOptions();
        if (trusted)
        {
            options.TrustedOrigins.Add(Address.GetLeftPart(UriPartial.Authority));
        }

        return new PictureAddress(Options.Create(options), new FakeEnvironment(Environments.Production));
    }
}
