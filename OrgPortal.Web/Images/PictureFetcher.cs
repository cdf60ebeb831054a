using System.Net;
using OrgPortal.Web.Outbound;

namespace OrgPortal.Web.Images;

/// <summary>Gets a picture's bytes: at most <see cref="MostBytes"/>, within <see cref="Patience"/>, over at most <see cref="MostRedirects"/> redirects, each looked at like the first.</summary>
internal sealed partial class PictureFetcher(PictureAddress addresses, GuardedConnections connections, TimeProvider time, ILogger<PictureFetcher> logger) : IDisposable
{
    /// <summary>1 MB.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>How often an answer may lead on.</summary>
    public const int MostRedirects = 3;

    /// <summary>For all of it: names, connections, redirects and the last byte.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int MostForOneHost = 4;

    private readonly HttpMessageInvoker _http = new(connections.CreateHandler(addresses.Trusts, MostForOneHost));

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    /// <summary>The bytes, whatever they are; <see langword="null"/> when they cannot be had.</summary>
    public async Task<byte[]?> FetchAsync(Uri url)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            return await FetchAsync(url, patience.Token);
        }
        catch (OperationCanceledException)
        {
            LogFailed("too slow");
        }
        catch (HttpRequestException)
        {
            LogFailed("no connection that may be made");
        }
        catch (IOException)
        {
            LogFailed("broken off");
        }

        return null;
    }

    private async Task<byte[]?> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MostRedirects && addresses.Allows(url); redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Accept.ParseAdd("image/webp,image/png,image/jpeg,image/gif");
            request.Headers.UserAgent.ParseAdd("OrgPortal");
            using var response = await _http.SendAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                var bytes = await response.Content.ReadAtMostAsync(MostBytes, cancellationToken);
                if (bytes is null)
                {
                    LogFailed("too large");
                }

                return bytes;
            }

            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
            {
                LogFailed("no picture");
                return null;
            }

            url = location.IsAbsoluteUri ? location : new Uri(url, location);
        }

        LogFailed("redirects");
        return null;
    }

    // Not where it stands: that is somebody's.
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "A picture from another host could not be fetched: {Reason}.")]
    private partial void LogFailed(string reason);
}
