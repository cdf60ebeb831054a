using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Localization;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Localization;

public sealed class FailureTextsTests : MudTestContext
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
}
