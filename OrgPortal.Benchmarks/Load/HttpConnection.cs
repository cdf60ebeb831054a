using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrgPortal.Benchmarks.Load;

/// <summary>One connection of HTTP/1.1 that costs its user little: a socket and a buffer.</summary>
internal sealed class HttpConnection : IDisposable
{
    private const string ContentLength = "Content-Length:";

    private readonly Socket _socket;
    private byte[] _buffer = new byte[32 * 1024];
    private int _filled;

    private HttpConnection(Socket socket) => _socket = socket;

    private static ReadOnlySpan<byte> EndOfHeaders => "\r\n\r\n"u8;

    private static ReadOnlySpan<byte> EndOfLine => "\r\n"u8;

    /// <summary>The last answer, head and body. Chunks are as they came.</summary>
    public string Answer => Encoding.UTF8.GetString(_buffer, 0, _filled);

    public static async Task<HttpConnection> OpenAsync(Uri address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        return new HttpConnection(socket);
    }

    /// <summary>Asks, and reads the answer to its end.</summary>
    /// <returns>Its status.</returns>
    public async ValueTask<int> AskAsync(byte[] request)
    {
        _filled = 0;
        await _socket.SendAsync(request, SocketFlags.None);
        int head;
        while ((head = _buffer.AsSpan(0, _filled).IndexOf(EndOfHeaders)) < 0)
        {
            await ReceiveAsync();
        }

        var body = head + EndOfHeaders.Length;
        var status = int.Parse(Encoding.ASCII.GetString(_buffer, 9, 3), CultureInfo.InvariantCulture);
        if (LengthIn(_buffer.AsSpan(0, body)) is { } length)
        {
            while (_filled < body + length)
            {
                await ReceiveAsync();
            }
        }
        else if (status is not (204 or 304))
        {
            await ReadChunksAsync(body);
        }

        return status;
    }

    public void Dispose() => _socket.Dispose();

    private async ValueTask ReadChunksAsync(int at)
    {
        while (true)
        {
            int line;
            while ((line = _buffer.AsSpan(at, _filled - at).IndexOf(EndOfLine)) < 0)
            {
                await ReceiveAsync();
            }

            var size = int.Parse(Encoding.ASCII.GetString(_buffer, at, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            at += line + EndOfLine.Length + size + EndOfLine.Length;
            while (_filled < at)
            {
                await ReceiveAsync();
            }

            if (size == 0)
            {
                return;
            }
        }
    }

    private async ValueTask ReceiveAsync()
    {
        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var received = await _socket.ReceiveAsync(_buffer.AsMemory(_filled), SocketFlags.None);
        _filled += received > 0 ? received : throw new IOException("The connection was closed.");
    }

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

            if (end > ContentLength.Length && Encoding.ASCII.GetString(line[..ContentLength.Length]).Equals(ContentLength, StringComparison.OrdinalIgnoreCase))
            {
                return int.Parse(Encoding.ASCII.GetString(line[ContentLength.Length..end]), CultureInfo.InvariantCulture);
            }

            at += EndOfLine.Length + end;
        }

        return null;
    }
}
