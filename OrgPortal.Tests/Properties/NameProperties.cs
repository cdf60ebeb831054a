using System.Globalization;
using System.Text;
using CsCheck;
using OrgPortal.Web.Features.Organizations;

namespace OrgPortal.Tests.Properties;

public sealed class NameProperties
{
    private static readonly Gen<string> Candidates = Gen.OneOf<string>(
        Texts.Any(), Texts.Any(300),
        Texts.Near("Acme", "Acme GmbH & Co. KG", "\u5B89\u5FB7\u516C\u53F8", "\u0634\u0631\u06A9\u062A", "\uD83D\uDC69\u200D\uD83D\uDCBB Labs", "line one\r\nline two"),
        Texts.From(" \u00A0\u200B\u200D\u2060\u3164\u2800\u034F\uFE0F\u115F", 0, 10));

    private static readonly Gen<string> Ordinary = Texts.From("abcXYZ019 &.,'-\u00E9\u00DF\u0416\u05D0\u0634\u0915\u5B89\u3042\uAC00()/+!", 1, 100);

    [Fact]
    public void An_accepted_name_shows_what_it_is() => Cases.Check(Candidates, text =>
    {
        var name = OrganizationNames.Clean(text);
        Assert.Equal(name, OrganizationNames.Clean(name));
        if (OrganizationNames.Refuse(name, null) is not null)
        {
            return;
        }

        Assert.InRange(name.Length, 1, OrganizationNames.LongestName);
        Assert.True(IsHarmless(name, string.Empty));
        Assert.Contains(name.EnumerateRunes(), rune => Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber);
    });

    [Fact]
    public void An_accepted_description_holds_no_more_than_lines_of_text() => Cases.Check(Candidates, text =>
    {
        var description = OrganizationNames.CleanOrNone(text);
        if (OrganizationNames.Refuse("Acme", description) is null)
        {
            Assert.True(description is null || (description.Length is > 0 and <= OrganizationNames.LongestDescription && IsHarmless(description, "\r\n")));
        }
    });

    [Fact]
    public void Ordinary_names_of_all_scripts_are_accepted() => Cases.Check(Ordinary, text =>
    {
        var name = OrganizationNames.Clean(text);

        Assert.Equal(name.Length > 0, OrganizationNames.Refuse(name, name) is null);
    });

    // Said again in other words: by what browsers do with the characters.
    private static bool IsHarmless(string text, string allowed)
    {
        const string Bidi = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
        const string Hidden = "\u00AD\u180E\u200B\u2060\u2061\u2062\u2063\u2064\u206A\u206B\u206C\u206D\u206E\u206F\uFEFF\u2028\u2029";
        for (var i = 0; i < text.Length; i++)
        {
            var isWhole = !char.IsSurrogate(text[i])
                || (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                || (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]));
            if (!isWhole || Bidi.Contains(text[i]) || Hidden.Contains(text[i]) || (char.IsControl(text[i]) && !allowed.Contains(text[i])))
            {
                return false;
            }
        }

        return true;
    }
}
