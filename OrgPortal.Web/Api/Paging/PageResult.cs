using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
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
        headers.Link = Links(httpContext.Request);
        return JsonAnswer.WriteAsync(httpContext.Response, page is SharedPage<T> shared ? shared.MakeOnce(() => new Written(Json(httpContext))).Json : Json(httpContext));
    }

    private byte[] Json(HttpContext context) =>
        JsonAnswer.Of(context, new PageResponse<TResponse>([.. page.Items.Select(map)], page.Request.Number, page.Request.Size, page.TotalCount));

    private string Links(HttpRequest to)
    {
        var address = Address(to);
        var last = (int)Math.Clamp(((long)page.TotalCount + page.Request.Size - 1) / page.Request.Size, 1, int.MaxValue);
        var links = new StringBuilder();
        Add(1, "first");
        if (page.Request.Number > 1)
        {
            Add(Math.Min(page.Request.Number - 1, last), "prev");
        }

        if (page.Request.Number < last)
        {
            Add(page.Request.Number + 1, "next");
        }

        Add(last, "last");
        return links.ToString();

        void Add(int number, string relation) => links.Append(
            CultureInfo.InvariantCulture, $"{(links.Length > 0 ? ", " : string.Empty)}<{address}page={number}&pageSize={page.Request.Size}>; rel=\"{relation}\"");
    }

    // The request's own address and whatever else it asked for, ready for the page; the host is the configured one.
    private static string Address(HttpRequest to)
    {
        var address = new StringBuilder($"{to.Scheme}://{to.Host.ToUriComponent()}{to.PathBase.ToUriComponent()}{to.Path.ToUriComponent()}?");
        foreach (var part in new QueryStringEnumerable(to.QueryString.Value))
        {
            var name = part.DecodeName();
            if (!name.Span.Equals("page", StringComparison.OrdinalIgnoreCase) && !name.Span.Equals("pageSize", StringComparison.OrdinalIgnoreCase))
            {
                address.Append(UrlEncoder.Default.Encode(name.ToString())).Append('=').Append(UrlEncoder.Default.Encode(part.DecodeValue().ToString())).Append('&');
            }
        }

        return address.ToString();
    }

    // What is shown otherwise is another text.
    private sealed record Written(byte[] Json);
}
