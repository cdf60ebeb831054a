using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;
using OrgPortal.Web.Images;
using SkiaSharp;

namespace OrgPortal.Tests.Images;

public sealed class ImageEndpointTests : IAsyncLifetime
{
    private PictureHost _host = null!;
    private PortalFactory _portal = null!;

    public async Task InitializeAsync()
    {
        _host = await PictureHost.StartAsync();
        _portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Settings = { ["Portal:Images:TrustedOrigins:0"] = _host.Address.GetLeftPart(UriPartial.Authority) } });
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _host.DisposeAsync();
    }

    private IImageSource Source => _portal.Services.GetRequiredService<IImageSource>();

    [Fact]
    public async Task A_picture_of_another_host_comes_from_the_portal_and_may_be_kept()
    {
        var picture = _host.Answer("/a.png", SamplePictures.Halves(10, 10, SKColors.Red, SKColors.Blue));
        using var browser = await _portal.SignInAsync("alice");
        var address = Source.PathOf(picture, ImageShape.Person)!;

        using var answer = await browser.GetOnceAsync(address);

        Assert.Matches("^/images/[A-Za-z0-9_-]+$", address);
        Assert.Equal(address, Source.PathOf(picture, ImageShape.Person));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/webp", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal("max-age=86400, private, immutable", answer.Headers.GetValues("Cache-Control").Single());
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
        using var unchanged = await browser.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(1, _host.Requests);
    }

    [Fact]
    public async Task Without_a_session_only_pictures_of_public_pages_are_shown()
    {
        var picture = _host.Answer("/a.png", SamplePictures.Halves(10, 10, SKColors.Red, SKColors.Blue));
        using var stranger = _portal.CreateClient();
        var inside = Source.PathOf(picture, ImageShape.Logo)!;
        var outside = Source.PathOf(picture, ImageShape.Logo, isPublic: true)!;

        using var refused = await stranger.GetAsync(new Uri(inside, UriKind.Relative));
        using var swapped = await stranger.GetAsync(new Uri(inside.Replace("/images/", "/images/public/", StringComparison.Ordinal), UriKind.Relative));
        using var shown = await stranger.GetAsync(new Uri(outside, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, swapped.StatusCode);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Equal(1, _host.Requests);
    }

    [Fact]
    public async Task An_address_that_the_portal_has_not_made_opens_nothing()
    {
        var address = Source.PathOf(_host.At("/a.png"), ImageShape.Logo, isPublic: true)!;
        var index = address.Length / 2;
        string[] forged = [address[..index] + (address[index] == 'A' ? 'B' : 'A') + address[(index + 1)..], address[..^4], "/images/public/x", "/images/public/aHR0cHM6Ly9hLmV4YW1wbGU", "/images/public/" + new string('A', 3000)];
        using var stranger = _portal.CreateClient();

        foreach (var one in forged)
        {
            using var answer = await stranger.GetAsync(new Uri(one, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(0, _host.Requests);
    }

    [Fact]
    public async Task In_place_of_a_picture_that_cannot_be_had_comes_a_transparent_one_for_a_short_while()
    {
        using var stranger = _portal.CreateClient();

        using var answer = await stranger.GetAsync(new Uri(Source.PathOf(_host.At("/gone.png"), ImageShape.Logo, isPublic: true)!, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("image/webp", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(PictureEncoder.Nothing.Content, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("max-age=120, private", answer.Headers.GetValues("Cache-Control").Single());
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/a.png")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://me@pictures.example/a.png")]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData(null)]
    public void What_may_not_be_fetched_gets_no_address(string? url) => Assert.Null(Source.PathOf(url, ImageShape.Person));
}
