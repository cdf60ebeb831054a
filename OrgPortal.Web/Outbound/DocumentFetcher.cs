using System.Net;

namespace OrgPortal.Web.Outbound;

internal sealed class DocumentFetcher(GuardedConnections connections, TimeProvider time) : IDocumentFetcher
{
    /// <summary>256 KB.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>For all of it: the name, the connection and the last byte.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<FetchedDocument> FetchAsync(Uri address, IReadOnlyCollection<string> trusted, CancellationToken cancellationToken = default)
    {
        var origins = trusted.Select(origin => new Uri(origin)).ToList();
        if (!IsAllowed(address, origins))
        {
            return FetchedDocument.None(FetchOutcome.NotAllowed);
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        // A connection of its own each time: what was trusted for one caller is kept for nobody else.
        using var http = new HttpMessageInvoker(connections.CreateHandler((host, port) => origins.Exists(origin => origin.Port == port && string.Equals(origin.IdnHost, host, StringComparison.OrdinalIgnoreCase)), mostForOneHost: 1));
        try
        {
            return await FetchAsync(http, address, either.Token);
        }
        catch (NoPublicAddressException)
        {
            return FetchedDocument.None(FetchOutcome.Inside);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return FetchedDocument.None(exception is HttpRequestException { InnerException: NoPublicAddressException } ? FetchOutcome.Inside : FetchOutcome.Unreachable);
        }
    }

    private static bool IsAllowed(Uri address, List<Uri> trusted) =>
        address.IsAbsoluteUri && address.Host.Length > 0 && address.UserInfo.Length == 0
        && (trusted.Exists(origin => (origin.Scheme, origin.IdnHost, origin.Port) == (address.Scheme, address.IdnHost, address.Port)) || (address.Scheme == Uri.UriSchemeHttps && address.Port == 443));

    private static async Task<FetchedDocument> FetchAsync(HttpMessageInvoker http, Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.ParseAdd("OrgPortal");
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return FetchedDocument.None(FetchOutcome.Refused);
        }

        return await response.Content.ReadAtMostAsync(MostBytes, cancellationToken) is { } bytes ? new FetchedDocument(FetchOutcome.Found, bytes) : FetchedDocument.None(FetchOutcome.TooLarge);
    }
}
