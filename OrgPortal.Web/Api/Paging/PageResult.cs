using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Api.Paging;

/// <summary>A page, with its neighbours in <c>Link</c> (RFC 8288) and the total in <c>X-Total-Count</c>.</summary>
internal sealed class PageResult<T>(IReadOnlyList<T> items, PageRequest request, long total) : IResult
{
    /// <summary>The header with the total.</summary>
    public const string TotalHeader = "X-Total-Count";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers[TotalHeader] = total.ToString(CultureInfo.InvariantCulture);
        headers.Link = string.Join(", ", Links(httpContext.Request));
        return JsonAnswer.WriteAsync(httpContext.Response, new PageResponse<T>(items, request.Number, request.Size, total));
    }

    private IEnumerable<string> Links(HttpRequest to)
    {
        var address = Address(to);
        var last = (int)Math.Clamp((total + request.Size - 1) / request.Size, 1, int.MaxValue);
        yield return Link(address, 1, "first");
        if (request.Number > 1)
        {
            yield return Link(address, Math.Min(request.Number - 1, last), "prev");
        }

        if (request.Number < last)
        {
            yield return Link(address, request.Number + 1, "next");
        }

        yield return Link(address, last, "last");
    }

    // The request's own address and whatever else it asked for; the host is the configured one.
    private static string Address(HttpRequest to)
    {
        var query = QueryHelpers.ParseQuery(to.QueryString.Value)
            .Where(one => !one.Key.Equals("page", StringComparison.OrdinalIgnoreCase) && !one.Key.Equals("pageSize", StringComparison.OrdinalIgnoreCase))
            .SelectMany(one => one.Value, (one, value) => KeyValuePair.Create(one.Key, value));
        return QueryHelpers.AddQueryString($"{to.Scheme}://{to.Host.ToUriComponent()}{to.PathBase.ToUriComponent()}{to.Path.ToUriComponent()}", query);
    }

    private string Link(string address, int page, string relation) =>
        string.Create(CultureInfo.InvariantCulture, $"<{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={page}&pageSize={request.Size}>; rel=\"{relation}\"");
}
