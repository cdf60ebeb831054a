using OrgPortal.LogtoEmulator.Answers;

namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class LikeTests
{
    [Theory]
    [InlineData("Acme", "%cm%", true)]
    [InlineData("Acme", "cm", false)]
    [InlineData("Acme", "A__e", true)]
    [InlineData("Acme", "A__me", false)]
    [InlineData("100%", @"100\%", true)]
    [InlineData("1000", @"100\%", false)]
    [InlineData("aXbXc", "a%X%c", true)]
    [InlineData("", "%", true)]
    [InlineData("", "_", false)]
    public void A_pattern_matches_as_in_SQL(string value, string pattern, bool matches) =>
        Assert.Equal(matches, Like.Matches(value, pattern, ignoreCase: false));

    [Fact]
    public void Case_is_ignored_where_that_is_asked_for()
    {
        Assert.True(Like.Matches("ACME", "%cm%", ignoreCase: true));
        Assert.False(Like.Matches("ACME", "%cm%", ignoreCase: false));
    }
}
