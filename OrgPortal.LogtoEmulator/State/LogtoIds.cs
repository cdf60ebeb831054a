using System.Security.Cryptography;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>Ids and secrets in the shapes Logto gives them.</summary>
internal static class LogtoIds
{
    private const string LowerCase = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const string MixedCase = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>12 lower-case letters and digits: organizations, users, SSO connectors.</summary>
    public static string Short() => RandomNumberGenerator.GetString(LowerCase, 12);

    /// <summary>21 lower-case letters and digits: everything else.</summary>
    public static string Standard() => RandomNumberGenerator.GetString(LowerCase, 21);

    /// <summary>32 letters and digits of both cases: secrets, one-time tokens, signing keys.</summary>
    public static string Secret() => RandomNumberGenerator.GetString(MixedCase, 32);
}
