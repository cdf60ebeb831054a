using System.Net;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features;

/// <summary>
/// Turns Logto's refusals into reasons: the only place that catches <see cref="LogtoException"/>, but for the doctor, who tells operators of it. What Logto refuses because
/// the portal asked wrongly (400, unknown 422) stays an exception.
/// </summary>
public static class LogtoFailures
{
    // Logto counts the mails to one address in windows of this length, and asks for at most so many calls in the other; its answers do not say.
    private static readonly TimeSpan MailWindow = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan CallWindow = TimeSpan.FromSeconds(10);

    /// <summary>The value, or why there is none.</summary>
    /// <param name="call">A call to a client of the Logto room.</param>
    /// <param name="mapping">For codes that mean something to the caller: from Logto's <c>code</c> to the reason.</param>
    public static async Task<Result<T>> ToResultAsync<T>(this Task<T> call, Func<string, Failure?>? mapping = null)
    {
        try
        {
            return Result.Of(await call);
        }
        catch (LogtoException exception) when (ToFailure(exception, mapping) is { } failure)
        {
            return failure;
        }
    }

    /// <inheritdoc cref="ToResultAsync{T}(Task{T}, Func{string, Failure?}?)" />
    public static async Task<Result> ToResultAsync(this Task call, Func<string, Failure?>? mapping = null)
    {
        try
        {
            await call;
            return Result.Done;
        }
        catch (LogtoException exception) when (ToFailure(exception, mapping) is { } failure)
        {
            return failure;
        }
    }

    /// <summary>The value, or nothing where Logto has none of that id. Every other refusal goes on: for whoever tells an operator what Logto said, word by word.</summary>
    public static async Task<T?> OrNothingAsync<T>(this Task<T> call)
        where T : class
    {
        try
        {
            return await call;
        }
        catch (LogtoApiException exception) when (exception.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static Failure? ToFailure(LogtoException exception, Func<string, Failure?>? mapping) => exception switch
    {
        LogtoApiException { Code: { } code } when mapping?.Invoke(code) is { } mapped => mapped,
        LogtoApiException { Code: "organization.require_membership" } => new NotFound(),
        LogtoApiException { Code: LogtoApiException.MessageRateLimited, RetryAfter: var after } => new LimitReached("mail_rate_limit", after ?? MailWindow),
        LogtoApiException { Code: "connector.not_found" } => new Refused(RefusalReasons.NoMailConnector),
        LogtoApiException { Code: "connector.template_not_found" } => new Refused(RefusalReasons.NoMailTemplate),
        LogtoApiException { Status: HttpStatusCode.BadRequest, Code: { } code } when code.StartsWith("connector.", StringComparison.Ordinal) => new Refused(RefusalReasons.MailNotSent),
        LogtoApiException { IsPlanLimit: true } => new Refused(RefusalReasons.TenantLimit),
        LogtoApiException { Status: HttpStatusCode.NotFound } => new NotFound(),
        LogtoApiException { Status: HttpStatusCode.TooManyRequests, RetryAfter: var after } => new LimitReached("logto_rate_limit", after ?? CallWindow),
        // A management token that Logto refuses is a set-up that is wrong: nobody is allowed anything, and the log says why.
        LogtoApiException { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } => new Unavailable(),
        LogtoApiException { Status: >= HttpStatusCode.InternalServerError, RetryAfter: var after } => new Unavailable(after),
        LogtoUnreachableException => new Unavailable(),
        _ => null,
    };
}
