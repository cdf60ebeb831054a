using OrgPortal.Web.Results;

namespace OrgPortal.Web.Api.Problems;

/// <summary>Which HTTP status a failure has, and when to come again.</summary>
internal static class FailureStatus
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    /// <summary>The status.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="isConditional">Whether the request came with <c>If-Match</c>.</param>
    public static int Of(Failure failure, bool isConditional = false) => failure switch
    {
        ApiFailure of => of.Status,
        SignInRequired or ReauthenticationRequired => StatusCodes.Status401Unauthorized,
        Forbidden or SecondFactorRequired => StatusCodes.Status403Forbidden,
        NotFound => StatusCodes.Status404NotFound,
        Invalid => StatusCodes.Status400BadRequest,
        LimitReached => StatusCodes.Status429TooManyRequests,
        Refused { Reason: RefusalReasons.ChangedMeanwhile } when isConditional => StatusCodes.Status412PreconditionFailed,
        Unavailable or Interrupted or HandOverHalfDone => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status409Conflict,
    };

    /// <summary>When trying again makes sense; <see langword="null"/> when only something else helps, or nobody knows.</summary>
    public static TimeSpan? RetryAfter(Failure failure) => failure switch
    {
        ApiFailure of => of.RetryAfter,
        LimitReached limit => limit.RetryAfter,
        Unavailable away => away.RetryAfter ?? Soon,
        Interrupted interrupted => RetryAfter(interrupted.Cause) ?? Soon,
        HandOverHalfDone half => RetryAfter(half.Cause) ?? Soon,
        _ => null,
    };
}
