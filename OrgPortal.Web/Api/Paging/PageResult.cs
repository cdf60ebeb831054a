using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Api.Paging;

/// <summary>A page, with its neighbours in <c>Link</c> (RFC 8288) and the total in <c>X-Total-Count</c>.</summary>
/// <param name="page">What a service answered; written once for all who are given the same.</param>
/// <param name="map">One item as the API shows it.</param>
internal sealed class PageResult<T, TResponse>(Page<T> page, Func<T, TResponse> map) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers[PageHeaders.Total] = page.TotalCount.ToString(CultureInfo.InvariantCulture);
        headers.Link = string.Join(", ", Links(httpContext.Request));
        return JsonAnswer.WriteAsync(httpContext.Response, page is SharedPage<T> shared ? shared.MakeOnce(() => Json(httpContext)) : Json(httpContext));
    }

    private byte[] Json(HttpContext context) =>
        JsonAnswer.Of(context, new PageResponse<TResponse>([.. page.Items.Select(map)], page.Request.Number, page.Request.Size, page.TotalCount));

    private IEnumerable<string> Links(HttpRequest to)
    {
        var address = Address(to);
        var last = (int)Math.Clamp(((long)page.TotalCount + page.Request.Size - 1) / page.Request.Size, 1, int.MaxValue);
        yield return Link(address, 1, "first");
        if (page.Request.Number > 1)
        {
            yield return Link(address, Math.Min(page.Request.Number - 1, last), "prev");
        }

        if (page.Request.Number < last)
        {
            yield return Link(address, page.Request.Number + 1, "next");
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

    private string Link(string address, int number, string relation) =>
        string.Create(CultureInfo.InvariantCulture, $"<{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={number}&pageSize={page.Request.Size}>; rel=\"{relation}\"");
}
