using System.Threading.Channels;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace OrgPortal.Web.Events.Nodes;

/// <summary>
/// Publish and subscribe over Valkey (or Redis). Whatever state the server is in, nobody waits for it: messages stand in a short queue
/// until they can be sent, the oldest go first when it is full, and the connection comes back by itself.
/// </summary>
internal sealed partial class ValkeyChannel(IOptions<ValkeyOptions> options, TimeProvider time, ILogger<ValkeyChannel> logger) : BackgroundService, INodeChannel
{
    /// <summary>Where the nodes of a portal meet.</summary>
    public const string ChannelName = "orgportal:events";

    /// <summary>How often the connection is tried. An answer may take two seconds.</summary>
    public static readonly TimeSpan Pulse = TimeSpan.FromSeconds(2);

    private const int MostWaiting = 1000;

    private static readonly TimeSpan BeforeRepeating = TimeSpan.FromMilliseconds(500);

    private readonly string _node = Guid.NewGuid().ToString("N");
    private readonly Subscribers<NodeMessage> _subscribers = new();
    private readonly Subscribers<bool> _gaps = new();
    private readonly Channel<NodeMessage> _waiting = Channel.CreateBounded<NodeMessage>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private volatile bool _wasLost;
    private volatile bool _isConnected;

    /// <summary>Whether the other nodes can be heard and told, as of the last pulse.</summary>
    public bool IsConnected => _isConnected;

    public void Send(NodeMessage message) => _waiting.Writer.TryWrite(message with { Node = _node });

    public IDisposable Subscribe(Action<NodeMessage> handler) => _subscribers.Add(handler);

    public IDisposable SubscribeToGaps(Action handler) => _gaps.Add(_ => handler());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not while the host starts: it would wait for the server.
        await Task.Yield();
        await using var connection = await ConnectAsync(stoppingToken);
        if (connection is null)
        {
            return;
        }

        connection.ConnectionFailed += (_, _) => _wasLost = true;
        var channel = RedisChannel.Literal(ChannelName);
        // A queue: handlers of single messages are called side by side, in any order.
        var received = await connection.GetSubscriber().SubscribeAsync(channel, CommandFlags.FireAndForget);
        received.OnMessage(message => Receive(message.Message));
        await Task.WhenAll(SendAsync(connection, channel, stoppingToken), WatchAsync(connection, channel, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _isConnected = false;
    }

    // The library tries again by itself; this is for what it does not take for temporary, such as a name that cannot be resolved.
    private async Task<ConnectionMultiplexer?> ConnectAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                return await ConnectionMultiplexer.ConnectAsync(options.Value.Read());
            }
            catch (RedisException)
            {
                Lost();
                await Task.Delay(Pulse, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        return null;
    }

    private void Receive(RedisValue value)
    {
        byte[]? bytes = value;
        if (bytes is null || NodeMessage.Read(bytes) is not { } message)
        {
            Ignored();
            return;
        }

        if (message.Node == _node)
        {
            return;
        }

        try
        {
            _subscribers.Tell(message);
        }
#pragma warning disable CA1031 // A handler's failure is its own; the next message must be heard all the same.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            HandlerFailed(exception, message.Kind);
        }
    }

    private async Task SendAsync(ConnectionMultiplexer connection, RedisChannel channel, CancellationToken stopping)
    {
        await foreach (var message in _waiting.Reader.ReadAllAsync(stopping))
        {
            while (!await TryAsync(() => connection.GetSubscriber().PublishAsync(channel, message.ToBytes())))
            {
                await Task.Delay(BeforeRepeating, time, stopping);
            }
        }
    }

    private async Task WatchAsync(ConnectionMultiplexer connection, RedisChannel channel, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Pulse, time);
        do
        {
            var subscriber = connection.GetSubscriber();
            var isConnected = await TryAsync(() => subscriber.PingAsync()) && subscriber.IsConnected(channel);
            if (isConnected && (!_isConnected || _wasLost))
            {
                _wasLost = false;
                Connected();
                _gaps.Tell(true);
            }
            else if (!isConnected && _isConnected)
            {
                Lost();
            }

            _isConnected = isConnected;
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private static async Task<bool> TryAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Connected with the portal's other nodes over Valkey.")]
    private partial void Connected();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Valkey does not answer. Changes made on other nodes are seen only when this one asks, until it does again.")]
    private partial void Lost();

    [LoggerMessage(Level = LogLevel.Debug, Message = "A message of another node was not understood and is ignored.")]
    private partial void Ignored();

    [LoggerMessage(Level = LogLevel.Error, Message = "A message of another node ({Event}) could not be followed.")]
    private partial void HandlerFailed(Exception exception, string @event);
}
