namespace OrgPortal.Web.Outbound;

/// <summary>Reads what others send, and may send without end.</summary>
internal static class BoundedReading
{
    private const int BufferBytes = 16 * 1024;

    /// <summary>The whole body of an answer; <see langword="null"/> when it is longer than <paramref name="most"/> bytes, of which no more are read then.</summary>
    /// <exception cref="IOException">It broke off.</exception>
    public static async Task<byte[]?> ReadAtMostAsync(this HttpContent content, int most, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > most)
        {
            return null;
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        return await stream.ReadAtMostAsync(most, cancellationToken);
    }

    /// <inheritdoc cref="ReadAtMostAsync(HttpContent, int, CancellationToken)" />
    public static async Task<byte[]?> ReadAtMostAsync(this Stream stream, int most, CancellationToken cancellationToken = default)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > most)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
