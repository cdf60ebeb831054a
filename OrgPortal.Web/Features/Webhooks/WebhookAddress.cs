using System.Net;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Outbound;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Which addresses may be sent to: by how they are written, and by where they lead when they are saved. At each connection that is looked at again.</summary>
internal sealed class WebhookAddress(IOptions<WebhookOptions> options, IHostEnvironment environment, IOutboundPosts posts)
{
    private const int Https = 443;
    private const string NoPublicAddress = "no_public_address";

    // Names that mean something else in every network, or nothing outside of one's own.
    private static readonly string[] Inside = ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "home.arpa"];

    /// <summary>The host of an address as people know it; the address itself when there is none in it.</summary>
    public static string HostOf(string url) => OutboundUrl.Parse(url) is { } parsed ? parsed.IsDefaultPort ? parsed.Host : parsed.Authority : url;

    /// <summary>The address, or nothing when it may not be sent to, by how it is written.</summary>
    public Uri? Read(string? text) => Find(text) is { IsFailure: false } found ? found.Value : null;

    /// <summary>Whether it is the person's own machine, where whoever develops receives what is sent.</summary>
    public bool IsTrusted(Uri url) => environment.IsDevelopment() && url.IsLoopback;

    /// <summary>The address, or what is wrong with it; the name is looked up.</summary>
    public async Task<Result<Uri>> CheckAsync(string? text)
    {
        var found = Find(text?.Trim());
        if (found.IsFailure)
        {
            return found;
        }

        return await posts.LookAsync(found.Value, IsTrusted(found.Value), CancellationToken.None) is null ? found : Wrong(NoPublicAddress);
    }

    private Result<Uri> Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Wrong("required");
        }

        if (text.Length > WebhookForm.MaxUrlLength)
        {
            return Wrong("too_long");
        }

        if (OutboundUrl.Parse(text) is not { } url || url.Host.Length == 0 || url.Fragment.Length > 0)
        {
            return Wrong("url");
        }

        if (IsTrusted(url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0)
        {
            return url;
        }

        return url switch
        {
            { Scheme: not "https" } => Wrong("https_required"),
            { UserInfo.Length: > 0 } => Wrong("user_info"),
            _ when url.Port != Https && !options.Value.Ports.Contains(url.Port) => Wrong("port"),
            _ when IsInside(url) => Wrong(NoPublicAddress),
            _ => url,
        };
    }

    // Numbers in most notations are an address to Uri already; what ends in a number is one to somebody. A name of one word, or one that ends in a dot, means something else in
    // each network.
    private static bool IsInside(Uri url) => url.HostNameType switch
    {
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => !IPAddress.TryParse(url.IdnHost, out var address) || !PublicNetworks.Contain(address),
        _ => url.IsLoopback || !url.IdnHost.Contains('.', StringComparison.Ordinal) || url.IdnHost.EndsWith('.') || char.IsAsciiDigit(url.IdnHost[url.IdnHost.LastIndexOf('.') + 1])
            || Inside.Any(name => url.IdnHost.EndsWith("." + name, StringComparison.OrdinalIgnoreCase)),
    };

    private static Invalid Wrong(string reason) => new("url", reason);
}
