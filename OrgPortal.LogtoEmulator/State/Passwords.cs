using System.Security.Cryptography;
using System.Text;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>
/// Digests of passwords, as <c>algorithm:salt:digest</c>. Quick on purpose: they live in memory only, and thousands
/// of them are made in a test run.
/// </summary>
internal static class Passwords
{
    public static string Digest(string password)
    {
        var salt = LogtoIds.Short();
        return $"SALTED:{salt}:{Hash(salt + password)}";
    }

    /// <summary>A digest that came from elsewhere.</summary>
    /// <remarks>
    /// <c>algorithm</c>: Of Logto's algorithms only <c>SHA256</c> can be verified here; others never match.
    /// </remarks>
    public static string Import(string algorithm, string digest) => $"{algorithm.ToUpperInvariant()}::{digest}";

    public static bool Matches(string? digest, string password)
    {
        var parts = digest?.Split(':', 3);
        return parts is [("SALTED" or "SHA256") and _, var salt, var expected]
            && string.Equals(expected, Hash(salt + password), StringComparison.OrdinalIgnoreCase);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
