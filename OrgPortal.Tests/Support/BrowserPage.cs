using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace OrgPortal.Tests.Support;

/// <summary>What a browser shows after it followed all redirects.</summary>
/// <param name="Url">The address in the address bar.</param>
/// <param name="Status">The status of the last answer.</param>
/// <param name="Text">The last answer's body.</param>
/// <param name="Headers">The last answer's headers.</param>
public sealed record BrowserPage(Uri Url, HttpStatusCode Status, string Text, HttpResponseHeaders Headers)
{
    private IHtmlDocument? _document;

    /// <summary>The body as a document.</summary>
    public IHtmlDocument Document => _document ??= new HtmlParser().ParseDocument(Text);
}
