namespace OrgPortal.LogtoEmulator.Answers;

/// <summary>Matching as PostgreSQL's <c>LIKE</c> does: <c>%</c> is any text, <c>_</c> any character, <c>\</c> quotes.</summary>
internal static class Like
{
    /// <summary>
    /// A matcher for <c>ILIKE %text%</c>. What a person typed is not escaped, so <c>%</c> and <c>_</c> in it count.
    /// </summary>
    public static Func<string?, bool> Containing(string text) =>
        text.AsSpan().IndexOfAny('%', '_', '\\') < 0
            ? value => value is not null && value.Contains(text, StringComparison.OrdinalIgnoreCase)
            : value => value is not null && Matches(value, $"%{text}%", ignoreCase: true);

    public static bool Matches(string value, string pattern, bool ignoreCase) => ignoreCase
        ? Matches(value.ToUpperInvariant().AsSpan(), pattern.ToUpperInvariant().AsSpan())
        : Matches(value.AsSpan(), pattern.AsSpan());

    private static bool Matches(ReadOnlySpan<char> value, ReadOnlySpan<char> pattern)
    {
        int position = 0, token = 0, resume = -1, from = 0;
        while (position < value.Length)
        {
            if (token < pattern.Length && pattern[token] == '%')
            {
                resume = ++token;
                from = position;
            }
            else if (token < pattern.Length && IsOne(pattern, ref token, value[position]))
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
