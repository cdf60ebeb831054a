using System.Net;

namespace OrgPortal.Tests.Logto.Wire;

/// <summary>A body that arrives bit by bit, as from a network.</summary>
/// <param name="text">All of it.</param>
/// <param name="atOnce">How many bytes come together.</param>
/// <param name="breaksOff">Whether the connection is lost instead of coming to an end.</param>
internal sealed class ArrivingContent(byte[] text, int atOnce, bool breaksOff) : HttpContent
{
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new Arriving(text, atOnce, breaksOff));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException("It is read while it arrives.");

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private sealed class Arriving(byte[] text, int atOnce, bool breaksOff) : MemoryStream(text)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return Position == Length && breaksOff
                ? throw new HttpIOException(HttpRequestError.ResponseEnded)
                : await base.ReadAsync(buffer[..Math.Min(atOnce, buffer.Length)], cancellationToken);
        }
    }
}
