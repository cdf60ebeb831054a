namespace OrgPortal.Web.Logto.Connection;

/// <summary>
/// Reads the whole answer before it is handed on. So the time allowed for an attempt covers the body too, and an answer that breaks
/// off counts as none: it is asked for again where that is allowed.
/// </summary>
internal sealed class AnswerBufferingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(LogtoConnection.LargestAnswer, cancellationToken);
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

            throw;
        }
    }
}
