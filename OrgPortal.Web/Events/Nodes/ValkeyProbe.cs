using System.Net;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace OrgPortal.Web.Events.Nodes;

/// <summary>Tries with a connection of its own whether the nodes can meet: for commands, in which nothing runs beside, and for whoever wants to know now.</summary>
internal sealed class ValkeyProbe(IConfiguration configuration, IServiceProvider services, TimeProvider time)
{
    /// <summary>Whether there is one to be tried: <c>ConnectionStrings:Valkey</c>.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(configuration.GetConnectionString(ValkeyOptions.ConnectionName));

    /// <summary>The servers it is, with their ports; never the password beside them.</summary>
    public string Servers => string.Join(", ", Options.EndPoints.Select(point => point is DnsEndPoint name ? $"{name.Host}:{name.Port}" : point.ToString()));

    private ConfigurationOptions Options => services.GetRequiredService<IOptions<ValkeyOptions>>().Value.Read();

    /// <summary>How long it takes to answer; nothing when it does not.</summary>
    public async Task<TimeSpan?> PingAsync()
    {
        var options = Options;
        options.AbortOnConnectFail = true;
        options.ConnectRetry = 1;
        try
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(options);
            var start = time.GetTimestamp();
            await connection.GetDatabase().PingAsync();
            return time.GetElapsedTime(start);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            return null;
        }
    }
}
