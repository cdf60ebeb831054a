using CsCheck;
using OrgPortal.Web.Features.JoinLinks;

namespace OrgPortal.Tests.Properties;

public sealed class AllowedDomainProperties
{
    private static readonly Gen<string> Typed = Gen.OneOf<string>(
        Texts.Any(), Texts.Any(300), Texts.Near("acme.example", "@Acme.Example", "bücher.example", "xn--bcher-kva.example", "例え.テスト", "a.b", "-a.example", "acme.example.", "*.acme.example", "1.2.3.4"));

    [Fact]
    public void Whatever_is_typed_is_a_domain_in_plain_letters_or_none() => Cases.Check(Typed, text =>
    {
        if (!AllowedDomain.TryParse(text, out var domain))
        {
            Assert.Equal(string.Empty, domain.Value);
            return;
        }

        Assert.True(domain.Value.Length <= AllowedDomain.MaxLength);
        Assert.All(domain.Value, character => Assert.True(char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '.'));
        Assert.Contains('.', domain.Value);
        Assert.True(AllowedDomain.TryParse(domain.Value, out var again));
        Assert.Equal(domain, again);
        Assert.NotEmpty(domain.Shown);
    });

    [Fact]
    public void An_address_belongs_to_the_domain_after_its_last_at_and_to_no_other() => Cases.Check(Gen.Select(Texts.Any(), Typed), pair =>
    {
        var (local, typed) = pair;
        if (local.Length == 0 || typed.Contains('@', StringComparison.Ordinal) || typed.EndsWith(' ') || !AllowedDomain.TryParse(typed, out var domain))
        {
            return;
        }

        Assert.Equal(domain, AllowedDomain.OfAddress($"{local}@{typed}"));
        Assert.NotEqual(domain, AllowedDomain.OfAddress($"{local}@{typed}.evil.example"));
    });
}
