using System.Collections.Immutable;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>A person's session at the authorization server.</summary>
internal sealed record Session
{
    public required string Uid { get; init; }

    public required string AccountId { get; init; }

    /// <summary>When the person proved who they are, in seconds since the epoch.</summary>
    public long LoginTs { get; init; }

    /// <summary>By client id.</summary>
    public ImmutableDictionary<string, SessionAuthorization> Authorizations { get; init; } =
        ImmutableDictionary<string, SessionAuthorization>.Empty;

    /// <summary>Milliseconds since the epoch.</summary>
    public long CreatedAt { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public long ExpiresAt { get; init; }
}
