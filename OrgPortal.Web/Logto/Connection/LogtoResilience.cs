using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace OrgPortal.Web.Logto.Connection;

/// <summary>
/// Repeats what can be repeated: reads, PUT and DELETE when Logto did not answer or is busy; POST and PATCH only when the
/// connection was never made, so that nothing happens twice.
/// </summary>
internal static class LogtoResilience
{
    /// <summary>Stands on a request that was sent more than once.</summary>
    public static readonly HttpRequestOptionsKey<bool> WasRetried = new("orgportal.retried");

    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan InAll = TimeSpan.FromSeconds(30);

    // A person waits: what Logto wants us to wait longer for than this is said instead.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline) => pipeline
        .AddTimeout(InAll)
        .AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = arguments => ValueTask.FromResult(ShouldRepeat(arguments.Context.GetRequestMessage(), arguments.Outcome)),
            OnRetry = arguments =>
            {
                arguments.Context.GetRequestMessage()?.Options.Set(WasRetried, true);
                return ValueTask.CompletedTask;
            },
        })
        .AddTimeout(Attempt);

    private static bool ShouldRepeat(HttpRequestMessage? request, Outcome<HttpResponseMessage> outcome)
    {
        if (outcome.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError })
        {
            return true;
        }

        if (request is null || request.Method == HttpMethod.Post || request.Method == HttpMethod.Patch)
        {
            return false;
        }

        return outcome switch
        {
            { Exception: HttpRequestException or Polly.Timeout.TimeoutRejectedException } => true,
            { Result: { StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.TooManyRequests } answer } =>
                answer.Headers.RetryAfter?.Delta is not { } wait || wait <= LongestWait,
            _ => false,
        };
    }
}
