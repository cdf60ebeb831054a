using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Api.Problems;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.Bearer;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Api;

/// <summary>How often one person may call, from wherever: <c>Api:RequestsPerMinute</c>. Counted in this process, in six parts of a minute.</summary>
internal sealed class ApiRateLimits(RequestDelegate next, IOptions<ApiOptions> options) : IDisposable
{
    /// <summary>The limit's code.</summary>
    public const string Code = "requests_per_minute";

    private const int Parts = 6;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(person =>
        RateLimitPartition.GetSlidingWindowLimiter(person, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Value.RequestsPerMinute,
            Window = Window,
            SegmentsPerWindow = Parts,
        }));

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.User.FindFirstValue(PortalClaims.Subject) is not { } person)
        {
            await next(context);
            return;
        }

        using var lease = _limiter.AttemptAcquire(person);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }

        await ApiProblems.AnswerAsync(context, new LimitReached(Code, lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window / Parts));
    }

    public void Dispose() => _limiter.Dispose();
}
