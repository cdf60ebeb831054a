using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace OrgPortal.Web.Components;

/// <summary>
/// How a property with <c>[PersistentState]</c> is written into the page: as JSON, compressed. The browser reads it with the page, encrypted, so that nothing on the way can make it
/// smaller any more, and sends it back twice when the circuit starts.
/// </summary>
/// <typeparam name="T">The property's type.</typeparam>
internal sealed class CompressedState<T> : PersistentComponentStateSerializer<T>
{
    // Of rows that are much alike the next steps save a twentieth, for twice the time.
    private static readonly BrotliCompressionOptions Compression = new() { Quality = 4 };

    /// <inheritdoc />
    public override void Persist(T value, IBufferWriter<byte> writer)
    {
        var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, Compression))
        {
            JsonSerializer.Serialize(brotli, value, JsonSerializerOptions.Web);
        }

        writer.Write(compressed.ToArray());
    }

    /// <inheritdoc />
    public override T Restore(ReadOnlySequence<byte> data)
    {
        using var brotli = new BrotliStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(brotli, JsonSerializerOptions.Web)!;
    }
}
