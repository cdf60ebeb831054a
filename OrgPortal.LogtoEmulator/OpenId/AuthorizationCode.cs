namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>What an authorization code stands for. It can be traded once; a second attempt takes back the grant.</summary>
internal sealed record AuthorizationCode
{
    public required string Value { get; init; }

    public required string ClientId { get; init; }

    public required string AccountId { get; init; }

    public required string GrantId { get; init; }

    public required string SessionUid { get; init; }

    public required string RedirectUri { get; init; }

    /// <summary>What was asked for and granted, permissions of resources included.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    public required IReadOnlyList<string> Resources { get; init; }

    public string? Nonce { get; init; }

    public string? CodeChallenge { get; init; }

    /// <summary>Seconds since the epoch; only where the request asked for a fresh sign-in.</summary>
    public long? AuthTime { get; init; }

    /// <summary>Only where the client wants to be told when the session ends.</summary>
    public string? Sid { get; init; }

    /// <summary>The session it ends with; null where <c>offline_access</c> lets it go on.</summary>
    public string? BoundToSession => Scopes.Contains(OpenId.Scopes.OfflineAccess) ? null : SessionUid;

    public bool IsConsumed { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}
