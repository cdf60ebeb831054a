using AngleSharp.Html.Parser;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class HtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>, whose name is longer than a cell")]
    [InlineData("\" onmouseover=\"alert(1)\" x=\"")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("</bdi></a></td></tr></table><script>")]
    [InlineData("&lt;b&gt; is what Ana calls herself")]
    [InlineData("{0} {1} {{name}}")]
    [InlineData("张伟 😀 Zoë")]
    public void Whatever_people_are_called_is_text(string text)
    {
        var person = Parse(PersonCell.Draw("u1", text, text, $"/pictures/{text}", $"/organizations/{text}", text, Badge.Draw(Tone.Accent, text)).ToString());

        Assert.Equal(["div", "span", "img", "div", "div", "a", "bdi", "span", "div", "bdi"], person.QuerySelectorAll("*").Select(element => element.LocalName));
        Assert.Equal(["alt", "decoding", "loading", "src"], person.QuerySelector("img")!.Attributes.Select(attribute => attribute.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(person.QuerySelectorAll("*").SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(person.QuerySelectorAll("bdi, .badge"), element => Assert.Equal(text, element.TextContent));
        Assert.Equal($"/organizations/{text}", person.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(text.Length > 28 ? text : null, person.QuerySelector("a")!.GetAttribute("title"));
    }

    [Fact]
    public void Names_of_all_scripts_are_sent_as_they_are_written() => Assert.Equal("<b>张伟 Ünal</b>", Html.Of($"<b>{"张伟 Ünal"}</b>").ToString());

    [Fact]
    public void What_is_not_there_is_nothing() => Assert.Equal("<b></b>", Html.Of($"<b>{(string?)null}{(Html?)null}{default(Html)}</b>").ToString());

    [Fact]
    public void What_many_rows_say_is_kept_once_and_never_taken_for_something_else()
    {
        Assert.Same(Html.Shared($"<b>{"Ana"}</b>").ToString(), Html.Shared($"<b>{"Ana"}</b>").ToString());

        // More than there is room for.
        Assert.All(Enumerable.Range(0, 20_000), number => Assert.Equal($"<b>&lt;{number}</b>", Html.Shared($"<b>{"<"}{number}</b>").ToString()));
    }

    private static AngleSharp.Dom.IElement Parse(string html) => new HtmlParser().ParseDocument($"<main>{html}</main>").QuerySelector("main")!;
}
