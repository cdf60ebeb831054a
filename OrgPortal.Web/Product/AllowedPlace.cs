using System.Diagnostics.CodeAnalysis;

namespace OrgPortal.Web.Product;

/// <summary>An origin, or everything below a path of it, that addresses of others may lead to.</summary>
internal sealed class AllowedPlace
{
    /// <summary>Characters. An address travels in a cookie, which browsers keep up to 4 kB.</summary>
    public const int LongestAddress = 1024;

    // Read by some servers as what they stand for, so that a path that begins as it must ends elsewhere.
    private static readonly string[] Ambiguous = ["%2e", "%2f", "%5c"];

    private readonly Uri _origin;
    private readonly string _path;

    private AllowedPlace(Uri place) => (_origin, _path) = (new Uri(place.GetLeftPart(UriPartial.Authority)), place.AbsolutePath.TrimEnd('/'));

    /// <summary>Scheme, host and port.</summary>
    public string Origin => _origin.GetLeftPart(UriPartial.Authority);

    /// <summary>The place that a setting names; nothing when it names none: a web address without user, query and fragment.</summary>
    public static AllowedPlace? From(string? setting) =>
        TryRead(setting, out var place) && place.Query.Length == 0 && place.Fragment.Length == 0 && !IsAmbiguous(place) ? new AllowedPlace(place) : null;

    /// <summary>
    /// Reads an absolute web address: HTTPS, or HTTP to this machine; printable ASCII without backslash; a host and no user. What browsers and
    /// this portal could read differently is none.
    /// </summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        if (text is not { Length: > 0 and <= LongestAddress } || !text.All(c => c is > ' ' and <= '~' and not '\\'))
        {
            return false;
        }

        // Browsers look for the host behind any number of slashes, also none.
        var start = text.IndexOf("://", StringComparison.Ordinal) + 3;
        var authority = start < 3 ? string.Empty : text[start..].Split('/', '?', '#')[0];
        return authority is { Length: > 0 } && !authority.Contains('@') && !authority.Contains('%')
            && Uri.TryCreate(text, UriKind.Absolute, out address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address is { Host.Length: > 0, UserInfo.Length: 0 };
    }

    /// <summary>The address as it may be gone to, its origin written as in the settings; nothing when it does not lie here.</summary>
    public string? Take(Uri address) =>
        address.Scheme == _origin.Scheme && address.Port == _origin.Port && address.Host == _origin.Host && IsBelow(address)
            ? Origin + address.PathAndQuery + address.Fragment
            : null;

    private static bool IsAmbiguous(Uri address) => Ambiguous.Any(escape => address.AbsolutePath.Contains(escape, StringComparison.OrdinalIgnoreCase));

    private bool IsBelow(Uri address) =>
        _path.Length == 0
        || (!IsAmbiguous(address) && (address.AbsolutePath == _path || address.AbsolutePath.StartsWith(_path + "/", StringComparison.Ordinal)));
}
