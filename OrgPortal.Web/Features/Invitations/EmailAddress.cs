using System.Diagnostics.CodeAnalysis;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>
/// An address that Logto accepts for an invitation, trimmed and lower-cased, so that equal means the same mailbox: Logto compares
/// letter case when it looks for members and open invitations.
/// </summary>
/// <remarks>
/// The form is that of the check in Logto's API: ASCII letters, digits and <c>_ ' + - .</c> before the <c>@</c>, no dot at the start,
/// no two in a row, and neither a dot nor an apostrophe at the end; after it at least two labels of letters, digits and hyphens which do
/// not begin with a hyphen, the last of two or more letters. Up to <see cref="MaxLength"/> characters, the width of Logto's column.
/// </remarks>
public readonly record struct EmailAddress
{
    /// <summary>The longest address that Logto stores with an invitation.</summary>
    public const int MaxLength = 256;

    private const int HiddenLength = 7;

    private EmailAddress(string value) => Value = value;

    /// <summary>The address in lower case.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The address with its local part hidden but for the first and last character; tells nothing about its length.</summary>
    public string Masked
    {
        get
        {
            var at = Value.LastIndexOf('@');
            return at switch
            {
                < 1 => string.Empty,
                < 3 => $"{Value[0]}{new string('•', HiddenLength)}{Value[at..]}",
                _ => $"{Value[0]}{new string('•', HiddenLength)}{Value[at - 1]}{Value[at..]}",
            };
        }
    }

    /// <summary>Reads an address as somebody typed it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EmailAddress result)
    {
        var trimmed = (text ?? string.Empty).AsSpan().Trim();
        var valid = trimmed.Length <= MaxLength && IsWellFormed(trimmed);
        result = valid ? new EmailAddress(trimmed.ToString().ToLowerInvariant()) : default;
        return valid;
    }

    /// <summary>Whether two texts are the same address, whatever their case and surrounding space. Texts that are no addresses are the same as nothing.</summary>
    public static bool AreSame(string? one, string? other) =>
        TryParse(one, out var first) && TryParse(other, out var second) && first == second;

    /// <summary>The address in lower case.</summary>
    public override string ToString() => Value;

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        return at > 0 && IsLocalPart(text[..at]) && IsDomain(text[(at + 1)..]);
    }

    private static bool IsLocalPart(ReadOnlySpan<char> local)
    {
        if (local[0] == '.' || local[^1] is '.' or '\'' || local.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var character in local)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '\'' or '+' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        var lastDot = domain.LastIndexOf('.');
        if (lastDot < 1 || !IsTopLevel(domain[(lastDot + 1)..]))
        {
            return false;
        }

        foreach (var range in domain[..lastDot].Split('.'))
        {
            if (!IsLabel(domain[range]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTopLevel(ReadOnlySpan<char> label)
    {
        foreach (var character in label)
        {
            if (!char.IsAsciiLetter(character))
            {
                return false;
            }
        }

        return label.Length >= 2;
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label.IsEmpty || label[0] == '-')
        {
            return false;
        }

        foreach (var character in label)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '-')
            {
                return false;
            }
        }

        return true;
    }
}
