using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrgPortal.Benchmarks.Load;

/// <summary>
/// One connection of HTTP/1.1 that costs its user little: a socket and a buffer. Used in one of two ways, and not in both: <see cref="AskAsync"/>, or <see cref="Send"/>
/// and <see cref="Receive"/> by whoever waits for many at once.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private const string ContentLength = "Content-Length:";

    private byte[] _buffer = new byte[32 * 1024];
    private int _filled;

    // Of the answer that is coming: where its body begins, 0 as long as its head is not there; where it ends, as far as that is known; whether it comes in chunks.
    private int _body;
    private int _end;
    private bool _isChunked;

    private HttpConnection(Socket socket) => Socket = socket;

    private static ReadOnlySpan<byte> EndOfHeaders => "\r\n\r\n"u8;

    private static ReadOnlySpan<byte> EndOfLine => "\r\n"u8;

    /// <summary>For waiting until there is something to receive.</summary>
    public Socket Socket { get; }

    /// <summary>The last answer, head and body. Chunks are as they came.</summary>
    public string Answer => Encoding.UTF8.GetString(_buffer, 0, _filled);

    public static HttpConnection Open(Uri address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        // Not asynchronously: the socket would be one for ever.
        socket.Connect(IPAddress.Loopback, address.Port);
        return new HttpConnection(socket);
    }

    /// <summary>Asks, and reads the answer to its end.</summary>
    /// <returns>Its status.</returns>
    public async ValueTask<int> AskAsync(byte[] request)
    {
        Begin();
        await Socket.SendAsync(request, SocketFlags.None);
        while (true)
        {
            if (Take(await Socket.ReceiveAsync(Free(), SocketFlags.None)) is { } status)
            {
                return status;
            }
        }
    }

    /// <summary>Asks, and does not wait.</summary>
    public void Send(byte[] request)
    {
        Begin();
        Socket.Send(request);
    }

    /// <summary>Takes what has come; waits where nothing has.</summary>
    /// <returns>The answer's status once its last byte is there.</returns>
    public int? Receive() => Take(Socket.Receive(Free().Span));

    public void Dispose() => Socket.Dispose();

    private void Begin() => (_filled, _body, _end, _isChunked) = (0, 0, 0, false);

    private Memory<byte> Free()
    {
        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        return _buffer.AsMemory(_filled);
    }

    private int? Take(int received)
    {
        _filled += received > 0 ? received : throw new IOException("The connection was closed.");
        if (_body == 0 && !ReadHead())
        {
            return null;
        }

        return _isChunked ? ReadChunks() ? Status() : null : _filled >= _end ? Status() : null;
    }

    private bool ReadHead()
    {
        var head = _buffer.AsSpan(0, _filled).IndexOf(EndOfHeaders);
        if (head < 0)
        {
            return false;
        }

        _end = _body = head + EndOfHeaders.Length;
        if (LengthIn(_buffer.AsSpan(0, _body)) is { } length)
        {
            _end += length;
        }
        else
        {
            _isChunked = Status() is not (204 or 304);
        }

        return true;
    }

    // The end is that of the last chunk whose size is known, until that is the empty one.
    private bool ReadChunks()
    {
        while (_filled >= _end && _buffer.AsSpan(_end, _filled - _end).IndexOf(EndOfLine) is var line and >= 0)
        {
            var size = int.Parse(_buffer.AsSpan(_end, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                // The empty chunk is followed by an empty line.
                return _filled >= _end + line + (2 * EndOfLine.Length);
            }

            _end += line + EndOfLine.Length + size + EndOfLine.Length;
        }

        return false;
    }

    private int Status() => int.Parse(_buffer.AsSpan(9, 3), CultureInfo.InvariantCulture);

    private static int? LengthIn(ReadOnlySpan<byte> head)
    {
        for (var at = head.IndexOf(EndOfLine); at >= 0 && at < head.Length; )
        {
            var line = head[(at + EndOfLine.Length)..];
            var end = line.IndexOf(EndOfLine);
            if (end <= 0)
            {
                return null;
            }

            if (end > ContentLength.Length && Ascii.EqualsIgnoreCase(line[..ContentLength.Length], ContentLength))
            {
                return int.Parse(line[ContentLength.Length..end].Trim((byte)' '), CultureInfo.InvariantCulture);
            }

            at += EndOfLine.Length + end;
        }

        return null;
    }
}
