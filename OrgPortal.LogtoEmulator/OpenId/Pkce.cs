using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.IdentityModel.Tokens;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>Proof key for code exchange: a challenge goes with the request, and what it was made of with the code.</summary>
internal static partial class Pkce
{
    /// <summary>Refuses what cannot be a challenge or a verifier.</summary>
    /// <exception cref="OidcException">Too short, too long, or with characters that do not belong there.</exception>
    public static void CheckFormat(string value, string parameter)
    {
        var reason = value switch
        {
            { Length: < 43 } => "must be a string with a minimum length of 43 characters",
            { Length: > 128 } => "must be a string with a maximum length of 128 characters",
            _ when !Allowed().IsMatch(value) => "contains invalid characters",
            _ => null,
        };
        if (reason is not null)
        {
            throw OidcException.InvalidRequest($"{parameter} {reason}");
        }
    }

    /// <summary>What was promised with the request must be kept, and what was not promised must not be sent.</summary>
    /// <exception cref="OidcException">The verifier is malformed, missing, uncalled for, or the wrong one.</exception>
    public static void Check(string? challenge, string? verifier)
    {
        if (verifier is not null)
        {
            CheckFormat(verifier, "code_verifier");
        }

        var made = verifier is null ? null : Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        if (made != challenge)
        {
            throw OidcException.InvalidGrant();
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.\-~]+$")]
    private static partial Regex Allowed();
}
