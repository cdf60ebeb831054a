using Microsoft.Extensions.Options;
using OrgPortal.Web.Outbound;

namespace OrgPortal.Web.Images;

/// <summary>
/// Which addresses may be asked for a picture at all, by how they are written. Where they lead is looked at when the connection is made
/// (<see cref="Outbound.GuardedConnections"/>), since only then it is known.
/// </summary>
internal sealed class PictureAddress
{
    /// <summary>Characters; the same as for an account's picture.</summary>
    public const int Longest = OutboundUrl.Longest;

    private readonly bool _development;
    private readonly HashSet<(string Scheme, string Host, int Port)> _trusted;

    public PictureAddress(IOptions<ImageOptions> options, IHostEnvironment environment)
    {
        _development = environment.IsDevelopment();
        _trusted = [.. options.Value.TrustedOrigins.Select(origin => new Uri(origin)).Select(url => (url.Scheme, url.IdnHost, url.Port))];
    }

    /// <summary>The address; <see langword="null"/> when it is none: <c>https</c> on port 443 without a user name, in Development also <c>http</c> on 80.</summary>
    public Uri? Read(string? text) => Parse(text) is { } url && Allows(url) ? url : null;

    /// <summary>The same for an address that is one already, such as where an answer leads on to.</summary>
    public bool Allows(Uri url) =>
        url.IsAbsoluteUri && url.Host.Length > 0 && url.UserInfo.Length == 0 && url.OriginalString.Length <= Longest
        && (_trusted.Contains((url.Scheme, url.IdnHost, url.Port))
            || (url.Scheme == Uri.UriSchemeHttps && url.Port == 443)
            || (_development && url.Scheme == Uri.UriSchemeHttp && url.Port == 80));

    /// <summary>Whether the deployer named this host and port.</summary>
    public bool Trusts(string host, int port) => _trusted.Any(origin => origin.Port == port && string.Equals(origin.Host, host, StringComparison.OrdinalIgnoreCase));

    /// <summary>An absolute address, or nothing.</summary>
    internal static Uri? Parse(string? text) => OutboundUrl.Parse(text);
}
