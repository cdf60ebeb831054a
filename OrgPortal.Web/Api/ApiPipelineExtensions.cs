using Microsoft.Extensions.Options;
using OrgPortal.Web.Api.Idempotency;
using OrgPortal.Web.Api.Problems;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.Bearer;
using OrgPortal.Web.Hosting;

namespace OrgPortal.Web.Api;

/// <summary>What a request to the API passes after what every request passes, to its end.</summary>
internal static class ApiPipelineExtensions
{
    /// <summary>The API's way, in order. What it does not have, pages and their sign-in, costs a request to it nothing.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder api)
    {
        // Programs read problems, not pages. Around authentication, so that a page of another origin can read why it was refused, and refusals have words.
        api.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerFaultAsync });
        if (api.ApplicationServices.GetRequiredService<IOptions<ApiOptions>>().Value.Cors.Origins.Count > 0)
        {
            api.UseCors(ApiCors.Policy);
        }

        api.UseMiddleware<ProblemMiddleware>();
        api.UseRateLimits();
        api.UseBearerAuthentication();
        api.UseAuthorization();

        // After both: a person's limit, and a person's repeated request.
        api.UseMiddleware<ApiRateLimits>().UseMiddleware<IdempotencyMiddleware>();
        return api.UseEndpoints(_ => { });
    }

    private static Task AnswerFaultAsync(HttpContext context) => ApiProblems.AnswerAsync(context, ApiFailure.Unexpected);
}
