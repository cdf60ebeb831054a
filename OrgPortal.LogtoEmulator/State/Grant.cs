using System.Collections.Immutable;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>
/// What a person granted an application at sign-in. Refresh tokens live as long as their grant. The scopes of
/// resources are fixed here when it is made: rights that come later need a new authorization.
/// </summary>
internal sealed record Grant
{
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Space-separated.</summary>
    public string OpenIdScope { get; init; } = "";

    /// <summary>Space-separated scopes by resource indicator.</summary>
    public ImmutableDictionary<string, string> ResourceScopes { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Milliseconds since the epoch.</summary>
    public long CreatedAt { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public long ExpiresAt { get; init; }
}
