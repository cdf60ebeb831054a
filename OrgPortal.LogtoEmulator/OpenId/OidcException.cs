namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>A refusal of an OpenID Connect endpoint, in the shape that Logto gives it.</summary>
/// <param name="error">The OAuth error, such as <c>invalid_grant</c>.</param>
/// <param name="description">The <c>error_description</c>; clients show it or decide by it.</param>
/// <param name="status">The HTTP status.</param>
internal sealed class OidcException(string error, string description, int status = StatusCodes.Status400BadRequest)
    : Exception(description)
{
    public string Error { get; } = error;

    public string Description { get; } = description;

    public int Status { get; } = status;

    /// <summary>The scopes that are missing.</summary>
    public string? Scope { get; init; }

    /// <summary>The scheme in <c>WWW-Authenticate</c>, with which the caller may try again.</summary>
    public string? Challenge { get; init; }

    public static OidcException InvalidRequest(string description) => new("invalid_request", description);

    public static OidcException MissingParameters(params IReadOnlyList<string> names) =>
        InvalidRequest($"missing required parameter{(names.Count == 1 ? "" : "s")} {Listed(names)}");

    public static OidcException Repeated(string name) => InvalidRequest($"'{name}' parameter must not be provided twice");

    /// <summary>One text for every reason, so that nobody learns which.</summary>
    public static OidcException InvalidGrant() => new("invalid_grant", "grant request is invalid");

    public static OidcException InvalidTarget(string description = "resource indicator is missing, or unknown") =>
        new("invalid_target", description);

    public static OidcException InvalidScope(IReadOnlyCollection<string> missing) =>
        new("invalid_scope", $"refresh token missing requested scope{(missing.Count == 1 ? "" : "s")}") { Scope = string.Join(' ', missing) };

    public static OidcException AccessDenied(string description) =>
        new("access_denied", description, StatusCodes.Status403Forbidden);

    public static OidcException InsufficientScope(string description, string scope) =>
        new("insufficient_scope", description, StatusCodes.Status403Forbidden) { Scope = scope };

    public static OidcException InvalidToken(string description = "invalid token provided") =>
        new("invalid_token", description, StatusCodes.Status401Unauthorized) { Challenge = "Bearer" };

    public static OidcException UnknownClient(string clientId) => new("invalid_client", $"invalid client {clientId}");

    /// <param name="usedBasic">Whether the client tried HTTP Basic; then it is told that this is how.</param>
    public static OidcException WrongClientAuthentication(bool usedBasic) =>
        new("invalid_client", "client authentication failed", StatusCodes.Status401Unauthorized)
        {
            Challenge = usedBasic ? "Basic" : null,
        };

    /// <summary>Names in quotes, joined as English does it: <c>'a'</c>, <c>'a' and 'b'</c>, <c>'a', 'b', and 'c'</c>.</summary>
    private static string Listed(IReadOnlyList<string> names) => names switch
    {
        [var one] => $"'{one}'",
        [var one, var other] => $"'{one}' and '{other}'",
        _ => $"{string.Join(", ", names.SkipLast(1).Select(name => $"'{name}'"))}, and '{names[^1]}'",
    };
}
