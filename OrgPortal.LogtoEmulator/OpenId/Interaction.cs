namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>An authorization request that waits for a person: to sign in, to choose an account, to consent.</summary>
internal sealed record Interaction
{
    public required string Uid { get; init; }

    /// <summary>The browser it was begun in; no other one may go on with it.</summary>
    public required string BrowserId { get; init; }

    public required AuthorizationRequest Request { get; init; }

    /// <summary>Who has signed in for this request.</summary>
    public string? AccountId { get; init; }

    /// <summary>The person has said yes to a third-party application.</summary>
    public bool HasConsented { get; init; }

    /// <summary>A one-time token was dealt with (used, or passed over): it is not looked at again.</summary>
    public bool IsTokenSettled { get; init; }

    /// <summary>A registration that waits for its verification code.</summary>
    public PendingRegistration? Registration { get; init; }

    /// <summary>Who has given the right password and must set up a second factor before going on.</summary>
    public string? WaitsForFactorOf { get; init; }

    /// <summary>Who is at an enterprise's identity provider; null for nobody.</summary>
    public ConnectorVisit? Visit { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}
