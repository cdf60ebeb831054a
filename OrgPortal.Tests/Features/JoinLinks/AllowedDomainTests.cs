using OrgPortal.Web.Features.JoinLinks;

namespace OrgPortal.Tests.Features.JoinLinks;

public sealed class AllowedDomainTests
{
    [Theory]
    [InlineData("acme.example", "acme.example")]
    [InlineData(" @ACME.Example ", "acme.example")]
    [InlineData("mail.acme.example", "mail.acme.example")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("BÜCHER.example", "xn--bcher-kva.example")]
    [InlineData("xn--bcher-kva.example", "xn--bcher-kva.example")]
    [InlineData("例え.テスト", "xn--r8jz45g.xn--zckzah")]
    public void However_it_is_written_a_domain_is_one(string typed, string value)
    {
        Assert.True(AllowedDomain.TryParse(typed, out var domain));
        Assert.Equal(value, domain.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("acme")]
    [InlineData("*.acme.example")]
    [InlineData("acme..example")]
    [InlineData("-acme.example")]
    [InlineData("acme.example/path")]
    [InlineData("ada@acme.example")]
    [InlineData("acme.example.")]
    [InlineData("127.0.0.1")]
    [InlineData("acme example.com")]
    public void What_is_no_domain_is_none(string? typed) => Assert.False(AllowedDomain.TryParse(typed, out _));

    [Theory]
    [InlineData("ada@acme.example", "acme.example")]
    [InlineData("Ada@ACME.example", "acme.example")]
    [InlineData("ada@bücher.example", "xn--bcher-kva.example")]
    [InlineData("ada@evil.example@acme.example", "acme.example")]
    [InlineData("@acme.example", null)]
    [InlineData("acme.example", null)]
    [InlineData("ada@acme.example ", null)]
    [InlineData("ada@@acme.example", "acme.example")]
    [InlineData(null, null)]
    public void The_domain_of_an_address_is_what_follows_its_last_at(string? address, string? domain) =>
        Assert.Equal(domain, AllowedDomain.OfAddress(address)?.Value);

    [Fact]
    public void People_read_it_as_they_write_it()
    {
        Assert.True(AllowedDomain.TryParse("xn--bcher-kva.example", out var domain));
        Assert.Equal("bücher.example", domain.Shown);
    }
}
