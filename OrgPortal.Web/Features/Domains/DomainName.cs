using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OrgPortal.Web.Features.Domains;

/// <summary>
/// A domain that addresses can be of: lower case, letters beyond ASCII in their ASCII form (<c>xn--…</c>), at least two labels of letters, digits
/// and hyphens, at most <see cref="MaxLength"/> characters. Equal values are the same domain.
/// </summary>
public readonly record struct DomainName
{
    /// <summary>As long as a domain that Logto keeps; the name of the record that proves it fits into DNS with it.</summary>
    public const int MaxLength = 128;

    private const int LongestLabel = 63;
    private const int LongestInput = 1024;
    private const string AsciiPrefix = "xn--";

    // Of its own each time: it keeps no state between calls, but its settings are not to be shared.
    private static readonly IdnMapping Mapping = new() { UseStd3AsciiRules = true };

    private DomainName(string value) => Value = value;

    /// <summary>The form in DNS and in Logto.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The form that people write: <see cref="Value"/> with its letters beyond ASCII.</summary>
    public string Readable => ReadableOf(Value);

    /// <summary>Reads a domain as somebody typed it: also with the sign before it (<c>@acme.example</c>), with a dot at the end, in any case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DomainName result)
    {
        result = default;
        if (text is null || text.Length > LongestInput)
        {
            return false;
        }

        var trimmed = text.Trim();
        trimmed = trimmed.StartsWith('@') ? trimmed[1..] : trimmed;
        trimmed = trimmed.EndsWith('.') ? trimmed[..^1] : trimmed;
        if (trimmed.Length == 0 || ToAscii(trimmed) is not { } ascii || !IsWellFormed(ascii))
        {
            return false;
        }

        result = new DomainName(ascii);
        return true;
    }

    /// <summary>The domain of an e-mail address.</summary>
    public static bool TryParseAddress([NotNullWhen(true)] string? address, out DomainName result)
    {
        result = default;
        var at = address?.LastIndexOf('@') ?? -1;
        return at > 0 && TryParse(address![(at + 1)..].TrimEnd(), out result);
    }

    /// <summary>The form in DNS.</summary>
    public override string ToString() => Value;

    private static string? ToAscii(string text)
    {
        try
        {
            return Mapping.GetAscii(text).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // What has no readable form stays as it is.
    private static string ReadableOf(string ascii)
    {
        if (!ascii.Contains(AsciiPrefix, StringComparison.Ordinal))
        {
            return ascii;
        }

        try
        {
            return Mapping.GetUnicode(ascii);
        }
        catch (ArgumentException)
        {
            return ascii;
        }
    }

    private static bool IsWellFormed(string ascii)
    {
        var labels = ascii.Split('.');
        return ascii.Length <= MaxLength && labels.Length >= 2 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-' && label.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');
}
