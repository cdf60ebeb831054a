namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>An opaque access token, for the userinfo endpoint. It is worth nothing without its grant.</summary>
internal sealed record AccessToken
{
    public required string Value { get; init; }

    public required string ClientId { get; init; }

    public required string AccountId { get; init; }

    public required string GrantId { get; init; }

    /// <summary>The session it ends with; null if it outlives its session.</summary>
    public string? BoundToSession { get; init; }

    /// <summary>The session's id as the application knows it, where it wants to know.</summary>
    public string? Sid { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}
