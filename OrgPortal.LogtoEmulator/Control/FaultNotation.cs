using System.Globalization;

namespace OrgPortal.LogtoEmulator.Control;

/// <summary>
/// Faults as one line of text: <c>METHOD ROUTE WHAT [after] [xTIMES]</c>, where WHAT is a status (<c>429</c>, <c>429:5</c> with
/// Retry-After in seconds, <c>500</c>, <c>502</c>), <c>delay:MILLISECONDS</c>, <c>text</c>, <c>drop</c>, <c>garbage</c> or
/// <c>truncate</c>; <c>after</c> lets the call take effect first. Such as <c>GET /api/organizations/{id}/users 429 x3</c>.
/// </summary>
public static class FaultNotation
{
    /// <summary>Reads a fault.</summary>
    /// <exception cref="FormatException">The text is not in the notation; the message says what is wrong with it.</exception>
    public static Fault Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 3 || !words[1].StartsWith('/'))
        {
            throw Unreadable(text, "expected METHOD ROUTE WHAT [after] [xTIMES], such as \"GET /api/organizations/{id}/users 429 x3\"");
        }

        var fault = Kind(new Fault { Method = words[0].ToUpperInvariant(), Route = words[1] }, words[2], text);
        return words.Skip(3).Aggregate(fault, (read, word) => Extra(read, word, text));
    }

    private static Fault Kind(Fault fault, string word, string text)
    {
        var parts = word.ToLowerInvariant().Split(':', 2);
        int? number = parts.Length == 2 ? Number(parts[1], text) : null;
        return parts[0] switch
        {
            "delay" when number is { } milliseconds =>
                fault with { Kind = FaultKind.Delay, Delay = TimeSpan.FromMilliseconds(milliseconds) },
            "text" => fault with { Kind = FaultKind.Text, Status = number },
            "drop" => fault with { Kind = FaultKind.Drop },
            "garbage" => fault with { Kind = FaultKind.Garbage },
            "truncate" => fault with { Kind = FaultKind.Truncate },
            _ when int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and < 600 =>
                fault with { Status = status, RetryAfter = number is { } seconds ? TimeSpan.FromSeconds(seconds) : null },
            _ => throw Unreadable(text, $"\"{word}\" is none of STATUS, STATUS:SECONDS, delay:MILLISECONDS, text, drop, garbage, truncate"),
        };
    }

    private static Fault Extra(Fault fault, string word, string text)
    {
        if (word.Equals("after", StringComparison.OrdinalIgnoreCase))
        {
            return fault with { AfterActing = true };
        }

        return word.StartsWith('x')
            ? fault with { Times = Number(word[1..], text) }
            : throw Unreadable(text, $"\"{word}\" is neither \"after\" nor a number of times such as \"x3\"");
    }

    private static int Number(string digits, string text) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unreadable(text, $"\"{digits}\" is not a number");

    private static FormatException Unreadable(string text, string reason) =>
        new($"The fault \"{text}\" cannot be read: {reason}.");
}
