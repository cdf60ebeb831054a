using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace OrgPortal.Web.Outbound;

internal sealed class OutboundPosts(GuardedConnections connections, TimeProvider time) : IOutboundPosts, IDisposable
{
    /// <summary>Bytes of an answer that are read.</summary>
    public const int MostRead = 4 * 1024;

    // Many organizations send to the same few services: one that is slow there must not hold up the others.
    private const int MostForOneHost = 32;

    private static readonly TimeSpan ForAName = TimeSpan.FromSeconds(5);

    // The waiting and the patience of one are not another's: two sets of connections, so that one that was made to an inside address serves nobody else.
    private readonly HttpMessageInvoker _guarded = new(connections.CreateHandler((_, _) => false, MostForOneHost));
    private readonly HttpMessageInvoker _trusting = new(connections.CreateHandler((_, _) => true, MostForOneHost));

    /// <inheritdoc />
    public void Dispose()
    {
        _guarded.Dispose();
        _trusting.Dispose();
    }

    public async Task<OutboundAnswer> PostAsync(OutboundPost post, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(post.Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await SendAsync(post, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new OutboundAnswer(null, OutboundTrouble.Timeout);
        }
        catch (HttpRequestException exception)
        {
            return new OutboundAnswer(null, TroubleOf(exception));
        }
        catch (Exception exception) when (exception is IOException or SocketException or ArgumentException)
        {
            return new OutboundAnswer(null, OutboundTrouble.Connection);
        }
    }

    public async Task<OutboundTrouble?> LookAsync(Uri url, bool isTrusted, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(ForAName, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await connections.FindAsync(url.IdnHost, isTrusted, both.Token) is [] ? OutboundTrouble.NoPublicAddress : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return OutboundTrouble.NoPublicAddress;
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            return OutboundTrouble.NoPublicAddress;
        }
    }

    private async Task<OutboundAnswer> SendAsync(OutboundPost post, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, post.Url) { Content = new ReadOnlyMemoryContent(post.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.UserAgent.ParseAdd("OrgPortal");
        foreach (var (name, value) in post.Headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await (post.IsTrusted ? _trusting : _guarded).SendAsync(request, cancellationToken);
        return new OutboundAnswer((int)response.StatusCode, RetryAfter: RetryAfterOf(response), Excerpt: await ReadAsync(response.Content, cancellationToken));
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response)
    {
        var wanted = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wanted > TimeSpan.Zero ? wanted : null;
    }

    // An answer without an end, or one that trickles, is left after its first bytes: the patience covers these too. What the host said by its status stands,
    // also when the body breaks off.
    private static async Task<string?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = new byte[MostRead];
        var length = 0;
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            int read;
            while (length < buffer.Length && (read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken)) > 0)
            {
                length += read;
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // What came before it broke off is enough.
        }

        return length == 0 ? null : Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static OutboundTrouble TroubleOf(HttpRequestException exception) => exception switch
    {
        NoPublicAddressException => OutboundTrouble.NoPublicAddress,
        { InnerException: NoPublicAddressException } => OutboundTrouble.NoPublicAddress,
        { HttpRequestError: HttpRequestError.NameResolutionError } => OutboundTrouble.NoPublicAddress,
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } => OutboundTrouble.NoPublicAddress,
        { HttpRequestError: HttpRequestError.SecureConnectionError } => OutboundTrouble.Tls,
        _ => OutboundTrouble.Connection,
    };
}
