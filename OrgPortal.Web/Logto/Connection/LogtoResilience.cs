using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace OrgPortal.Web.Logto.Connection;

/// <summary>
/// Repeats what can be repeated: reads, PUT and DELETE when Logto did not answer or is busy; POST and PATCH only when the
/// connection was never made, so that nothing happens twice. While Logto is away, says so at once instead of letting everybody wait.
/// How long all of it may take is <see cref="LogtoConnection.LongestCall"/>.
/// </summary>
internal static class LogtoResilience
{
    /// <summary>How long one attempt may take, body included.</summary>
    public static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(10);

    /// <summary>A person waits: what Logto wants us to wait longer for than this is said instead.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>When Logto seems to be away, how long nobody asks before one call finds out whether it is back.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(2);

    /// <summary>How many attempts of the last half minute it takes, half of them in vain, to believe that Logto is away.</summary>
    public const int AttemptsBeforeBreak = 10;

    private static readonly HttpRequestOptionsKey<bool> Repeated = new("orgportal.repeated");

    /// <summary>Whether the request was sent more than once.</summary>
    public static bool WasRepeated(HttpRequestMessage request) => request.Options.TryGetValue(Repeated, out var repeated) && repeated;

    /// <summary>For the Management API.</summary>
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline) => Add(pipeline, ShouldRepeat);

    /// <summary>For fetching the management token: asking for one twice does no harm.</summary>
    public static void ConfigureTokens(ResiliencePipelineBuilder<HttpResponseMessage> pipeline) =>
        Add(pipeline, (_, outcome, time) => IsLost(outcome.Exception) || IsBusy(outcome.Result, time));

    private static void Add(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, Func<HttpRequestMessage?, Outcome<HttpResponseMessage>, TimeProvider, bool> shouldRepeat)
    {
        var time = pipeline.TimeProvider ?? TimeProvider.System;
        pipeline
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(shouldRepeat(arguments.Context.GetRequestMessage(), arguments.Outcome, time)),
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result is { } answer ? RetryAfterHeader.Read(answer, time) : null),
                OnRetry = arguments =>
                {
                    arguments.Context.GetRequestMessage()?.Options.Set(Repeated, true);
                    return ValueTask.CompletedTask;
                },
            })
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                SamplingDuration = TimeSpan.FromSeconds(30),
                MinimumThroughput = AttemptsBeforeBreak,
                FailureRatio = 0.5,
                BreakDuration = Break,
                ShouldHandle = arguments => ValueTask.FromResult(IsLost(arguments.Outcome.Exception) || IsAway(arguments.Outcome.Result)),
            })
            .AddTimeout(LongestAttempt);
    }

    private static bool ShouldRepeat(HttpRequestMessage? request, Outcome<HttpResponseMessage> outcome, TimeProvider time)
    {
        if (outcome.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError })
        {
            return true;
        }

        var isRepeatable = request is not null && request.Method != HttpMethod.Post && request.Method != HttpMethod.Patch;
        return isRepeatable && (IsLost(outcome.Exception) || IsBusy(outcome.Result, time));
    }

    private static bool IsLost(Exception? exception) =>
        exception is TimeoutRejectedException or IOException or HttpRequestException { HttpRequestError: not HttpRequestError.ConfigurationLimitExceeded };

    private static bool IsBusy(HttpResponseMessage? answer, TimeProvider time) =>
        (IsAway(answer) || answer is { StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests })
        && (RetryAfterHeader.Read(answer, time) ?? TimeSpan.Zero) <= LongestPause;

    // A 500 is about one request, a 429 about how many there are: Logto itself is there.
    private static bool IsAway(HttpResponseMessage? answer) =>
        answer is { StatusCode: HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout };
}
