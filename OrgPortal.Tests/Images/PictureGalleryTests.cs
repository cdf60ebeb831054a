using Microsoft.Extensions.Time.Testing;
using OrgPortal.Web.Components;
using OrgPortal.Web.Images;
using SkiaSharp;

namespace OrgPortal.Tests.Images;

public sealed class PictureGalleryTests : IAsyncLifetime, IDisposable
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private PictureHost _host = null!;
    private PictureFetcher _fetcher = null!;
    private PictureGallery _gallery = null!;

    public async Task InitializeAsync()
    {
        _host = await PictureHost.StartAsync();
        _fetcher = _host.Fetcher();
        _gallery = new PictureGallery(_fetcher, _clock);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public void Dispose()
    {
        _gallery.Dispose();
        _fetcher.Dispose();
    }

    [Fact]
    public async Task Who_asks_for_the_same_waits_for_the_same()
    {
        var go = new TaskCompletionSource();
        var url = _host.Answer("/a.png", async context =>
        {
            await go.Task;
            await context.Response.Body.WriteAsync(SamplePictures.Halves(10, 10, SKColors.Red, SKColors.Blue));
        });

        var asked = Enumerable.Range(0, 20).Select(_ => GetAsync(url)).ToArray();
        go.SetResult();
        var pictures = await Task.WhenAll(asked);

        Assert.Single(pictures.Distinct());
        Assert.NotNull(pictures[0]);
        Assert.Equal(1, _host.Requests);
    }

    [Fact]
    public async Task A_picture_is_kept_for_a_day()
    {
        var url = _host.Answer("/a.png", SamplePictures.Halves(10, 10, SKColors.Red, SKColors.Blue));
        var first = await GetAsync(url);
        _host.Answer("/a.png", SamplePictures.Halves(10, 10, SKColors.Green, SKColors.Blue));

        _clock.Advance(PictureGallery.KeptFor - TimeSpan.FromSeconds(1));
        Assert.Same(first, await GetAsync(url));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first!.Tag, (await GetAsync(url))!.Tag);
        Assert.Equal(2, _host.Requests);
    }

    [Fact]
    public async Task What_cannot_be_had_is_not_asked_for_again_at_once()
    {
        var url = _host.Answer("/a.svg", "<svg/>"u8.ToArray(), "image/svg+xml");

        Assert.Null(await GetAsync(url));
        Assert.Null(await GetAsync(url));
        Assert.Equal(1, _host.Requests);

        _host.Answer("/a.svg", SamplePictures.Halves(10, 10, SKColors.Green, SKColors.Blue));
        _clock.Advance(PictureGallery.FailureKeptFor);
        Assert.NotNull(await GetAsync(url));
    }

    [Fact]
    public async Task Who_leaves_takes_the_picture_from_nobody()
    {
        var go = new TaskCompletionSource();
        var url = _host.Answer("/a.png", async context =>
        {
            await go.Task;
            await context.Response.Body.WriteAsync(SamplePictures.Halves(10, 10, SKColors.Red, SKColors.Blue));
        });
        using var leaving = new CancellationTokenSource();

        var left = _gallery.GetAsync(new RemotePicture(new Uri(url), ImageShape.Person), leaving.Token);
        var stayed = GetAsync(url);
        await leaving.CancelAsync();
        go.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.NotNull(await stayed);
    }

    private Task<Picture?> GetAsync(string url) => _gallery.GetAsync(new RemotePicture(new Uri(url), ImageShape.Person), CancellationToken.None);
}
