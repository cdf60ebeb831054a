using System.Net;

namespace OrgPortal.Tests.Logto.Wire;

/// <summary>A body that breaks off.</summary>
internal sealed class BrokenContent : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync("{\"id\":"u8.ToArray());
        throw new IOException("The connection was reset.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
