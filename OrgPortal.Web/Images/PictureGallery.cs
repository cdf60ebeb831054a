using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace OrgPortal.Web.Images;

/// <summary>
/// The pictures that were asked for lately, at most <see cref="MostBytes"/> of them. Who asks for one that is on its way waits with the others; failures count too,
/// for <see cref="FailureKeptFor"/>, so that a host that does not answer is not asked for every row of every page.
/// </summary>
internal sealed class PictureGallery(PictureFetcher fetcher, TimeProvider time) : IDisposable
{
    /// <summary>What all pictures together may take: some thousands.</summary>
    public const int MostBytes = 32 * 1024 * 1024;

    /// <summary>How many may be on their way at a time; whoever comes then gets none, and can ask again.</summary>
    public const int MostOnTheirWay = 256;

    /// <summary>After that it may be another one.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>How long a picture that could not be had is not asked for again.</summary>
    public static readonly TimeSpan FailureKeptFor = TimeSpan.FromMinutes(2);

    /// <summary>What an entry takes beside the picture: address and bookkeeping.</summary>
    private const int EntryBytes = 1024;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly ConcurrentDictionary<RemotePicture, Lazy<Task<Picture?>>> _coming = new();
    private readonly SemaphoreSlim _fetches = new(16);
    private readonly SemaphoreSlim _decodes = new(2);

    /// <inheritdoc />
    public void Dispose()
    {
        _kept.Dispose();
        _fetches.Dispose();
        _decodes.Dispose();
    }

    /// <summary>The picture; <see langword="null"/> when it cannot be had.</summary>
    /// <param name="picture">Which.</param>
    /// <param name="cancellationToken">Ends the wait; what is on its way still comes, for the others.</param>
    public async Task<Picture?> GetAsync(RemotePicture picture, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue(picture, out Kept? kept) && kept!.Until > time.GetUtcNow())
        {
            return kept.Picture;
        }

        if (_coming.Count >= MostOnTheirWay && !_coming.ContainsKey(picture))
        {
            return null;
        }

        var coming = _coming.GetOrAdd(picture, one => new Lazy<Task<Picture?>>(() => Task.Run(() => BringAsync(one))));
        return await coming.Value.WaitAsync(cancellationToken);
    }

    private async Task<Picture?> BringAsync(RemotePicture picture)
    {
        try
        {
            var brought = await MakeAsync(picture);
            var until = time.GetUtcNow() + (brought is null ? FailureKeptFor : KeptFor);
            _kept.Set(picture, new Kept(brought, until), new MemoryCacheEntryOptions { Size = EntryBytes + (brought?.Content.Length ?? 0), AbsoluteExpirationRelativeToNow = KeptFor });
            return brought;
        }
        finally
        {
            _coming.TryRemove(picture, out _);
        }
    }

    private async Task<Picture?> MakeAsync(RemotePicture picture)
    {
        byte[]? bytes;
        await _fetches.WaitAsync();
        try
        {
            bytes = await fetcher.FetchAsync(picture.Url);
        }
        finally
        {
            _fetches.Release();
        }

        if (bytes is null)
        {
            return null;
        }

        // A decoded picture takes up to 64 MB: two at a time.
        await _decodes.WaitAsync();
        try
        {
            return PictureEncoder.Encode(bytes, picture.Shape);
        }
        finally
        {
            _decodes.Release();
        }
    }

    private sealed record Kept(Picture? Picture, DateTimeOffset Until);
}
