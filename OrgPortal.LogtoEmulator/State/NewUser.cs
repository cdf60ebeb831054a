using System.Text.Json;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>What a user is created with.</summary>
internal sealed record NewUser
{
    public string? Username { get; init; }

    public string? PrimaryEmail { get; init; }

    public string? PrimaryPhone { get; init; }

    public string? Name { get; init; }

    public string? Avatar { get; init; }

    /// <summary>See <see cref="Passwords"/>.</summary>
    public string? PasswordDigest { get; init; }

    public JsonElement? CustomData { get; init; }

    public JsonElement? Profile { get; init; }
}
