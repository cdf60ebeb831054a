using System.Net;

namespace OrgPortal.Tests.Logto.Wire;

/// <summary>A body that begins and never ends.</summary>
/// <param name="stall">Never ends.</param>
internal sealed class StallingContent(Func<CancellationToken, Task> stall) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync("{\"id\":"u8.ToArray(), cancellationToken);
        await stall(cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
