namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>A refresh token. It is worth nothing without its grant.</summary>
internal sealed record RefreshToken
{
    public required string Value { get; init; }

    public required string ClientId { get; init; }

    public required string AccountId { get; init; }

    public required string GrantId { get; init; }

    /// <summary>All that may be asked for again, permissions included; whether it is granted is found out each time.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    public required IReadOnlyList<string> Resources { get; init; }

    /// <summary>The session it ends with; null if it outlives its session.</summary>
    public string? BoundToSession { get; init; }

    public string? Nonce { get; init; }

    public long? AuthTime { get; init; }

    public string? Sid { get; init; }

    /// <summary>When another one took its place, the last time it was used.</summary>
    public DateTimeOffset? ReplacedAt { get; init; }

    /// <summary>When the first of the tokens was issued that this one took the place of.</summary>
    public DateTimeOffset FirstIssuedAt { get; init; }

    public DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}
