using System.Globalization;

namespace OrgPortal.Web.Components;

/// <summary>A colour of the screen, as people write it: <c>#rgb</c> or <c>#rrggbb</c>.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct RgbColor(byte Red, byte Green, byte Blue)
{
    /// <summary>The contrast that text needs on its ground (WCAG 2.2, 1.4.3).</summary>
    public const double TextContrast = 4.5;

    /// <summary>White.</summary>
    public static RgbColor White { get; } = new(255, 255, 255);

    /// <summary>Black.</summary>
    public static RgbColor Black { get; }

    /// <summary>Reads a colour; a doubled digit may be written once.</summary>
    public static bool TryParse(string? text, out RgbColor color)
    {
        color = default;
        if (text is not ['#', .. { Length: 3 or 6 } digits] || !digits.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        var whole = digits.Length == 6 ? digits : string.Concat(digits.Select(digit => new string(digit, 2)));
        color = new RgbColor(Octet(whole, 0), Octet(whole, 2), Octet(whole, 4));
        return true;
    }

    /// <summary>The contrast of the two, from 1 (the same) to 21 (black and white), as WCAG reckons it.</summary>
    public double ContrastWith(RgbColor other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>A mixture of both.</summary>
    /// <param name="other">The other colour.</param>
    /// <param name="share">How much of the other, from 0 to 1.</param>
    public RgbColor MixedWith(RgbColor other, double share) => new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    /// <summary><c>#rrggbb</c> in lower case.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel) => channel / 255d is var value && value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static byte Mix(byte one, byte other, double share) => (byte)Math.Round(one + ((other - one) * share));

    private static byte Octet(string digits, int start) => byte.Parse(digits.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
