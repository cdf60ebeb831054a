using CsCheck;
using OrgPortal.Web.App.Palette;

namespace OrgPortal.Tests.Properties;

/// <summary>What is typed into the command palette, and what people and organizations are called.</summary>
public sealed class PaletteProperties
{
    private static readonly Gen<string> Names = Gen.OneOf<string>(
        Texts.Any(), Texts.Near("林晓", "王建国 Wang", "Karolina Wójcik", "Elif Yıldız", "Hauptstraße", "👩‍💻 Labs"), Texts.From("林晓曾单长乐重吕 aeiou\u0301\u0308ßıİ", 0, 20));

    private static readonly Gen<string> Typed = Gen.OneOf<string>(Texts.Any(12), Texts.From("linxiaozhengcshubv' ", 0, 24));

    [Fact]
    public void Whatever_is_typed_marks_stretches_of_what_is_shown() => Cases.Check(Gen.Select(Typed, Names), pair =>
    {
        if (TextMatch.Find(pair.Item1, pair.Item2) is not { } match)
        {
            return;
        }

        var end = 0;
        Assert.NotEmpty(match.Marks);
        Assert.All(match.Marks, mark =>
        {
            Assert.True(mark.Start >= end && mark.Length > 0);
            end = mark.Start + mark.Length;
        });
        Assert.True(end <= match.Text.Length);
        Assert.True(match.IsSpelled || match.Text == pair.Item2);
    });

    [Fact]
    public void Whatever_somebody_is_called_is_found_by_it() => Cases.Check(Names, name =>
        Assert.Equal(new FoldedText(name).Text.Trim().Length > 0, TextMatch.Find(name, name) is not null));
}
