using System.Text.RegularExpressions;
using CsCheck;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Domains.Proofs;

namespace OrgPortal.Tests.Properties;

public sealed partial class DomainProperties
{
    private static readonly Gen<string> Candidates = Gen.OneOf<string>(
        Texts.Any(),
        Texts.Near("acme.example", "B\u00FCcher.example", "xn--bcher-kva.example", "@sub.acme-labs.co.uk.", "\u4F8B\u5B50.\u4E2D\u56FD", "a.b.c.d.example", "192.168.0.1", "\u202Eacme.example"),
        Gen.Select(Gen.Int[60, 66], Gen.Int[1, 4], (label, labels) => $"{string.Concat(Enumerable.Repeat(new string('b', label) + ".", labels))}example"),
        Texts.From("aZ9-_. @\u3002\u212A\u0130\u00DF", 1, 20));

    [Fact]
    public void What_is_accepted_is_a_name_of_DNS_and_fits_everywhere() => Cases.Check(Candidates, text =>
    {
        if (!DomainName.TryParse(text, out var domain))
        {
            Assert.Equal(default, domain);
            return;
        }

        Assert.Matches(Dns(), domain.Value);
        Assert.InRange(domain.Value.Length, 3, DomainName.MaxLength);
        Assert.InRange(DomainChallenge.NameFor(domain).Length, 1, 253);
    });

    [Fact]
    public void What_is_shown_leads_back_to_the_same_domain() => Cases.Check(Candidates, text =>
    {
        if (DomainName.TryParse(text, out var domain))
        {
            Assert.True(DomainName.TryParse(domain.Value, out var again) && again == domain);
            Assert.True(DomainName.TryParse(domain.Readable, out var read) && read == domain, domain.Readable);
        }
    });

    [Fact]
    public void The_domain_of_an_address_is_what_stands_after_its_last_sign() => Cases.Check(Gen.Select(Texts.Any(20), Candidates), pair =>
    {
        var accepted = DomainName.TryParseAddress($"{pair.Item1}x@{pair.Item2}", out var domain);
        var last = pair.Item2[(pair.Item2.LastIndexOf('@') + 1)..];

        Assert.Equal(DomainName.TryParse(last.TrimEnd(), out var expected), accepted);
        Assert.Equal(expected, domain);
    });

    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")]
    private static partial Regex Dns();
}
