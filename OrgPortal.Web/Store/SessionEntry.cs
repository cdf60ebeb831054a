namespace OrgPortal.Web.Store;

/// <summary>A sign-in. Its ticket (with tokens) is protected by the portal's data-protection keys.</summary>
public sealed class SessionEntry
{
    /// <summary>SHA-256 of the random session id that the cookie holds, hexadecimal.</summary>
    public required string Id { get; init; }

    /// <summary>Whose.</summary>
    public required string UserId { get; init; }

    /// <summary>Logto's <c>sid</c>, for back-channel logout.</summary>
    public string? LogtoSessionId { get; set; }

    /// <summary>The protected ticket.</summary>
    public required byte[] Ticket { get; set; }

    /// <summary>When it ends unless renewed.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}
