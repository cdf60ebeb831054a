namespace OrgPortal.LogtoEmulator.Answers;

/// <summary>Matching as PostgreSQL's <c>LIKE</c> does: <c>%</c> is any text, <c>_</c> any character, <c>\</c> quotes.</summary>
internal static class Like
{
    /// <summary>
    /// A matcher for <c>ILIKE %text%</c>. What a person typed is not escaped, so <c>%</c> and <c>_</c> in it count.
    /// </summary>
    public static Func<string?, bool> Containing(string text) => Matcher($"%{text}%", ignoreCase: true);

    /// <summary>A matcher for a pattern that covers the whole value.</summary>
    public static Func<string?, bool> Matcher(string pattern, bool ignoreCase)
    {
        var inner = pattern.Length > 1 && pattern.StartsWith('%') && pattern.EndsWith('%') ? pattern[1..^1] : null;
        if (inner is not null && inner.AsSpan().IndexOfAny('%', '_', '\\') < 0)
        {
            var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            return value => value is not null && value.Contains(inner, comparison);
        }

        var folded = ignoreCase ? pattern.ToUpperInvariant() : pattern;
        return value => value is not null && Folded(value, folded, ignoreCase);
    }

    public static bool Matches(string value, string pattern, bool ignoreCase) => ignoreCase
        ? Folded(value, pattern.ToUpperInvariant(), true)
        : Folded(value, pattern, false);

    /// <summary>Walks through both, coming back to the last <c>%</c> where they part.</summary>
    private static bool Folded(ReadOnlySpan<char> value, ReadOnlySpan<char> pattern, bool ignoreCase)
    {
        int position = 0, token = 0, resume = -1, from = 0;
        while (position < value.Length)
        {
            if (token < pattern.Length && pattern[token] == '%')
            {
                resume = ++token;
                from = position;
            }
            else if (token < pattern.Length
                && IsOne(pattern, ref token, ignoreCase ? char.ToUpperInvariant(value[position]) : value[position]))
            {
                position++;
            }
            else if (resume >= 0)
            {
                token = resume;
                position = ++from;
            }
            else
            {
                return false;
            }
        }

        return pattern[token..].Trim('%').IsEmpty;
    }

    private static bool IsOne(ReadOnlySpan<char> pattern, ref int token, char character)
    {
        var quoted = pattern[token] == '\\' && token + 1 < pattern.Length;
        var wanted = quoted ? pattern[token + 1] : pattern[token];
        if (wanted != character && (quoted || wanted != '_'))
        {
            return false;
        }

        token += quoted ? 2 : 1;
        return true;
    }
}
