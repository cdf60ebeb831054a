using System.Text.Json;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>The settings of sign-in and sign-up: one row, of which a few fields steer the emulator.</summary>
/// <param name="Row">The row as Logto shows it.</param>
internal sealed record SignInExperience(JsonElement Row)
{
    /// <summary>Sign-up with an address and a password, nothing verified.</summary>
    public static SignInExperience Default { get; } = new(StateJson.Parse("""
        {
          "tenantId": "default",
          "id": "default",
          "color": { "primaryColor": "#6139F6", "isDarkModeEnabled": false, "darkPrimaryColor": "#8768F8" },
          "branding": {},
          "hideLogtoBranding": false,
          "languageInfo": { "autoDetect": true, "fallbackLanguage": "en" },
          "termsOfUseUrl": null,
          "privacyPolicyUrl": null,
          "agreeToTermsPolicy": "Automatic",
          "signIn": {
            "methods": [
              { "identifier": "email", "password": true, "verificationCode": true, "isPasswordPrimary": true },
              { "identifier": "username", "password": true, "verificationCode": false, "isPasswordPrimary": true }
            ]
          },
          "signUp": { "identifiers": ["email"], "password": true, "verify": false },
          "socialSignIn": {},
          "socialSignInConnectorTargets": [],
          "signInMode": "SignInAndRegister",
          "customCss": null,
          "customContent": {},
          "customUiAssets": null,
          "customUiCsp": {},
          "passwordPolicy": {},
          "mfa": { "factors": [], "policy": "UserControlled" },
          "adaptiveMfa": {},
          "singleSignOnEnabled": false,
          "supportEmail": null,
          "supportWebsiteUrl": null,
          "unknownSessionRedirectUrl": null,
          "captchaPolicy": {},
          "sentinelPolicy": {},
          "emailBlocklistPolicy": {},
          "verificationCodePolicy": {},
          "forgotPasswordMethods": [],
          "passkeySignIn": {},
          "signUpProfileFields": null,
          "passwordExpiration": {},
          "usernamePolicy": {}
        }
        """));

    /// <summary><c>SignIn</c>, <c>Register</c> or <c>SignInAndRegister</c>.</summary>
    public string SignInMode => Row.GetProperty("signInMode").GetString()!;

    public bool AllowsRegistration => SignInMode is "Register" or "SignInAndRegister";

    /// <summary>Whether anybody is sent through connectors of enterprises.</summary>
    public bool HasSingleSignOn => Row.TryGetProperty("singleSignOnEnabled", out var on) && on.ValueKind is JsonValueKind.True;

    /// <summary>Whether somebody who signs up must prove the address.</summary>
    public bool VerifiesSignUp =>
        Row.GetProperty("signUp").TryGetProperty("verify", out var verify) && verify.ValueKind == JsonValueKind.True;

    /// <summary>What people sign up with: <c>username</c>, <c>email</c>, <c>phone</c>.</summary>
    public IReadOnlyList<string> SignUpIdentifiers =>
        [.. Row.GetProperty("signUp").GetProperty("identifiers").EnumerateArray().Select(item => item.GetString()!)];

    /// <summary>Whether members of an organization that requires a second factor are led to set one up at sign-in.</summary>
    public bool LeadsMembersToFactors =>
        Row.TryGetProperty("mfa", out var mfa) && mfa.TryGetProperty("factors", out var factors) && factors.EnumerateArray().Any(factor => factor.GetString() is "Totp" or "WebAuthn")
        && mfa.TryGetProperty("organizationRequiredMfaPolicy", out var policy) && policy.GetString() == "Mandatory";

    /// <summary>The language of messages whose own has no template.</summary>
    public string FallbackLanguage =>
        Row.GetProperty("languageInfo").TryGetProperty("fallbackLanguage", out var tag) ? tag.GetString() ?? "en" : "en";
}
