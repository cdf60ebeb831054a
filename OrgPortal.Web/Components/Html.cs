using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace OrgPortal.Web.Components;

/// <summary>
/// Markup for what stands in every row of a table: an open page keeps one frame for it instead of one for each element and attribute. It is made of an interpolated string and of nothing else: what
/// is put into it is encoded, unless it is such markup itself. Values of attributes stand in double quotes. The default is no markup.
/// </summary>
public readonly struct Html
{
    // What most rows say alike, whoever looks at them. A string has one place, which the next one for it takes.
    private const int SharedPlaces = 4096;
    private static readonly string?[] SharedMarkup = new string?[SharedPlaces];

    // Names are sent as they are written, in whatever script; what means something in HTML is encoded all the same.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    /// <summary>Markup with values in it.</summary>
    /// <param name="markup">An interpolated string: its text is markup, its values are text, numbers, markup of this kind, or nothing.</param>
    public static Html Of(ref Handler markup) => new(markup.ToStringAndClear());

    /// <summary>The same for what many rows say in the same words: it is kept once for all open pages, where they would keep it each.</summary>
    public static Html Shared(ref Handler markup)
    {
        var text = markup.Text;
        ref var place = ref SharedMarkup[string.GetHashCode(text) & (SharedPlaces - 1)];
        var shared = place;
        if (shared is null || !text.SequenceEqual(shared))
        {
            place = shared = text.ToString();
        }

        markup.Clear();
        return new Html(shared);
    }

    /// <summary>The same for a component to render.</summary>
    public static implicit operator MarkupString(Html html) => new(html.ToString());

    /// <inheritdoc />
    public override string ToString() => _markup ?? string.Empty;

    /// <summary>What the compiler makes of the interpolated string: only what stands in the source is left as it is.</summary>
    [InterpolatedStringHandler]
    public ref struct Handler(int literalLength, int formattedCount)
    {
        private DefaultInterpolatedStringHandler _markup = new(literalLength, formattedCount, CultureInfo.InvariantCulture);

        /// <summary>What stands in the source.</summary>
        public void AppendLiteral(string literal) => _markup.AppendLiteral(literal);

        /// <summary>Text.</summary>
        public void AppendFormatted(string? text) => _markup.AppendLiteral(text is null ? string.Empty : Encoder.Encode(text));

        /// <summary>A number.</summary>
        public void AppendFormatted(int number) => _markup.AppendFormatted(number);

        /// <summary>An icon.</summary>
        public void AppendFormatted(IconName icon) => _markup.AppendLiteral(Icons.Draw(icon).Value);

        /// <summary>Markup.</summary>
        public void AppendFormatted(Html html) => _markup.AppendLiteral(html.ToString());

        /// <summary>Markup that may be left out.</summary>
        public void AppendFormatted(Html? html) => AppendFormatted(html.GetValueOrDefault());

        internal readonly ReadOnlySpan<char> Text => _markup.Text;

        internal string ToStringAndClear() => _markup.ToStringAndClear();

        internal void Clear() => _markup.Clear();
    }
}
