namespace OrgPortal.Web.Api;

/// <summary>200 with what is shown.</summary>
/// <param name="shown">As the API shows it.</param>
internal sealed class ShownResult<T>(T shown) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => JsonAnswer.WriteAsync(httpContext.Response, JsonAnswer.Of(httpContext, shown));
}
