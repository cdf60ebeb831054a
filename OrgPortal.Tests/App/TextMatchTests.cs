using OrgPortal.Web.App.Palette;

namespace OrgPortal.Tests.App;

public sealed class TextMatchTests
{
    [Theory]
    [InlineData("lin", "Maya Lindqvist", "Maya [Lin]dqvist")]
    [InlineData("LIN", "Karolina Wójcik", "Karo[lin]a Wójcik")]
    [InlineData("wojcik", "Karolina Wójcik", "Karolina [Wójcik]")]
    [InlineData("wójcik kar", "Karolina Wójcik", "[Kar]olina [Wójcik]")]
    [InlineData("strasse", "Hauptstraße", "Haupt[straße]")]
    [InlineData("yildiz", "Elif Yıldız", "Elif [Yıldız]")]
    [InlineData("cafe", "Cafe\u0301 Berlin", "[Cafe\u0301] Berlin")]
    [InlineData("لين", "لينا", "[لين]ا")]
    [InlineData("林", "林晓", "[林]晓")]
    [InlineData("an an", "Ana", "[An]a")]
    public void What_was_typed_is_marked_in_any_case_and_without_accents(string typed, string text, string expected)
    {
        var match = Assert.IsType<TextMatch>(TextMatch.Find(typed, text));

        Assert.False(match.IsSpelled);
        Assert.Equal(expected, Show(match));
    }

    [Theory]
    [InlineData("lin", "Li Na")]
    [InlineData("maya x", "Maya Lindqvist")]
    [InlineData("", "Maya")]
    [InlineData("  ", "Maya")]
    public void What_does_not_stand_there_is_not_found(string typed, string text) => Assert.Null(TextMatch.Find(typed, text));

    [Theory]
    [InlineData("lin", "林晓", "[Lin] Xiao")]
    [InlineData("linxiao", "林晓", "[Lin] [Xiao]")]
    [InlineData("lin xiao", "林晓", "[Lin] [Xiao]")]
    [InlineData("lx", "林晓", "[L]in [X]iao")]
    [InlineData("linx", "林晓", "[Lin] [X]iao")]
    [InlineData("wjg", "王建国", "[W]ang [J]ian [G]uo")]
    [InlineData("jiang", "王建国", "Wang [Jian] [G]uo")]
    [InlineData("guo", "王建国", "Wang Jian [Guo]")]
    [InlineData("zsh", "张山", "[Z]hang [Sh]an")]
    [InlineData("zeng", "曾国藩", "[Zeng] Guo Fan")]
    [InlineData("ceng", "曾国藩", "[Ceng] Guo Fan")]
    [InlineData("lv", "吕布", "[Lü] Bu")]
    [InlineData("lu", "吕布", "[Lü] Bu")]
    [InlineData("lubu", "吕布", "[Lü] [Bu]")]
    [InlineData("lin", "Acme 林晓", "Acme [Lin] Xiao")]
    [InlineData("chenxiaoming", "陳曉明", "[Chen] [Xiao] [Ming]")]
    public void A_name_in_Chinese_is_found_by_how_it_is_read(string typed, string text, string expected)
    {
        var match = Assert.IsType<TextMatch>(TextMatch.Find(typed, text));

        Assert.True(match.IsSpelled);
        Assert.Equal(expected, Show(match));
    }

    [Theory]
    [InlineData("inx", "林晓")]
    [InlineData("linz", "林晓")]
    [InlineData("lixiao", "林晓")]
    [InlineData("linxiaox", "林晓")]
    [InlineData("lin1", "林晓")]
    public void What_nobody_reads_so_is_not_found(string typed, string text) => Assert.Null(TextMatch.Find(typed, text));

    [Fact]
    public void The_start_of_a_text_counts_more_than_a_word_and_a_word_more_than_its_middle()
    {
        MatchRank RankOf(string text) => TextMatch.Find("lin", text)!.Rank;

        Assert.True(RankOf("Linda Brown") > RankOf("Maya Lindqvist"));
        Assert.True(RankOf("Maya Lindqvist") > RankOf("Karolina"));
        Assert.Equal(RankOf("Linda"), RankOf("林晓"));
    }

    [Fact]
    public void Every_character_that_names_are_made_of_has_a_reading()
    {
        for (var character = '\u4E00'; character <= '\u9FA5'; character++)
        {
            Assert.All(Pinyin.Of(character), reading => Assert.Matches("^[a-zü]{1,6}$", reading));
        }

        Assert.True(Enumerable.Range(0x4E00, 0x9FA6 - 0x4E00).Count(character => Pinyin.Of((char)character).Count == 0) <= 10);
        Assert.Empty(Pinyin.Of('a'));
    }

    // The marked stretches in brackets.
    private static string Show(TextMatch match) =>
        match.Marks.Reverse().Aggregate(match.Text, (text, mark) => text.Insert(mark.Start + mark.Length, "]").Insert(mark.Start, "["));
}
