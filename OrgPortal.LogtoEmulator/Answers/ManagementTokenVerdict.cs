namespace OrgPortal.LogtoEmulator.Answers;

/// <summary>What was found out about an access token.</summary>
internal sealed record ManagementTokenVerdict
{
    /// <summary>Why the token is refused, as <c>ERR_JWS_INVALID</c> or <c>ERR_JWT_EXPIRED</c>; null for a good one.</summary>
    public string? Failure { get; init; }

    /// <summary>The client of a good token.</summary>
    public string? Subject { get; init; }

    /// <summary>Space-separated; empty where the token has no scope.</summary>
    public string Scope { get; init; } = "";

    public static ManagementTokenVerdict Refused(string failure) => new() { Failure = failure };

    public static ManagementTokenVerdict Accepted(string? subject, string? scope) =>
        new() { Subject = subject, Scope = scope ?? "" };
}
