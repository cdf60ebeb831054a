using Microsoft.Net.Http.Headers;

namespace OrgPortal.Web.Api;

/// <summary>What is shown, with its <c>ETag</c>; 304 for whoever says in <c>If-None-Match</c> that they have it.</summary>
internal sealed class TaggedResult<T>(T shown) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var tag = EntityTag.Of(shown);
        httpContext.Response.Headers.ETag = tag;
        if (HttpMethods.IsGet(httpContext.Request.Method)
            && EntityTagHeaderValue.TryParseList([.. httpContext.Request.Headers.IfNoneMatch.OfType<string>()], out var had)
            && had.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Tag == tag))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return new ShownResult<T>(shown).ExecuteAsync(httpContext);
    }
}
