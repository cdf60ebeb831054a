using System.Net;

namespace OrgPortal.Web.Logto;

/// <summary>Logto answered with something other than 2xx.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">Logto's <c>code</c>, such as <c>entity.not_found</c>; <see langword="null"/> when the answer had none. Decide by this, never by the message, which is translated.</param>
/// <param name="route">The route template that was called, without identifiers.</param>
/// <param name="retryAfter">The header <c>Retry-After</c>, if it came.</param>
/// <param name="answersRepetition">Whether the request had been sent before, and that answer was lost.</param>
public sealed class LogtoApiException(HttpStatusCode status, string? code, string route, TimeSpan? retryAfter = null, bool answersRepetition = false)
    : LogtoException($"Logto answered {(int)status} {code ?? "(no code)"} to {route}.")
{
    /// <summary>The code of a mail that was put off since its address has had too many: whether calls are too many is another question.</summary>
    internal const string MessageRateLimited = "request.message_rate_limited";

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>Logto's <c>code</c>, or <see langword="null"/>.</summary>
    public string? Code { get; } = code;

    /// <summary>Whether the tenant's plan allows no more, or not this: nothing is wrong with the request or with who makes it.</summary>
    public bool IsPlanLimit { get; } = SaysPlan(code);

    /// <summary>The route template.</summary>
    public string Route { get; } = route;

    /// <summary>When the next try makes sense, if Logto said so.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Whether the request had been sent before and that answer was lost: what is refused now may have been done then.</summary>
    public bool AnswersRepetition { get; } = answersRepetition;

    /// <summary>Whether a code speaks of the tenant's plan.</summary>
    internal static bool SaysPlan(string? code) =>
        code is not null && (code.StartsWith("subscription.", StringComparison.Ordinal) || code.StartsWith("system_limit.", StringComparison.Ordinal));
}
