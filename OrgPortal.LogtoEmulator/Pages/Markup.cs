using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>
/// HTML written as an interpolated string. What is put in between is encoded unless it is markup itself, so that no name and no
/// address can become an element.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Markup
{
    private readonly StringBuilder _text;

    public Markup(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>No markup at all.</summary>
    public static Markup None { get; } = new(0, 0);

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(text));

    public void AppendFormatted(int number) => _text.Append(number);

    public void AppendFormatted(Markup markup) => _text.Append(markup._text);

    public void AppendFormatted(IEnumerable<Markup> all)
    {
        foreach (var markup in all)
        {
            _text.Append(markup._text);
        }
    }

    public override string ToString() => _text.ToString();
}
