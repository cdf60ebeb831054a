using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class RgbColorTests
{
    [Theory]
    [InlineData("#4450d4", "#4450d4")]
    [InlineData("#4450D4", "#4450d4")]
    [InlineData("#abc", "#aabbcc")]
    [InlineData("#000", "#000000")]
    public void Colours_are_read_as_people_write_them(string text, string expected)
    {
        Assert.True(RgbColor.TryParse(text, out var color));
        Assert.Equal(expected, color.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("4450d4")]
    [InlineData("#4450d")]
    [InlineData("#4450d4 ")]
    [InlineData("#4450d4ff")]
    [InlineData("#44５0d4")]
    [InlineData("#+1+1+1")]
    [InlineData("red")]
    public void Nothing_else_is_a_colour(string? text) => Assert.False(RgbColor.TryParse(text, out _));

    [Theory]
    [InlineData("#ffffff", "#000000", 21)]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#ffffff", "#ffffff", 1)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#4450d4", "#ffffff", 6.28)]
    public void Contrast_is_reckoned_as_WCAG_does(string one, string other, double expected)
    {
        Assert.True(RgbColor.TryParse(one, out var first));
        Assert.True(RgbColor.TryParse(other, out var second));
        Assert.Equal(expected, Math.Round(first.ContrastWith(second), 2));
    }

    [Fact]
    public void Buttons_take_an_organizations_colours_only_when_they_can_be_read()
    {
        Assert.Equal("--accent:light-dark(#0b6e4f,#0b6e4f);--accent-hover:light-dark(#095f44,#095f44)", BrandAccent.StyleOf("#0B6E4F", null));
        Assert.StartsWith("--accent:light-dark(#0b6e4f,#123456);", BrandAccent.StyleOf("#0b6e4f", "#123456"), StringComparison.Ordinal);
        Assert.Null(BrandAccent.StyleOf("#ffff00", null));
        Assert.Null(BrandAccent.StyleOf("#0b6e4f", "#2fb58a"));
        Assert.Null(BrandAccent.StyleOf(null, "#123456"));
        Assert.Null(BrandAccent.StyleOf("url(https://evil.example)", null));
    }
}
