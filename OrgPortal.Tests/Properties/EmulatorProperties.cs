using System.Text.RegularExpressions;
using CsCheck;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.Control;

namespace OrgPortal.Tests.Properties;

public sealed class EmulatorProperties
{
    [Fact]
    public void Like_agrees_with_the_same_pattern_written_as_a_regular_expression() => Cases.Check(Gen.Select(Texts.From("ab%_\\.", 0, 8), Texts.From("ab%_\\.", 0, 8)), both =>
    {
        var (value, pattern) = both;
        if (pattern.EndsWith('\\'))
        {
            return; // PostgreSQL refuses it.
        }

        Assert.Equal(Regex.IsMatch(value, $@"\A{AsRegex(pattern)}\z", RegexOptions.Singleline), Like.Matches(value, pattern, ignoreCase: false));
    }, costing: 4);

    [Fact]
    public void A_fault_is_read_or_said_to_be_unreadable() => Cases.Check(
        Gen.OneOf<string>(Texts.Any(), Texts.Near("GET /api/organizations/{id}/users 429:5 after x3", "POST /oidc/token delay:200", "PUT /x 500")),
        text =>
        {
            try
            {
                Assert.StartsWith("/", FaultNotation.Parse(text).Route, StringComparison.Ordinal);
            }
            catch (FormatException)
            {
                // Said.
            }
        });

    private static string AsRegex(string pattern)
    {
        var regex = string.Empty;
        for (var i = 0; i < pattern.Length; i++)
        {
            regex += pattern[i] switch
            {
                '%' => ".*",
                '_' => ".",
                '\\' => Regex.Escape(pattern[++i].ToString()),
                var c => Regex.Escape(c.ToString()),
            };
        }

        return regex;
    }
}
