using System.Text.Json;
using OrgPortal.Web.Authentication.Bearer;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Api.Problems;

/// <summary>Around the API: what is refused before an endpoint is reached, or by none, has the same shape as what an endpoint refuses.</summary>
internal sealed class ProblemMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(NameAsync, context);

        try
        {
            await next(context);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await ApiProblems.AnswerAsync(context, For(refused));
            return;
        }

        if (!context.Response.HasStarted && context.Response is { StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null, ContentLength: null or 0 })
        {
            await ApiProblems.AnswerAsync(context, For(context));
        }
    }

    private static Task NameAsync(object request)
    {
        var context = (HttpContext)request;
        context.Response.Headers[Correlation.Header] = Correlation.IdOf(context);
        return Task.CompletedTask;
    }

    private static ApiFailure For(BadHttpRequestException refused) => refused switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => ApiFailure.TooLarge,
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => ApiFailure.MediaType,
        { InnerException: JsonException json } => ApiFailure.MalformedBody with { Fields = FieldsOf(json) },
        // The framework's words for a body that is missing; it has no other sign.
        _ when refused.Message.Contains("body", StringComparison.OrdinalIgnoreCase) => ApiFailure.MalformedBody,
        _ => ApiFailure.BadRequest,
    };

    private static Failure For(HttpContext context) => (context.Response.StatusCode, context.Features.Get<BearerRefusal>()) switch
    {
        (StatusCodes.Status503ServiceUnavailable, { }) => new Unavailable(),
        (StatusCodes.Status401Unauthorized, { Code: BearerRefusal.Missing } or null) => new SignInRequired(),
        (var status, { Code: var code }) => new ApiFailure(status, code),
        (StatusCodes.Status404NotFound, _) => new NotFound(),
        (StatusCodes.Status405MethodNotAllowed, _) => ApiFailure.Method,
        (StatusCodes.Status413PayloadTooLarge, _) => ApiFailure.TooLarge,
        (StatusCodes.Status415UnsupportedMediaType, _) => ApiFailure.MediaType,
        (StatusCodes.Status403Forbidden, _) => new ApiFailure(StatusCodes.Status403Forbidden, BearerRefusal.Invalid),
        (>= StatusCodes.Status500InternalServerError and var status, _) => ApiFailure.Unexpected with { Status = status },
        var (status, _) => ApiFailure.BadRequest with { Status = status },
    };

    // "$.name" of the reader is "name" in the problem.
    private static IReadOnlyList<FieldFailure> FieldsOf(JsonException json) =>
        json.Path is ['$', '.', .. { Length: > 0 } path] ? [new FieldFailure(path, "invalid")] : [];
}
