using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Hosting;

/// <summary>The portal's public address. Links and redirects are made of it, so that no request's header decides where people are led.</summary>
public sealed class PortalAddress
{
    private static readonly Uri Fallback = new("http://localhost:5080");

    /// <summary>Reads the address from the settings.</summary>
    public PortalAddress(IOptions<PortalOptions> options, IConfiguration configuration)
    {
        IsConfigured = !string.IsNullOrWhiteSpace(options.Value.PublicUrl);
        var url = IsConfigured ? new Uri(options.Value.PublicUrl!) : ListenAddresses.Read(configuration) is [var first, ..] ? first : Fallback;
        Origin = new Uri(url.GetLeftPart(UriPartial.Authority));
    }

    /// <summary>Scheme, host and port.</summary>
    public Uri Origin { get; }

    /// <summary>Whether it was configured; otherwise it is the address that is listened on.</summary>
    public bool IsConfigured { get; }

    /// <summary>Whether people come over HTTPS.</summary>
    public bool IsHttps => Origin.Scheme == Uri.UriSchemeHttps;

    /// <summary>The absolute address of a local path, which begins with a slash.</summary>
    public Uri Of(string path) => new(Origin, path);
}
