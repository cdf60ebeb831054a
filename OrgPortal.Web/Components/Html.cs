using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;

namespace OrgPortal.Web.Components;

/// <summary>
/// Markup for what stands in every row of a table: an open page keeps one frame for it instead of one for each element and attribute. Whatever is put into it is encoded,
/// unless it is such markup itself; values of attributes stand in double quotes.
/// </summary>
internal static class Html
{
    // Names are sent as they are written, in whatever script; what means something in HTML is encoded all the same.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>No markup.</summary>
    public static IHtmlContent Nothing => HtmlString.Empty;

    /// <summary>Markup with values in it.</summary>
    /// <param name="markup">An interpolated string: its text is markup, its values are text, markup of this kind, or nothing.</param>
    public static IHtmlContent Of(FormattableString markup) => new HtmlFormattableString(CultureInfo.InvariantCulture, markup.Format, markup.GetArguments());

    /// <summary>The same for a component to render.</summary>
    public static MarkupString Draw(IHtmlContent content)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, Encoder);
        return new MarkupString(writer.ToString());
    }
}
