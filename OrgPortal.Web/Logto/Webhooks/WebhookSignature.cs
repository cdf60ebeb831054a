using System.Security.Cryptography;
using System.Text;

namespace OrgPortal.Web.Logto.Webhooks;

/// <summary>How Logto proves that a webhook is its own: HMAC-SHA256 of the body's very bytes, in lower-case hexadecimal.</summary>
internal static class WebhookSignature
{
    /// <summary>The header it stands in.</summary>
    public const string Header = "logto-signature-sha-256";

    private const int HexLength = 2 * SHA256.HashSizeInBytes;

    /// <summary>Whether it could be a signature at all: worth reading the body for.</summary>
    public static bool IsWellFormed(string? signature) => signature is { Length: HexLength } && signature.All(char.IsAsciiHexDigit);

    /// <summary>Whether whoever sent the body knows the key. Takes as long for a near miss as for a far one.</summary>
    public static bool Matches(string signingKey, ReadOnlySpan<byte> body, string? signature) =>
        IsWellFormed(signature)
        && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes(signingKey), body), Convert.FromHexString(signature!));
}
