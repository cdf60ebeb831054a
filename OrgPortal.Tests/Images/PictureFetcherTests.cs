using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Web.Images;
using OrgPortal.Web.Outbound;

namespace OrgPortal.Tests.Images;

public sealed class PictureFetcherTests : IAsyncLifetime
{
    private PictureHost _host = null!;

    public async Task InitializeAsync() => _host = await PictureHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_picture_is_fetched_without_telling_who_asks()
    {
        using var fetcher = _host.Fetcher();

        var bytes = await fetcher.FetchAsync(new Uri(_host.Answer("/a.png", context =>
        {
            context.Response.Headers.SetCookie = "seen=1";
            return context.Response.Body.WriteAsync("one"u8.ToArray()).AsTask();
        })));
        await fetcher.FetchAsync(new Uri(_host.At("/a.png")));

        Assert.Equal("one"u8.ToArray(), bytes);
        Assert.Equal(["Accept", "Host", "User-Agent"], _host.LastRequest.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0x7f.1")]
    [InlineData("017700000001")]
    [InlineData("0177.0.0.1")]
    [InlineData("127.1")]
    [InlineData("127.0.0.1.")]
    [InlineData("0.0.0.0")]
    [InlineData("0")]
    [InlineData("localhost")]
    [InlineData("localhost.")]
    [InlineData("[::1]")]
    [InlineData("[0:0:0:0:0:0:0:1]")]
    [InlineData("[::]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[fe80::1]")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("169.254.169.254")]
    [InlineData("0xa9fea9fe")]
    [InlineData("①②⑦.⓪.⓪.①")]
    [InlineData("127。0。0。1")]
    public async Task However_an_inside_address_is_written_nothing_is_asked_there(string host)
    {
        var connections = new GuardedConnections(Dns.GetHostAddressesAsync);
        using var http = new HttpMessageInvoker(connections.CreateHandler((_, _) => false));
        if (!Uri.TryCreate($"http://{host}:{_host.Address.Port}/a.png", UriKind.Absolute, out var url))
        {
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        await Assert.ThrowsAnyAsync<Exception>(() => http.SendAsync(request, CancellationToken.None));

        Assert.Equal(0, _host.Requests);
    }

    [Fact]
    public async Task A_name_that_changes_its_mind_gains_nothing()
    {
        var asked = 0;
        var connections = new GuardedConnections((_, _) =>
        {
            asked++;
            return Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
        });
        using var http = new HttpMessageInvoker(connections.CreateHandler((_, _) => false));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://rebinding.example:{_host.Address.Port}/");

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(request, CancellationToken.None));

        Assert.Equal(HttpRequestError.ConnectionError, refused.HttpRequestError);
        Assert.Equal((1, 0), (asked, _host.Requests));
    }

    [Fact]
    public async Task Where_nobody_vouches_for_it_not_even_the_port_is_asked()
    {
        using var fetcher = _host.Fetcher(trusted: false, lookup: (_, _) => throw new InvalidOperationException("Nobody needs to look anything up."));

        Assert.Null(await fetcher.FetchAsync(new Uri(_host.At("/a.png"))));
    }

    [Fact]
    public async Task Redirects_are_followed_a_little_way()
    {
        _host.Answer("/end", "there"u8.ToArray());
        _host.Answer("/1", Redirect("/2"));
        _host.Answer("/2", Redirect(_host.At("/3")));
        _host.Answer("/3", Redirect("end"));
        _host.Answer("/0", Redirect("/1"));
        using var fetcher = _host.Fetcher();

        Assert.Equal("there"u8.ToArray(), await fetcher.FetchAsync(new Uri(_host.At("/1"))));
        Assert.Null(await fetcher.FetchAsync(new Uri(_host.At("/0"))));
    }

    [Theory]
    [InlineData("http://127.0.0.1/latest/meta-data")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://[::ffff:169.254.169.254]/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://me@pictures.example/")]
    [InlineData("//localhost:1/")]
    public async Task A_redirect_to_the_inside_leads_nowhere(string location)
    {
        using var fetcher = _host.Fetcher();

        Assert.Null(await fetcher.FetchAsync(new Uri(_host.Answer("/away", Redirect(location)))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_too_large_is_left_there(bool saysSo)
    {
        var url = _host.Answer("/large", async context =>
        {
            context.Response.ContentLength = saysSo ? PictureFetcher.MostBytes + 1 : null;
            await context.Response.Body.WriteAsync(new byte[PictureFetcher.MostBytes + 1]);
        });
        using var fetcher = _host.Fetcher();

        Assert.Null(await fetcher.FetchAsync(new Uri(url)));
        Assert.Equal(PictureFetcher.MostBytes, (await fetcher.FetchAsync(new Uri(_host.Answer("/fits", new byte[PictureFetcher.MostBytes]))))?.Length);
    }

    [Fact]
    public async Task Who_answers_too_slowly_is_not_waited_for()
    {
        var clock = new FakeTimeProvider();
        var url = _host.Answer("/slow", async context =>
        {
            await context.Response.Body.WriteAsync(new byte[10]);
            await context.Response.Body.FlushAsync();
            clock.Advance(PictureFetcher.Patience);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        using var fetcher = _host.Fetcher(time: clock);

        Assert.Null(await fetcher.FetchAsync(new Uri(url)));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(304)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task Only_an_answer_with_a_picture_counts(int status)
    {
        using var fetcher = _host.Fetcher();

        Assert.Null(await fetcher.FetchAsync(new Uri(_host.Answer("/no", context => Task.FromResult(context.Response.StatusCode = status)))));
    }

    private static Func<HttpContext, Task> Redirect(string location) => context =>
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    };
}
