using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto.Models;

/// <summary>A person in the tenant, as <c>GET /api/users/{id}</c> answers it.</summary>
public sealed record User(
    UserId Id,
    string? Username,
    string? PrimaryEmail,
    string? Name,
    string? Avatar,
    bool IsSuspended,
    [property: JsonConverter(typeof(NullableUnixMillisecondsJsonConverter))] DateTimeOffset? LastSignInAt);

/// <summary>An organization with a person's roles in it, one item of <c>GET /api/users/{id}/organizations</c>.</summary>
public sealed record UserOrganization(
    OrganizationId Id,
    string Name,
    string? Description,
    OrganizationBranding? Branding,
    IReadOnlyList<OrganizationRoleName> OrganizationRoles);

/// <summary>A second factor of a person, one item of <c>GET /api/users/{id}/mfa-verifications</c>. Holds only what a page may show; Logto sends more.</summary>
/// <param name="Type"><c>Totp</c>, <c>WebAuthn</c>, <c>BackupCode</c>, <c>EmailVerificationCode</c> or <c>PhoneVerificationCode</c>; an unknown value is kept as it came.</param>
public sealed record SecondFactor(string Type);

/// <summary>The part of <c>GET /api/sign-in-exp</c> that the portal decides by.</summary>
/// <param name="SignUp">How people sign up.</param>
public sealed record SignInExperience(SignUpSettings? SignUp);

/// <summary>How people sign up.</summary>
/// <param name="Verify">Whether sign-up verifies the address. Without it <c>email_verified</c> proves nothing.</param>
public sealed record SignUpSettings(bool Verify);
