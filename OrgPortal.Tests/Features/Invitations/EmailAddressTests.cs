using System.Text;
using System.Text.RegularExpressions;
using OrgPortal.Web.Features.Invitations;

namespace OrgPortal.Tests.Features.Invitations;

public sealed partial class EmailAddressTests
{
    [Theory]
    [InlineData("Bob@Example.COM", "bob@example.com")]
    [InlineData("  ada@example.com\t", "ada@example.com")]
    [InlineData("o'hara@example.com", "o'hara@example.com")]
    [InlineData("first.last+tag_1-@sub.example.co", "first.last+tag_1-@sub.example.co")]
    [InlineData("a@b-.xy", "a@b-.xy")]
    public void An_address_is_trimmed_and_lower_cased(string text, string expected)
    {
        Assert.True(EmailAddress.TryParse(text, out var address));
        Assert.Equal(expected, address.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kenji@acme")]
    [InlineData("no-at.example.com")]
    [InlineData(".ada@example.com")]
    [InlineData("ada.@example.com")]
    [InlineData("ada'@example.com")]
    [InlineData("a..da@example.com")]
    [InlineData("ada@-example.com")]
    [InlineData("ada@example..com")]
    [InlineData("ada@.example.com")]
    [InlineData("ada@example.c")]
    [InlineData("ada@example.c0m")]
    [InlineData("ada@example.com\nbcc: eve@example.com")]
    [InlineData("ada@exa mple.com")]
    [InlineData("ada@eve@example.com")]
    [InlineData("\"ada\"@example.com")]
    [InlineData("ada/../eve@example.com")]
    [InlineData("ädä@example.com")]
    [InlineData("ada@exämple.com")]
    [InlineData("ada@example.рф")]
    [InlineData("\u212Aa@example.com")]
    [InlineData("ada@example.com\u0000")]
    public void What_Logto_refuses_is_no_address(string? text) => Assert.False(EmailAddress.TryParse(text, out _));

    [Fact]
    public void The_longest_address_fits_the_column()
    {
        var domain = string.Concat(Enumerable.Repeat("abcdefg.", 31)) + "com";
        var longest = new string('a', EmailAddress.MaxLength - domain.Length - 1) + "@" + domain;

        Assert.Equal(EmailAddress.MaxLength, longest.Length);
        Assert.True(EmailAddress.TryParse(longest, out _));
        Assert.False(EmailAddress.TryParse("a" + longest, out _));
    }

    [Theory]
    [InlineData("kei.nakamura@partner.example", "k•••••••a@partner.example")]
    [InlineData("kn@partner.example", "k•••••••@partner.example")]
    [InlineData("k@partner.example", "k•••••••@partner.example")]
    [InlineData("kei@partner.example", "k•••••••i@partner.example")]
    public void A_masked_address_tells_no_more_than_its_ends(string text, string expected)
    {
        Assert.True(EmailAddress.TryParse(text, out var address));
        Assert.Equal(expected, address.Masked);
    }

    [Theory]
    [InlineData("Bob@example.com", " bob@EXAMPLE.com ", true)]
    [InlineData("bob@example.com", "bobby@example.com", false)]
    [InlineData("bob@example.com", "bob+1@example.com", false)]
    [InlineData(null, null, false)]
    [InlineData("", "", false)]
    [InlineData("not an address", "not an address", false)]
    public void The_same_address_is_the_same_whatever_its_case(string? one, string? other, bool same) =>
        Assert.Equal(same, EmailAddress.AreSame(one, other));

    [Fact]
    public void The_reading_agrees_with_the_documented_pattern_on_random_texts()
    {
        var random = new Random(20261123);
        const string Letters = "aZ9_'+-..@@-a.b.com§ ";
        var accepted = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(3, 14); length > 0; length--)
            {
                text.Append(Letters[random.Next(Letters.Length)]);
            }

            var candidate = (random.Next(2) == 0 ? text.ToString() : text + "@a.de").Trim();
            var expected = Pattern().IsMatch(candidate);
            accepted += expected ? 1 : 0;
            Assert.True(EmailAddress.TryParse(candidate, out _) == expected, candidate);
        }

        Assert.True(accepted > 1_000, "The texts must not all be refused.");
    }

    [GeneratedRegex(@"\A(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+\-]@([A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}\z")]
    private static partial Regex Pattern();
}
