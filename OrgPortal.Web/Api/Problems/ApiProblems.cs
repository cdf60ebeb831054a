using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using OrgPortal.Web.Authentication.Bearer;
using OrgPortal.Web.Localization;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Api.Problems;

/// <summary>The one place where a failure becomes an answer of the API.</summary>
internal sealed class ApiProblems(FailureTexts failures, IStringLocalizer<ApiText> texts)
{
    // The answer is no markup: words in Chinese stay words.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers a request with the failure. What that takes is made for a request that fails, and for no other.</summary>
    public static Task AnswerAsync(HttpContext context, Failure failure) => context.RequestServices.GetRequiredService<ApiProblems>().WriteAsync(context, failure);

    private async Task WriteAsync(HttpContext context, Failure failure)
    {
        var problem = Describe(context, failure);
        var response = context.Response;
        response.StatusCode = problem.Status;
        if (problem.RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (ChallengeFor(failure) is { } challenge && !response.Headers.ContainsKey(HeaderNames.WWWAuthenticate))
        {
            response.Headers.WWWAuthenticate = challenge;
        }

        response.ContentType = ApiProblem.ContentType;
        await JsonSerializer.SerializeAsync(response.Body, problem, Json, context.RequestAborted);
    }

    private ApiProblem Describe(HttpContext context, Failure failure)
    {
        var status = FailureStatus.Of(failure, context.Request.Headers.ContainsKey(HeaderNames.IfMatch));
        IReadOnlyList<FieldFailure> fields = failure switch
        {
            Invalid invalid => invalid.Fields,
            ApiFailure of => of.Fields,
            _ => [],
        };
        return new ApiProblem
        {
            Type = "urn:orgportal:problem:" + failure.Code,
            Title = texts[string.Create(CultureInfo.InvariantCulture, $"title_{status}")],
            Status = status,
            Detail = texts[failure.Code] is { ResourceNotFound: false } own ? own.Value : failures.Describe(failure),
            Code = failure.Code,
            Errors = fields.Count == 0 ? null : fields.GroupBy(field => field.Field, StringComparer.Ordinal).ToDictionary(field => field.Key, field => field.Select(one => one.Reason).Distinct().ToArray(), StringComparer.Ordinal),
            Permission = (failure as Forbidden)?.Permission,
            CorrelationId = Correlation.IdOf(context),
            RetryAfterSeconds = FailureStatus.RetryAfter(failure) is { } after ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : null,
        };
    }

    private static string? ChallengeFor(Failure failure) => failure switch
    {
        ReauthenticationRequired => BearerChallenge.IdentityProof,
        SignInRequired => BearerChallenge.InvalidToken(null),
        _ => null,
    };
}
