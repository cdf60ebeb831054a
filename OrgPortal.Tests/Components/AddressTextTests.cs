using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class AddressTextTests
{
    [Theory]
    [InlineData("a@x.example b@x.example", "a@x.example|b@x.example")]
    [InlineData("a@x.example,b@x.example;c@x.example\nd@x.example\r\n\te@x.example", "a@x.example|b@x.example|c@x.example|d@x.example|e@x.example")]
    [InlineData("a@x.example，b@x.example；c@x.example、d@x.example", "a@x.example|b@x.example|c@x.example|d@x.example")]
    [InlineData("  ,;\n ", "")]
    [InlineData("kenji@acme", "kenji@acme")]
    [InlineData("<a@x.example>", "a@x.example")]
    [InlineData("mailto:a@x.example", "a@x.example")]
    [InlineData("Ana Ferreira <ana@x.example>", "ana@x.example")]
    [InlineData("Ana Ferreira <ana@x.example>, Bob <bob@x.example>", "ana@x.example|bob@x.example")]
    [InlineData("\"Ferreira, Ana\" <ana@x.example>; bob@x.example", "ana@x.example|bob@x.example")]
    [InlineData("\"bob@y.example, Bob\" <bob@x.example>", "bob@x.example")]
    [InlineData("bob@x.example Ana <ana@x.example>", "bob@x.example|ana@x.example")]
    [InlineData("Ana <ana@x.example> bob@x.example", "ana@x.example|bob@x.example")]
    [InlineData("a@x.example, Ana <ana@x.example", "a@x.example|Ana|ana@x.example")]
    public void Addresses_are_found_in_what_people_paste(string text, string expected)
    {
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), AddressText.Parse(text).Select(parsed => parsed.Address));
    }

    [Theory]
    [InlineData("Ana Ferreira <ana@x.example>", "Ana Ferreira")]
    [InlineData("\"Ferreira, Ana\" <ana@x.example>", "Ferreira, Ana")]
    [InlineData("ana@x.example", null)]
    [InlineData("<ana@x.example>", null)]
    public void The_name_before_an_address_is_understood(string text, string? name)
    {
        Assert.Equal(name, Assert.Single(AddressText.Parse(text)).Name);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData(" ")]
    public void A_long_list_is_read_whole(string between)
    {
        var text = string.Join(between, Enumerable.Range(0, 20_000).Select(number => $"person{number}@acme.example"));

        Assert.Equal(20_000, AddressText.Parse(text).Count);
    }

    [Fact]
    public void Nobodys_name_is_longer_than_a_line_of_a_mail_and_so_it_is_not_looked_for()
    {
        var text = $"{new string('a', 2_000)} <ana@x.example>";

        Assert.Equal(["ana@x.example"], AddressText.Parse(text).Select(part => part.Address).Where(AddressText.IsComplete));
    }

    [Theory]
    [InlineData("a@x.example", true)]
    [InlineData("first.last+tag@sub.acme-labs.example", true)]
    [InlineData("jürgen@müller.example", true)]
    [InlineData("kenji@acme", false)]
    [InlineData("@acme.example", false)]
    [InlineData("a@", false)]
    [InlineData("a@@x.example", false)]
    [InlineData("a@b@x.example", false)]
    [InlineData("a b@x.example", false)]
    [InlineData("a@x..example", false)]
    [InlineData("a@-x.example", false)]
    [InlineData("a@x.example.", false)]
    [InlineData(".a@x.example", false)]
    [InlineData("a..b@x.example", false)]
    [InlineData("a\u0000@x.example", false)]
    [InlineData("a\u202E@x.example", false)]
    [InlineData("a\u200B@x.example", false)]
    [InlineData("Ana", false)]
    [InlineData("", false)]
    public void A_complete_address_has_a_name_an_at_and_a_domain(string address, bool complete)
    {
        Assert.Equal(complete, AddressText.IsComplete(address));
    }

    // Not among the cases above: half a character does not survive the way from the test runner.
    [Fact]
    public void Half_a_character_is_no_part_of_an_address() => Assert.False(AddressText.IsComplete("a\uD800@x.example"));

    [Fact]
    public void Lengths_no_mail_server_accepts_are_refused()
    {
        Assert.True(AddressText.IsComplete($"{new string('a', 64)}@x.example"));
        Assert.False(AddressText.IsComplete($"{new string('a', 65)}@x.example"));
        Assert.False(AddressText.IsComplete($"a@{string.Join('.', Enumerable.Repeat(new string('b', 60), 5))}.example"));
    }
}
