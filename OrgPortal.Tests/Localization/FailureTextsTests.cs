using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Localization;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Localization;

public sealed partial class FailureTextsTests : MudTestContext
{
    public static TheoryData<string> Reasons =>
        [.. typeof(RefusalReasons).GetFields(BindingFlags.Public | BindingFlags.Static).Select(reason => (string)reason.GetRawConstantValue()!)];

    private FailureTexts Texts => Services.GetRequiredService<FailureTexts>();

    private string Unknown => Texts.Describe(new Refused("no_such_reason"));

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_reason_has_words_of_its_own(string reason)
    {
        Assert.NotEqual(Unknown, Texts.Describe(new Refused(reason)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Every_code_that_stands_in_the_source_has_words_in_both_languages(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var words = new ResourceManager(typeof(FailureText)).GetResourceSet(language == "en" ? CultureInfo.InvariantCulture : culture, createIfNotExists: true, tryParents: false)!;

        var codes = CodesInSource();

        Assert.Contains("invitations_per_organization", codes);
        Assert.Contains("field_format", codes);
        Assert.DoesNotContain(codes, code => words.GetString(code) is null);
    }

    [Fact]
    public void Every_kind_of_failure_has_words()
    {
        Failure[] failures = [new SignInRequired(), new ReauthenticationRequired(), new HandOverHalfDone(new Unavailable()), new Forbidden("members.invite"), new NotFound(), new Unavailable(), new Unavailable(TimeSpan.FromSeconds(5)), new LimitReached("some_limit"), new Invalid("name", "required")];

        Assert.DoesNotContain(Unknown, failures.Select(Texts.Describe));
        Assert.Equal(failures.Length, failures.Select(Texts.Describe).Distinct().Count());
    }

    [Fact]
    public void A_reason_without_words_still_gets_a_sentence()
    {
        Assert.StartsWith("This was not done.", Unknown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_names_its_subject()
    {
        Assert.StartsWith("Owner can do more than you can.", Texts.Describe(new Refused(RefusalReasons.AboveOwnPermissions, "Owner")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_permission_is_named_in_words()
    {
        Assert.Contains("\"Invite people\"", Texts.Describe(new Forbidden(OrganizationPermissions.InviteMembers.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_permission_has_a_name()
    {
        var names = Services.GetRequiredService<PermissionTexts>();

        Assert.All(OrganizationPermissions.All, permission => Assert.NotEqual(permission.Key.Value, names.NameOf(permission.Key)));
    }

    [Theory]
    [InlineData(0.2, "Try again in 1 seconds.")]
    [InlineData(20, "Try again in 20 seconds.")]
    [InlineData(600, "Try again in 10 minutes.")]
    [InlineData(70_000, "Try again in 20 hours.")]
    public void When_to_try_again_is_said(double seconds, string expected)
    {
        Assert.EndsWith(expected, Texts.Describe(new LimitReached("some_limit", TimeSpan.FromSeconds(seconds))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_finds_its_own_reason()
    {
        var failure = new Invalid([new FieldFailure("name", "too_long"), new FieldFailure("description", "required")]);

        Assert.Equal("This is too long.", Texts.ForField(failure, "name"));
        Assert.Equal("This is needed.", Texts.ForField(failure, "description"));
        Assert.Null(Texts.ForField(failure, "roles"));
        Assert.Null(Texts.ForField(new NotFound(), "name"));
    }

    // Codes are written where a failure is made, or are constants of the classes that make it.
    private static HashSet<string> CodesInSource()
    {
        var sources = SourceTree.Files("OrgPortal.Web", "*.cs").Select(file => file.Text).ToList();
        var failures = from source in sources from Match made in MadeFailure().Matches(source) select made.Groups["code"].Value;
        var fields = from source in sources from Match made in MadeFieldFailure().Matches(source) select "field_" + made.Groups["code"].Value;
        var constants = from source in sources
                        where source.Contains("Refused(", StringComparison.Ordinal) || source.Contains("LimitReached(", StringComparison.Ordinal) || source.Contains("as a failure's code", StringComparison.Ordinal)
                        from Match constant in CodeConstant().Matches(source)
                        select constant.Groups["code"].Value;
        var kinds = from source in sources from Match kind in CodeOfKind().Matches(source) from Match code in QuotedCode().Matches(kind.Value) select code.Groups["code"].Value;
        // Said with the permission's name.
        return [.. failures.Concat(fields).Concat(constants).Concat(kinds).Where(code => code != "forbidden")];
    }

    [GeneratedRegex(@"new (Refused|LimitReached)\(""(?<code>[a-z_]+)""")]
    private static partial Regex MadeFailure();

    [GeneratedRegex(@"new (FieldFailure|Invalid)\(""\w+"", ""(?<code>[a-z_]+)""")]
    private static partial Regex MadeFieldFailure();

    [GeneratedRegex(@"public const string \w+ = ""(?<code>[a-z]+(_[a-z]+)+)"";")]
    private static partial Regex CodeConstant();

    [GeneratedRegex("override string Code => .+;")]
    private static partial Regex CodeOfKind();

    [GeneratedRegex("\"(?<code>[a-z_]+)\"")]
    private static partial Regex QuotedCode();
}
