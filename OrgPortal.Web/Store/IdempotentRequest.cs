namespace OrgPortal.Web.Store;

/// <summary>A request that its sender may repeat, and what it was answered.</summary>
public sealed class IdempotentRequest
{
    /// <summary>SHA-256 of the person and the key, hexadecimal: what a client calls its requests is nobody else's business.</summary>
    public required string Id { get; init; }

    /// <summary>Whose.</summary>
    public required string UserId { get; init; }

    /// <summary>SHA-256 of method, address and body, hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Which request works on it, or did.</summary>
    public required Guid Holder { get; init; }

    /// <summary>Until when nobody else takes it up, while there is no answer. A node that dies leaves it behind.</summary>
    public required DateTimeOffset HeldUntil { get; init; }

    /// <summary>From when on the key is free again.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The answer, protected: it may hold what only its person may see. <see langword="null"/> while there is none.</summary>
    public byte[]? Answer { get; set; }
}
