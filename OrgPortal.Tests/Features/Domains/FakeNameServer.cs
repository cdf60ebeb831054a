using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrgPortal.Tests.Features.Domains;

/// <summary>A name server on this machine that answers each question as the test says, also wrongly.</summary>
internal sealed class FakeNameServer : IAsyncDisposable
{
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _answering;

    public FakeNameServer(Func<string, Reply?> answer) => _answering = AnswerAsync(answer);

    public string Address => _socket.Client.LocalEndPoint!.ToString()!;

    /// <summary>The names that were asked for.</summary>
    public List<string> Asked { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _socket.Dispose();
        await _answering;
        _stopping.Dispose();
    }

    private async Task AnswerAsync(Func<string, Reply?> answer)
    {
        try
        {
            while (true)
            {
                var question = await _socket.ReceiveAsync(_stopping.Token);
                var (name, end) = ReadName(question.Buffer, 12);
                lock (Asked)
                {
                    Asked.Add(name);
                }

                if (answer(name) is { } reply)
                {
                    await _socket.SendAsync(Write(question.Buffer, end + 4, reply), question.RemoteEndPoint, _stopping.Token);
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private static byte[] Write(byte[] question, int length, Reply reply)
    {
        using var message = new MemoryStream();
        var head = question[..length];
        if (reply.HasForeignNumber)
        {
            head[0] ^= 0xFF;
        }

        (head[2], head[3]) = (0x81, (byte)(0x80 | reply.Code));
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(6), (ushort)(reply.Texts.Count + (reply.Alias is null ? 0 : 1)));
        (head[8], head[9], head[10], head[11]) = (0, 0, 0, 0);
        message.Write(head);
        if (reply.Alias is { } alias)
        {
            WriteRecord(message, ReadName(question, 12).Name, 5, NameBytes(alias));
        }

        foreach (var (owner, text) in reply.Texts)
        {
            WriteRecord(message, owner, 16, [.. text.Chunk(255).SelectMany(part => (byte[])[(byte)part.Length, .. Encoding.ASCII.GetBytes(part)])]);
        }

        return message.ToArray();
    }

    private static void WriteRecord(MemoryStream message, string owner, byte type, byte[] content)
    {
        message.Write(NameBytes(owner));
        message.Write([0, type, 0, 1, 0, 0, 0, 60, (byte)(content.Length >> 8), (byte)content.Length]);
        message.Write(content);
    }

    private static byte[] NameBytes(string name) => [.. name.Split('.').SelectMany(label => (byte[])[(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0];

    private static (string Name, int End) ReadName(byte[] message, int at)
    {
        var labels = new List<string>();
        while (message[at] is > 0 and var length)
        {
            labels.Add(Encoding.ASCII.GetString(message, at + 1, length));
            at += length + 1;
        }

        return (string.Join('.', labels), at + 1);
    }

    /// <summary>An answer.</summary>
    /// <param name="Texts">TXT records: whose, and what.</param>
    /// <param name="Code">0 for none, 2 SERVFAIL, 3 NXDOMAIN.</param>
    /// <param name="Alias">What the name is an alias of.</param>
    /// <param name="HasForeignNumber">Whether it answers another question than the one that was asked.</param>
    internal sealed record Reply(IReadOnlyList<(string Owner, string Text)> Texts, byte Code = 0, string? Alias = null, bool HasForeignNumber = false);
}
