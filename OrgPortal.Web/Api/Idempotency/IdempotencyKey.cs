using System.Security.Cryptography;
using System.Text;

namespace OrgPortal.Web.Api.Idempotency;

/// <summary>What a client calls a request, so that sending it twice does it once: the header <c>Idempotency-Key</c>.</summary>
internal static class IdempotencyKey
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The header of an answer that was given before.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    /// <summary>Longest key. Characters.</summary>
    public const int Longest = 255;

    /// <summary>Reads the header.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">The key; <see langword="null"/> when there is none.</param>
    /// <returns>Whether there is none, or one that can be used.</returns>
    public static bool TryRead(HttpRequest request, out string? key)
    {
        key = null;
        if (!request.Headers.TryGetValue(Header, out var values) || values.Count == 0)
        {
            return true;
        }

        key = values is [{ } one] ? one.Trim() : string.Empty;
        return key.Length is > 0 and <= Longest && key.All(letter => letter is > ' ' and <= '~');
    }

    /// <summary>What the store calls it: nobody finds another person's key by it, or guesses one from it.</summary>
    public static string IdOf(string person, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{person}\n{key}")));
}
