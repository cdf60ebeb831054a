using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Answers;

/// <summary>Who may use the Management API: bearers of a token for it with the scope <c>all</c>.</summary>
internal static class BearerCheck
{
    /// <exception cref="LogtoRefusalException">401 <c>auth.*</c>, or 403 <c>auth.forbidden</c> without the scope.</exception>
    public static void Require(HttpRequest request, IManagementTokenVerifier verifier)
    {
        var verdict = verifier.Verify(BearerOf(request));
        if (verdict.Failure is { } failure)
        {
            throw Unauthorized(new JsonObject { ["code"] = failure });
        }

        if (string.IsNullOrEmpty(verdict.Subject))
        {
            throw new LogtoRefusalException(401, "auth.jwt_sub_missing", "Missing `sub` in JWT.");
        }

        if (!verdict.Scope.Split(' ').Contains("all"))
        {
            throw new LogtoRefusalException(
                403, "auth.forbidden", "Forbidden. Please check your user roles and permissions.");
        }
    }

    private static string BearerOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            throw new LogtoRefusalException(
                401, "auth.authorization_header_missing", "Authorization header is missing.");
        }

        // An empty token counts as a bad one: servers strip the blank at the end of "Bearer ".
        return header == "Bearer" || header.StartsWith("Bearer ", StringComparison.Ordinal)
            ? header["Bearer".Length..].Trim()
            : throw new LogtoRefusalException(
                401,
                "auth.authorization_token_type_not_supported",
                "Authorization type is not supported.",
                new JsonObject { ["supportedTypes"] = new JsonArray("Bearer") });
    }

    private static LogtoRefusalException Unauthorized(JsonObject details) =>
        new(401, "auth.unauthorized", "Unauthorized. Please check credentials and its scope.", details);
}
