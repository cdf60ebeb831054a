using OrgPortal.Web.Authentication.Sessions;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary><c>POST /backchannel-logout</c>: Logto tells that a session ended there (OpenID Connect Back-Channel Logout 1.0).</summary>
internal static partial class BackchannelLogoutEndpoint
{
    /// <summary>The address to register at Logto, below the portal's public address.</summary>
    public const string Path = "/backchannel-logout";

    private const string TokenField = "logout_token";
    private const int LongestToken = 16 * 1024;

    /// <summary>Maps it. The signed token is the caller's proof; there is no cookie and no form of ours.</summary>
    public static IEndpointConventionBuilder MapBackchannelLogout(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, (Delegate)EndAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> EndAsync(
        HttpContext context, LogoutTokens tokens, ISessionStore store, SessionRegistry sessions, ILoggerFactory logging)
    {
        var logger = logging.CreateLogger(typeof(BackchannelLogoutEndpoint).FullName!);
        if (!context.Request.HasFormContentType
            || (await context.Request.ReadFormAsync(context.RequestAborted))[TokenField] is not [{ Length: > 0 and <= LongestToken } token])
        {
            return Refuse(logger, "there is no logout token");
        }

        var read = await tokens.ReadAsync(token);
        if (read.Refusal is { } refusal)
        {
            return Refuse(logger, refusal);
        }

        var ended = await SessionsOfAsync(read, store);
        foreach (var key in ended)
        {
            await sessions.EndAsync(key);
        }

        LogEnded(logger, ended.Count);
        return HttpResults.Ok();
    }

    private static async Task<IReadOnlyList<string>> SessionsOfAsync(LogoutToken token, ISessionStore store)
    {
        if (token.User is { } user)
        {
            // Sessions of whom Logto told no sid cannot be told apart: better to end one too many.
            return
            [
                .. from session in await store.FindByUserAsync(user)
                   where token.LogtoSessionId is null || session.LogtoSessionId is null || session.LogtoSessionId == token.LogtoSessionId
                   select session.Key,
            ];
        }

        return await store.FindByLogtoSessionAsync(token.LogtoSessionId!);
    }

    private static IResult Refuse(ILogger logger, string reason)
    {
        LogRefused(logger, reason);
        return HttpResults.Json(new { error = "invalid_request", error_description = reason }, statusCode: StatusCodes.Status400BadRequest);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Logto ended a session; {Count} of the portal's ended with it.")]
    private static partial void LogEnded(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A back-channel logout was refused: {Reason}.")]
    private static partial void LogRefused(ILogger logger, string reason);
}
