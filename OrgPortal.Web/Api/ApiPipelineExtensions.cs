using Microsoft.Extensions.Options;
using OrgPortal.Web.Api.Idempotency;
using OrgPortal.Web.Api.Problems;
using OrgPortal.Web.Authentication.Bearer;

namespace OrgPortal.Web.Api;

/// <summary>What a request to the API passes beside what every request passes.</summary>
internal static class ApiPipelineExtensions
{
    /// <summary>Around authentication, so that a page of another origin can read why it was refused, and refusals have words.</summary>
    public static IApplicationBuilder UseApiProblems(this WebApplication app) => app.UseWhen(ApiPaths.IsApi, api =>
    {
        api.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerFaultAsync });
        if (app.Services.GetRequiredService<IOptions<ApiOptions>>().Value.Cors.Origins.Count > 0)
        {
            api.UseCors(ApiCors.Policy);
        }

        api.UseMiddleware<ProblemMiddleware>();
    });

    /// <summary>After authorization: both go by the person.</summary>
    public static IApplicationBuilder UseApiLimits(this IApplicationBuilder app) =>
        app.UseWhen(ApiPaths.IsApi, api => api.UseMiddleware<ApiRateLimits>().UseMiddleware<IdempotencyMiddleware>());

    private static Task AnswerFaultAsync(HttpContext context) => context.RequestServices.GetRequiredService<ApiProblems>().WriteAsync(context, ApiFailure.Unexpected);
}
