using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace OrgPortal.Web.Events.Nodes;

/// <summary>How the nodes reach each other: <c>ConnectionStrings:Valkey</c>. Empty for a portal of one node.</summary>
public sealed class ValkeyOptions
{
    /// <summary>The connection string's name.</summary>
    public const string ConnectionName = "Valkey";

    /// <summary><c>host:port</c>, several with commas, then options such as <c>password=…,ssl=true</c>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// What the connection is made with. A server that is away is tried again for ever, and nothing waits for it: what cannot be sent at
    /// once fails at once.
    /// </summary>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    internal ConfigurationOptions Read()
    {
        var options = ConfigurationOptions.Parse(ConnectionString!);
        options.ClientName = "OrgPortal";
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ReconnectRetryPolicy = new LinearRetry(1000);
        options.ConnectTimeout = 2000;
        options.AsyncTimeout = 2000;
        // Seconds: a server that hangs is noticed although the socket stands.
        options.KeepAlive = 5;
        return options;
    }
}

/// <summary>Says what is wrong with the connection string without repeating it: it may hold a password.</summary>
internal sealed class ValkeyOptionsValidator : IValidateOptions<ValkeyOptions>
{
    public ValidateOptionsResult Validate(string? name, ValkeyOptions options)
    {
        try
        {
            return options.Read().EndPoints.Count > 0 ? ValidateOptionsResult.Success : Unreadable;
        }
        catch (ArgumentException)
        {
            return Unreadable;
        }
    }

    private static ValidateOptionsResult Unreadable => ValidateOptionsResult.Fail(
        "ConnectionStrings:Valkey cannot be read. Set it to something like valkey.example.com:6379,password=…,ssl=true, or leave the key out for a portal of one node.");
}
