using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>The secret in a link: 192 random bits, of which only the SHA-256 is kept.</summary>
internal static class JoinLinkSecret
{
    private const int Bytes = 24;
    private const int Characters = Bytes / 3 * 4;

    /// <summary>A new one.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What the store knows of it.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether a text can be one: what cannot costs no look into the store.</summary>
    public static bool CanBe([NotNullWhen(true)] string? text) => text is { Length: Characters } && Base64Url.IsValid(text);
}
