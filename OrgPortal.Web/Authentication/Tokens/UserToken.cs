namespace OrgPortal.Web.Authentication.Tokens;

/// <summary>An access token of a person.</summary>
/// <param name="Value">The token itself. Never logged, never sent to a browser.</param>
/// <param name="ExpiresAt">When it expires.</param>
/// <param name="Scope">The scopes it carries, separated by spaces.</param>
internal sealed record UserToken(string Value, DateTimeOffset ExpiresAt, string Scope)
{
    /// <summary>Leaves the token out of what debuggers and logs print.</summary>
    public override string ToString() => $"access token until {ExpiresAt:O}";
}
