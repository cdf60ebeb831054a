using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>A person. Users belong to the tenant and may be members of any number of organizations.</summary>
internal sealed record User
{
    /// <summary>12 lower-case letters and digits.</summary>
    public required string Id { get; init; }

    public string? Username { get; init; }

    public string? PrimaryEmail { get; init; }

    public string? PrimaryPhone { get; init; }

    public string? Name { get; init; }

    public string? Avatar { get; init; }

    public JsonElement CustomData { get; init; } = StateJson.EmptyObject;

    /// <summary>Social identities by target.</summary>
    public JsonElement Identities { get; init; } = StateJson.EmptyObject;

    /// <summary>Milliseconds since the epoch; null until the first sign-in.</summary>
    public long? LastSignInAt { get; init; }

    public long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }

    public JsonElement Profile { get; init; } = StateJson.EmptyObject;

    /// <summary>The application of the first sign-in.</summary>
    public string? ApplicationId { get; init; }

    public string? CimdClientId { get; init; }

    public bool IsSuspended { get; init; }

    /// <summary>See <see cref="Passwords"/>; null for somebody without a password.</summary>
    [JsonIgnore]
    public string? PasswordDigest { get; init; }

    [JsonIgnore]
    public ImmutableArray<SsoIdentity> SsoIdentities { get; init; } = [];

    [JsonIgnore]
    public ImmutableArray<MfaVerification> MfaVerifications { get; init; } = [];

    /// <summary>Tenant-wide roles.</summary>
    [JsonIgnore]
    public ImmutableArray<string> RoleIds { get; init; } = [];

    [JsonIgnore]
    public bool HasPassword => PasswordDigest is not null;
}
