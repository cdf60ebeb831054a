using System.Net;

namespace OrgPortal.Tests.Logto.Wire;

/// <summary>A body larger than any that makes sense, announced or not.</summary>
internal sealed class EndlessContent(long size, bool isAnnounced) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var chunk = new byte[1024 * 1024];
        for (long sent = 0; sent < size; sent += chunk.Length)
        {
            await stream.WriteAsync(chunk);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = size;
        return isAnnounced;
    }
}
