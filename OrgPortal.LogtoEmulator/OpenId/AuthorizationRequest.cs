namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>An authorization request that was found to be in order.</summary>
internal sealed record AuthorizationRequest
{
    public required string ClientId { get; init; }

    public required string RedirectUri { get; init; }

    /// <summary><c>query</c>, <c>fragment</c> or <c>form_post</c>.</summary>
    public required string ResponseMode { get; init; }

    /// <summary>All scopes that were asked for; those that mean nothing are dropped when the grant is made.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    public required IReadOnlyList<string> Resources { get; init; }

    /// <summary><c>login</c>, <c>consent</c>, <c>none</c>.</summary>
    public required IReadOnlyList<string> Prompts { get; init; }

    public string? State { get; init; }

    public string? Nonce { get; init; }

    public string? CodeChallenge { get; init; }

    /// <summary>Seconds.</summary>
    public long? MaxAge { get; init; }

    public string? LoginHint { get; init; }

    /// <summary>The user the application expects, from its <c>id_token_hint</c>.</summary>
    public string? ExpectedAccountId { get; init; }

    public string? FirstScreen { get; init; }

    /// <summary>Whose branding the pages show; it checks and binds nothing.</summary>
    public string? OrganizationId { get; init; }

    public string? OneTimeToken { get; init; }

    public string? DirectSignIn { get; init; }

    /// <summary>What the sign-in page hands on to itself in its address.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> PageParameters { get; init; } = [];
}
