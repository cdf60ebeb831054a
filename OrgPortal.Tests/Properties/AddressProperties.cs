using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Invitations;

namespace OrgPortal.Tests.Properties;

public sealed partial class AddressProperties
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n,;\u00A0\u3000\uFF0C\uFF1B\u3001");

    private static readonly Gen<string> Label = Texts.From("abcdefghijklmnopqrstuvwxyz0123456789", 1, 8);
    private static readonly Gen<string> Address = Gen.Select(Label, Label, Label, (local, domain, top) => $"{local}@{domain}.{top}x");

    private static readonly Gen<string> Candidates = Gen.OneOf<string>(
        Texts.Any(),
        Texts.Near("ana@acme.example", "o'hara+tag@sub.acme-labs.example", "\u202Eana@acme.example", "j\u00FCrgen@m\u00FCller.example", "a@b-.xy", " Ana@ACME.Example ", "xn--80ak6aa92e@xn--e1afmkfd.example"),
        Gen.Select(Gen.Int[60, 68], Gen.Int[1, 62], Gen.Int[1, 5], (local, label, labels) => $"{new string('a', local)}@{string.Concat(Enumerable.Repeat(new string('b', label) + ".", labels))}example"),
        Texts.From("aZ9_'+-..@@-a.b.com\u00A7 \u212A\u0130", 3, 16));

    private static readonly Gen<string> Pasted = Gen.OneOf<string>(
        Texts.Any(80),
        Texts.Near("Ana Ferreira <ana@x.example>, \"Doe, Bob\" <bob@x.example>; carl@x.example\r\n<dora@x.example> mailto:erin@x.example"),
        Texts.From("ab@.x <>\"',;\n()", 0, 60));

    [Fact]
    public void Whatever_is_pasted_is_taken_apart() => Cases.Check(Pasted, text =>
    {
        var found = AddressText.Parse(text);

        Assert.All(found, part => Assert.True(part.Address.Length > 0 && !part.Address.AsSpan().ContainsAny(Blanks)));
        Assert.True(found.Sum(part => part.Address.Length) <= text.Length);
        Assert.All(found, part => Assert.Contains(part.Address, text, StringComparison.Ordinal));
        Assert.Equal(text.Contains('@'), found.Any(part => part.Address.Contains('@') || part.Name?.Contains('@') is true));
    });

    [Fact]
    public void What_mail_programs_write_is_read_back_in_order() => Cases.Check(
        Gen.Select(Address, Gen.Int[0, 4], Texts.From("abc ,;@.'-\u00E9\u674E", 0, 12), Texts.From(", ;\n\t\uFF0C\u3001", 0, 2)).Array[0, 8],
        entries =>
        {
            var written = entries.Select(entry => Written(entry.Item1, entry.Item2, entry.Item3) + ',' + entry.Item4);

            var read = AddressText.Parse(string.Concat(written));

            Assert.Equal(entries.Select(entry => entry.Item1), read.Select(part => part.Address));
        });

    [Fact]
    public void A_complete_address_has_nothing_invisible_and_a_length_that_mail_servers_accept() => Cases.Check(Candidates, text =>
    {
        if (!AddressText.IsComplete(text))
        {
            return;
        }

        Assert.InRange(text.Length, 5, 254);
        Assert.InRange(text.IndexOf('@', StringComparison.Ordinal), 1, 64);
        Assert.Single(text, c => c == '@');
        Assert.DoesNotContain(text, c => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate);
    });

    [Fact]
    public void An_address_is_accepted_exactly_when_logto_accepts_it() => Cases.Check(Candidates, text =>
    {
        var trimmed = text.Trim();

        Assert.Equal(trimmed.Length <= EmailAddress.MaxLength && LogtosRule().IsMatch(trimmed), EmailAddress.TryParse(text, out _));
    });

    [Fact]
    public void An_accepted_address_is_plain_and_stays_what_it_is() => Cases.Check(Candidates, text =>
    {
        if (!EmailAddress.TryParse(text, out var address))
        {
            Assert.Equal(string.Empty, address.Value);
            return;
        }

        Assert.All(address.Value, c => Assert.True(char.IsAscii(c) && c > ' ' && !char.IsAsciiLetterUpper(c)));
        Assert.True(EmailAddress.TryParse(address.Value, out var again) && again == address);
        Assert.True(EmailAddress.AreSame(text.ToUpperInvariant(), $" {text.ToLowerInvariant()}\t"));
        Assert.EndsWith(address.Value[address.Value.IndexOf('@', StringComparison.Ordinal)..], address.Masked, StringComparison.Ordinal);
        Assert.True(address.Value.IndexOf('@', StringComparison.Ordinal) < 4 || !address.Masked.Contains(address.Value[..address.Value.IndexOf('@', StringComparison.Ordinal)], StringComparison.Ordinal));
    });

    private static string Written(string address, int form, string name) => form switch
    {
        0 => address,
        1 => $"<{address}>",
        2 => $"\"{name}\" <{address}>",
        3 => $"mailto:{address}",
        _ => $"{string.Concat(name.Where(c => char.IsLetter(c) || c is ' ' or '\'' or '-'))}x <{address}>",
    };

    /// <summary>The rule for e-mail addresses that Logto's guards use, character for character of ASCII.</summary>
    [GeneratedRegex(@"\A(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+\-]@([A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}\z")]
    private static partial Regex LogtosRule();
}
