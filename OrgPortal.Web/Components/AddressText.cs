using System.Buffers;
using System.Globalization;

namespace OrgPortal.Web.Components;

/// <summary>Finds addresses in what people type and paste.</summary>
public static class AddressText
{
    private const int MaxLength = 254;
    private const int MaxLocalLength = 64;

    // A line of a mail's head holds no more (RFC 5322, 2.1.1). Looking no further for a name keeps the time in proportion to the text.
    private const int MaxEntryLength = 998;

    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\r\n,;\u00A0\u3000\uFF0C\uFF1B\u3001");
    private static readonly SearchValues<char> HardSeparators = SearchValues.Create("\r\n,;\uFF0C\uFF1B\u3001");

    /// <summary>
    /// Splits at spaces, commas, semicolons and line ends, and understands <c>Name &lt;a@b&gt;</c> with or without quotes around the name.
    /// Every part comes out, complete or not, in the order written; nothing is dropped silently.
    /// </summary>
    public static IReadOnlyList<ParsedAddress> Parse(string text)
    {
        var found = new List<ParsedAddress>();
        var rest = text.AsSpan();
        while (true)
        {
            rest = rest.TrimStart(" \t\r\n,;\u00A0\u3000\uFF0C\uFF1B\u3001");
            if (rest.IsEmpty)
            {
                return found;
            }

            rest = TakeNamed(ref rest, found) ? rest : TakePlain(rest, found);
        }
    }

    /// <summary>
    /// Whether the address has a local part, an @ and a domain with a dot, no blanks and nothing invisible, and a length mail servers accept.
    /// Logto and the mail server have the last word.
    /// </summary>
    public static bool IsComplete(string address)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0 || at > MaxLocalLength || address.Length > MaxLength || address.IndexOf('@', StringComparison.Ordinal) != at)
        {
            return false;
        }

        var local = address.AsSpan(0, at);
        return !address.Any(c => char.IsWhiteSpace(c) || IsHidden(c) || c is '<' or '>' or '"' or '(' or ')' or '[' or ']' or '\\' or ',' or ';' or ':')
            && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal)
            && IsDomain(address.AsSpan(at + 1));
    }

    // What nobody sees, and what turns the text around it, would make an address look like another one.
    private static bool IsHidden(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        var labels = 0;
        foreach (var range in domain.Split('.'))
        {
            var label = domain[range];
            if (label.IsEmpty || label.Length > 63 || label[0] == '-' || label[^1] == '-' || ContainsOther(label))
            {
                return false;
            }

            labels++;
        }

        return labels >= 2;
    }

    private static bool ContainsOther(ReadOnlySpan<char> label)
    {
        foreach (var c in label)
        {
            if (!char.IsLetterOrDigit(c) && c != '-')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes <c>Name &lt;a@b&gt;</c> from the start, if that is what stands there before the next comma, semicolon or line end.</summary>
    private static bool TakeNamed(ref ReadOnlySpan<char> rest, List<ParsedAddress> found)
    {
        var open = OpeningBracket(rest[..Math.Min(rest.Length, MaxEntryLength)]);
        if (open < 0)
        {
            return false;
        }

        var length = rest[(open + 1)..Math.Min(rest.Length, open + 1 + MaxEntryLength)].IndexOf('>');
        if (length < 0)
        {
            return false;
        }

        var address = rest.Slice(open + 1, length).Trim();
        if (address.IsEmpty || address.IndexOfAny(Separators) >= 0)
        {
            return false;
        }

        // "bob@b.example Ana <ana@a.example>": what stands before the name is an address of its own, unless it is quoted.
        var name = rest[..open].Trim();
        while (!IsQuoted(name) && name.IndexOfAny(Separators) is var end and >= 0 && name[..end].Contains('@'))
        {
            found.Add(new ParsedAddress(name[..end].ToString()));
            name = name[(end + 1)..].TrimStart();
        }

        name = name.Trim('"').Trim();
        found.Add(new ParsedAddress(address.ToString(), name.IsEmpty ? null : name.ToString()));
        rest = rest[(open + length + 2)..];
        return true;
    }

    private static bool IsQuoted(ReadOnlySpan<char> name) => name is ['"', .. var inner, '"'] && !inner.Contains('"');

    /// <summary>Where the bracket of <c>Name &lt;</c> stands; -1 when a separator that cannot be part of a name comes first. A quoted name may hold commas.</summary>
    private static int OpeningBracket(ReadOnlySpan<char> rest)
    {
        var from = 0;
        if (rest[0] == '"')
        {
            var close = rest[1..].IndexOf('"');
            from = close < 0 ? 0 : close + 2;
        }

        var open = rest[from..].IndexOf('<');
        var hard = rest[from..].IndexOfAny(HardSeparators);
        return open >= 0 && (hard < 0 || open < hard) ? from + open : -1;
    }

    private static ReadOnlySpan<char> TakePlain(ReadOnlySpan<char> rest, List<ParsedAddress> found)
    {
        var end = rest.IndexOfAny(Separators);
        var part = (end < 0 ? rest : rest[..end]).Trim("<>\"'()");
        if (part.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            part = part["mailto:".Length..];
        }

        if (!part.IsEmpty)
        {
            found.Add(new ParsedAddress(part.ToString()));
        }

        return end < 0 ? [] : rest[end..];
    }
}
