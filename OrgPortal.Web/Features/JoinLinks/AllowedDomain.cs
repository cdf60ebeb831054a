using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>
/// A domain whose addresses may use a link: in ASCII and lower case, so that equal means the same domain however it is written. Its sub-domains are
/// others.
/// </summary>
public readonly record struct AllowedDomain
{
    /// <summary>The longest name that DNS knows.</summary>
    public const int MaxLength = 253;

    private const int LongestLabel = 63;

    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    private AllowedDomain(string value) => Value = value;

    /// <summary>The name in ASCII (<c>xn--bcher-kva.example</c>).</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The name as people write it (<c>bücher.example</c>).</summary>
    public string Shown
    {
        get
        {
            try
            {
                return Idn.GetUnicode(Value);
            }
            catch (ArgumentException)
            {
                return Value;
            }
        }
    }

    /// <summary>Reads a domain as somebody typed it, also with an <c>@</c> before it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AllowedDomain result)
    {
        result = default;
        var trimmed = (text ?? string.Empty).Trim();
        if (trimmed.StartsWith('@'))
        {
            trimmed = trimmed[1..];
        }

        if (trimmed.Length is 0 or > MaxLength)
        {
            return false;
        }

        try
        {
            var ascii = Idn.GetAscii(trimmed).ToLowerInvariant();
            if (!IsWellFormed(ascii))
            {
                return false;
            }

            result = new AllowedDomain(ascii);
            return true;
        }
        catch (ArgumentException)
        {
            // Not a name that DNS could have.
            return false;
        }
    }

    /// <summary>The domain of an address; nothing for a text that is none.</summary>
    public static AllowedDomain? OfAddress(string? address)
    {
        var at = address?.LastIndexOf('@') ?? -1;
        return at > 0 && TryParse(address![(at + 1)..], out var domain) && !address.EndsWith(' ') ? domain : null;
    }

    /// <summary>The name in ASCII.</summary>
    public override string ToString() => Value;

    private static bool IsWellFormed(string ascii)
    {
        var labels = ascii.Split('.');
        return ascii.Length <= MaxLength && labels.Length >= 2 && labels.All(IsLabel) && labels[^1].Length >= 2 && !labels[^1].All(char.IsAsciiDigit);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel
        && label[0] != '-' && label[^1] != '-'
        && label.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');
}
