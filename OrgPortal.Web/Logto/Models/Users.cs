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
    [property: JsonConverter(typeof(NullableUnixMillisecondsJsonConverter))] DateTimeOffset? LastSignInAt)
{
    /// <summary>What the person told of themselves; <see langword="null"/> where Logto sends none.</summary>
    public UserProfile? Profile { get; init; }
}

/// <summary>The part of a person's profile that the portal looks at.</summary>
/// <param name="Locale">The language that Logto speaks with the person, a language tag; usually none.</param>
public sealed record UserProfile(string? Locale);

/// <summary>
/// What to change about a person, the body of <c>PATCH /api/users/{id}</c>. A member that is <see langword="null"/> is left out and stays as it is;
/// <c>""</c> is sent as <c>null</c> and empties it.
/// </summary>
/// <param name="Name">At most 128 characters.</param>
/// <param name="Avatar">An absolute URL.</param>
public sealed record UserChange(string? Name = null, string? Avatar = null);

/// <summary>A person's session at Logto, one item of <c>GET /api/users/{id}/sessions</c>.</summary>
/// <param name="Uid">What it is ended by.</param>
/// <param name="SignedInAt">When the person signed in.</param>
/// <param name="ApplicationSessions">What applications were told it is called (<c>sid</c>): one for each application.</param>
public sealed record UserSession(string Uid, DateTimeOffset? SignedInAt, IReadOnlyList<string> ApplicationSessions);

/// <summary>An organization with a person's roles in it, one item of <c>GET /api/users/{id}/organizations</c>.</summary>
public sealed record UserOrganization(
    OrganizationId Id,
    string Name,
    string? Description,
    OrganizationBranding? Branding,
    IReadOnlyList<OrganizationRoleName> OrganizationRoles);

/// <summary>A second factor of a person, one item of <c>GET /api/users/{id}/mfa-verifications</c>. Holds only what a page may show; Logto sends more.</summary>
/// <param name="Type"><c>Totp</c>, <c>WebAuthn</c>, <c>BackupCode</c>, <c>EmailVerificationCode</c> or <c>PhoneVerificationCode</c>; an unknown value is kept as it came.</param>
public sealed record SecondFactor(string Type)
{
    /// <summary>Whether it is enough for an organization that requires one: codes by mail or message are not.</summary>
    [JsonIgnore]
    public bool Counts => Type is not ("EmailVerificationCode" or "PhoneVerificationCode");
}
