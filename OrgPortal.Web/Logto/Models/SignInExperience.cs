using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto.Models;

/// <summary>The part of <c>GET /api/sign-in-exp</c> that the portal decides by.</summary>
/// <param name="SignUp">How people sign up.</param>
/// <param name="SignIn">How they sign in.</param>
/// <param name="Mfa">Second factors.</param>
/// <param name="SignInMode"><c>SignIn</c>, <c>Register</c> or <c>SignInAndRegister</c>.</param>
/// <param name="SingleSignOnEnabled">Whether anybody is sent through enterprises' connectors; without it they lead nobody anywhere.</param>
public sealed record SignInExperience(SignUpSettings? SignUp, SignInSettings? SignIn = null, MfaSettings? Mfa = null, string? SignInMode = null, bool? SingleSignOnEnabled = null);

/// <summary>What people can do on the sign-in page.</summary>
public static class SignInModes
{
    /// <summary>Sign in, and not up: Logto makes no account by itself but for whoever has a one-time token.</summary>
    public const string SignIn = "SignIn";
}

/// <summary>How people sign up. Logto replaces it as a whole.</summary>
/// <param name="Verify">Whether sign-up verifies the address. Without it <c>email_verified</c> proves nothing.</param>
/// <param name="Identifiers">What people sign up with: <c>email</c>, <c>phone</c>, <c>username</c>.</param>
/// <param name="Password">Whether they choose a password.</param>
public sealed record SignUpSettings(bool Verify, IReadOnlyList<string>? Identifiers = null, bool Password = false)
{
    /// <summary>Whatever else Logto keeps there, to be sent back as it came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

/// <summary>How people sign in.</summary>
/// <param name="Methods">The ways.</param>
public sealed record SignInSettings(IReadOnlyList<SignInMethod>? Methods = null);

/// <summary>A way to sign in.</summary>
/// <param name="Identifier"><c>email</c>, <c>phone</c> or <c>username</c>.</param>
/// <param name="Password">Whether with a password.</param>
/// <param name="VerificationCode">Whether with a code that is sent.</param>
/// <param name="IsPasswordPrimary">Which of the two is asked for first.</param>
public sealed record SignInMethod(string Identifier, bool Password, bool VerificationCode, bool IsPasswordPrimary);

/// <summary>Second factors. Logto replaces them as a whole.</summary>
/// <param name="Factors">Those people may set up: <c>Totp</c>, <c>WebAuthn</c>, <c>BackupCode</c>, …</param>
/// <param name="Policy">When people are asked for one.</param>
/// <param name="OrganizationRequiredMfaPolicy">Whether members of an organization that requires one are asked to set one up: <c>Mandatory</c>, or absent for not at all.</param>
public sealed record MfaSettings(IReadOnlyList<string> Factors, string? Policy = null, string? OrganizationRequiredMfaPolicy = null)
{
    /// <summary>Those of them that are enough alone for an organization that requires one: codes by mail do not count, and recovery codes are never alone.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Sufficient => [.. (Factors ?? []).Where(factor => factor is "Totp" or "WebAuthn")];

    /// <summary>
    /// Whether signing in leads whoever has none to set one up, once their organization requires it. Where codes by mail or message are among the factors, Logto counts an address or a number as one
    /// and lets people past; for tokens of the organization it does not count them.
    /// </summary>
    [JsonIgnore]
    public bool LeadsMembers => Sufficient.Count > 0 && OrganizationRequiredMfaPolicy == "Mandatory" && !Factors.Any(factor => factor is "EmailVerificationCode" or "PhoneVerificationCode");


    /// <summary>Whatever else Logto keeps there, to be sent back as it came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
