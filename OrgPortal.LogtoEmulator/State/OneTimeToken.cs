
namespace OrgPortal.LogtoEmulator.State;

/// <summary>A token for a magic link, as stored: ask <see cref="StatusAt"/> for its status.</summary>
internal sealed record OneTimeToken
{
    public string TenantId { get; } = "default";

    public required string Id { get; init; }

    /// <summary>Compared with case.</summary>
    public required string Email { get; init; }

    /// <summary>32 letters and digits.</summary>
    public required string Token { get; init; }

    public OneTimeTokenContext Context { get; init; } = new();

    /// <summary><c>active</c>, <c>consumed</c>, <c>revoked</c> or <c>expired</c>.</summary>
    public string Status { get; init; } = "active";

    public long CreatedAt { get; init; }

    public long ExpiresAt { get; init; }

    /// <summary>The status as Logto shows it at <paramref name="now"/> (milliseconds since the epoch).</summary>
    public string StatusAt(long now) => Status == "active" && ExpiresAt <= now ? "expired" : Status;
}
