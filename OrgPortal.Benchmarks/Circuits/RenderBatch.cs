using System.Buffers.Binary;
using System.Text;

namespace OrgPortal.Benchmarks.Circuits;

/// <summary>
/// As much of a render batch as it takes to find what can be clicked. Its last 20 bytes say where its parts are; the frames that edits refer to have
/// 20 bytes each: the kind, then indexes into the strings and ids.
/// </summary>
internal sealed class RenderBatch(byte[] bytes)
{
    private const int FrameSize = 20;
    private const int AttributeFrame = 3;

    private readonly int _frames = Int(bytes, bytes.Length - 16);
    private readonly int _strings = Int(bytes, bytes.Length - 4);

    /// <summary>The handler of an event of the first element that has an attribute with this value.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="happening">The event, such as <c>onclick</c>.</param>
    /// <returns>The handler's id; <see langword="null"/> when no such element is in the batch.</returns>
    public ulong? FindHandler(string attribute, string value, string happening)
    {
        var count = Int(bytes, _frames);
        var (isIt, handler) = (false, (ulong?)null);
        for (var i = 0; i < count; i++)
        {
            var at = _frames + sizeof(int) + (i * FrameSize);
            switch (Int(bytes, at))
            {
                case not AttributeFrame:
                    // An element's or a component's attributes stand behind it: whatever else comes ends them.
                    (isIt, handler) = (false, null);
                    break;
                case AttributeFrame when Text(Int(bytes, at + 4)) is var name:
                    isIt |= name == attribute && Text(Int(bytes, at + 8)) == value;
                    handler = name == happening && BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at + 12)) is > 0 and var id ? id : handler;
                    break;
            }

            if (isIt && handler is not null)
            {
                return handler;
            }
        }

        return null;
    }

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    private string? Text(int index)
    {
        if (index < 0)
        {
            return null;
        }

        var at = Int(bytes, _strings + (index * sizeof(int)));
        var (length, shift) = (0, 0);
        byte part;
        do
        {
            part = bytes[at++];
            length |= (part & 0x7f) << shift;
            shift += 7;
        }
        while ((part & 0x80) != 0);

        return Encoding.UTF8.GetString(bytes, at, length);
    }
}
