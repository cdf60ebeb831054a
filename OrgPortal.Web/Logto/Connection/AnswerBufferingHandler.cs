namespace OrgPortal.Web.Logto.Connection;

/// <summary>
/// Reads the whole answer before it is handed on. So the time allowed for an attempt covers the body too, and an answer that breaks
/// off counts as none: it is asked for again where that is allowed. Of what is long enough to be read while it arrives, only what it says is handed on.
/// </summary>
internal sealed class AnswerBufferingHandler : DelegatingHandler
{
    /// <summary>Turns the content of an answer with success into what it says; without it, the bytes are kept.</summary>
    public static readonly HttpRequestOptionsKey<Func<HttpContent, CancellationToken, Task<HttpContent>>> Reading = new("orgportal.reading");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            if (response.IsSuccessStatusCode && request.Options.TryGetValue(Reading, out var read))
            {
                response.Content = await read(response.Content, cancellationToken);
            }
            else
            {
                await response.Content.LoadIntoBufferAsync(LogtoConnection.LargestAnswer, cancellationToken);
            }

            return response;
        }
        catch (Exception exception)
        {
            response.Dispose();

            // What a decompressor says about bytes it cannot read.
            if (exception is InvalidDataException or InvalidOperationException)
            {
                throw new HttpRequestException(HttpRequestError.InvalidResponse, "The answer cannot be decompressed.", exception);
            }

            // What breaks off while it is read is told as what breaks off while it is kept.
            if (exception is HttpIOException lost)
            {
                throw new HttpRequestException(lost.HttpRequestError, "The answer broke off.", exception);
            }

            throw;
        }
    }
}
