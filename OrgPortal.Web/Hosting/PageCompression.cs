using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Hosting;

/// <summary>
/// Compresses the pages that somebody asked for from the portal itself or from the address bar, and no others (Fetch Metadata,
/// <see href="https://www.w3.org/TR/fetch-metadata/"/>, header <c>Sec-Fetch-Site</c>). Whoever guesses a page's secrets by its compressed length (BREACH)
/// has to make the browser ask for it again and again with guesses in its address, and can do so only from a site of their own. Files are compressed when
/// the portal is built; what programs ask for is small.
/// </summary>
internal sealed class PageCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options), IResponseCompressionProvider
{
    /// <summary>Whether the request began at the portal itself or in the address bar.</summary>
    public static bool IsAskedFromHere(HttpContext context) => context.Request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "none";

    /// <inheritdoc/>
    bool IResponseCompressionProvider.CheckRequestAcceptsCompression(HttpContext context) =>
        IsAskedFromHere(context) && CheckRequestAcceptsCompression(context);
}
