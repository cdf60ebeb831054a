using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Properties;

public sealed class SignInParameterProperties
{
    private static readonly string[] Names =
        [SignInParameters.ReturnUrl, SignInParameters.LoginHint, SignInParameters.FirstScreen, SignInParameters.Prompt, SignInParameters.MaximumAge, SignInParameters.Organization, "state", "redirect_uri"];

    private static readonly Gen<string> Values = Gen.OneOf<string>(
        Texts.Any(), Texts.Any(300), Texts.Near("/organizations/abc", "erin@example.com", "register", "login", "600", "86401", "-1", "99999999999999999999", "acme12345678"));

    [Fact]
    public void Of_any_query_only_what_is_understood_is_left() => Cases.Check(Gen.Select(Gen.Int[0, Names.Length - 1], Values).Array[0, 8], pairs =>
    {
        var query = new QueryCollection(pairs.GroupBy(pair => Names[pair.Item1]).ToDictionary(group => group.Key, group => new Microsoft.Extensions.Primitives.StringValues([.. group.Select(pair => pair.Item2)])));

        var read = SignInParameters.Read(query);

        Assert.StartsWith("/", read.Return.Value, StringComparison.Ordinal);
        Assert.True(read.Hint is null || (read.Hint.Length is > 0 and <= 256 && !read.Hint.Any(char.IsControl)));
        Assert.True(read.Screen is null or "sign_in" or "register" or "reset_password" or "identifier:sign_in" or "identifier:register" or "single_sign_on");
        Assert.True(read.Age is null || (read.Age >= TimeSpan.Zero && read.Age <= TimeSpan.FromDays(1)));
        Assert.Equal(read.Anew || read.Age is not null, read.IsNeededAnyway);
    });

    [Fact]
    public void A_link_says_what_it_was_made_for() => Cases.Check(
        Gen.Select(Values, Texts.Of(Gen.Char[' ', '~'], 1, 60), Gen.Bool, Gen.Bool, Gen.Int[-1, 86_400], Texts.From("abc019", 1, 12)),
        asked =>
        {
            var (returnUrl, hint, register, again, age, organization) = asked;
            var link = new SignInLink
            {
                ReturnUrl = ReturnUrl.From(returnUrl),
                LoginHint = hint,
                Register = register,
                SwitchAccount = again,
                MaximumAge = age < 0 ? null : TimeSpan.FromSeconds(age),
                Organization = OrganizationId.Parse(organization),
            }.ToString();

            var read = SignInParameters.Read(new QueryCollection(QueryHelpers.ParseQuery(link[link.IndexOf('?', StringComparison.Ordinal)..])));

            Assert.Equal(
                new SignInParameters(ReturnUrl.From(returnUrl), hint, register ? "register" : null, again, age < 0 ? null : TimeSpan.FromSeconds(age), OrganizationId.Parse(organization)),
                read);
        });

    [Fact]
    public void An_error_that_logto_names_has_a_reason_that_people_are_told() => Cases.Check(
        Gen.OneOf<string>(Texts.Any(), Texts.Near("access_denied", "server_error", "temporarily_unavailable", "invalid_request")),
        error =>
        {
            var failure = new InvalidOperationException("Message contains error.") { Data = { ["error"] = error } };

            var link = SignInFailures.LinkTo(SignInFailures.ReasonOf(failure), ReturnUrl.From(error));

            Assert.StartsWith("/sign-in-failed?reason=", link, StringComparison.Ordinal);
            Assert.True(link.All(c => c is > ' ' and <= '~'));
        });
}
