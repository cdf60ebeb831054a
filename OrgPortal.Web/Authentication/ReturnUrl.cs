using System.Diagnostics.CodeAnalysis;

namespace OrgPortal.Web.Authentication;

/// <summary>
/// Where to go after signing in or out. Can only hold a path of this portal: whatever else it is made from becomes <see cref="Home"/>.
/// </summary>
public readonly record struct ReturnUrl : IParsable<ReturnUrl>
{
    private const int MaxLength = 2048;

    /// <summary>Coming back to one of these would lead round in a circle, or sign out whoever has just signed in.</summary>
    private static readonly string[] Circular =
        ["/sign-in", "/sign-in-failed", "/sign-out", "/signed-out", "/signin-oidc", "/signout-callback-oidc", "/backchannel-logout", "/error", "/not-found"];

    private static readonly Uri Anywhere = new("https://portal.invalid");

    private ReturnUrl(string value) => Value = value;

    /// <summary>The portal's first page.</summary>
    public static ReturnUrl Home => default;

    /// <summary>Path and query, beginning with exactly one slash; printable ASCII only.</summary>
    public string Value { get => field ?? "/"; }

    /// <summary>The path if it is one of this portal, else <see cref="Home"/>.</summary>
    public static ReturnUrl From(string? value) => TryParse(value, null, out var result) ? result : Home;

    /// <summary>The page a form stood on: any path of this portal, also one that signing in must not lead to; else <see cref="Home"/>.</summary>
    public static ReturnUrl Here(string? value) => IsLocal(value) && value != "/" ? new ReturnUrl(value) : Home;

    /// <inheritdoc />
    public static ReturnUrl Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException("Not a path of this portal.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ReturnUrl result)
    {
        var valid = IsLocal(s) && !IsCircular(s);
        // One home, so that equal places are equal values.
        result = valid && s != "/" ? new ReturnUrl(s!) : default;
        return valid;
    }

    /// <summary>Path and query.</summary>
    public override string ToString() => Value;

    // Two slashes name a host; browsers read a backslash as a slash and drop tabs and line breaks before they look.
    private static bool IsLocal([NotNullWhen(true)] string? value) =>
        value is ['/', .. var rest] and { Length: <= MaxLength }
        && rest is not ['/', ..]
        && value.All(c => c is > ' ' and <= '~' and not '\\');

    // As routing will see the path: without dots, and unescaped once.
    private static bool IsCircular(string value)
    {
        var path = Uri.UnescapeDataString(new Uri(Anywhere, value).AbsolutePath).AsSpan().TrimEnd('/');
        foreach (var circular in Circular)
        {
            if (path.Equals(circular, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
