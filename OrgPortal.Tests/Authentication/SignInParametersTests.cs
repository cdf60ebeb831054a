using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Authentication;

public sealed class SignInParametersTests
{
    [Fact]
    public void A_link_is_read_as_it_was_made()
    {
        var link = new SignInLink
        {
            ReturnUrl = ReturnUrl.From("/invitations/abc?x=1&y=ü%20".Replace("ü", "u", StringComparison.Ordinal)),
            LoginHint = "erin+tag@example.com",
            Register = true,
            SwitchAccount = true,
            MaximumAge = TimeSpan.FromMinutes(10),
            Organization = OrganizationId.Parse("acme12345678", null),
        };

        Assert.Equal(
            new SignInParameters(link.ReturnUrl, link.LoginHint, "register", true, link.MaximumAge, link.Organization),
            Read(link.ToString()));
    }

    [Fact]
    public void A_link_that_asks_for_nothing_is_just_the_path() => Assert.Equal("/sign-in", new SignInLink().ToString());

    [Theory]
    [InlineData("first_screen=../../evil")]
    [InlineData("first_screen=")]
    [InlineData("prompt=none")]
    [InlineData("prompt=login%20none")]
    [InlineData("max_age=-1")]
    [InlineData("max_age=86401")]
    [InlineData("max_age=1e3")]
    [InlineData("organization=a/b")]
    [InlineData("login_hint=a%0d%0ab")]
    [InlineData("returnUrl=%2F%2Fevil.example")]
    [InlineData("redirect_uri=https://evil.example&client_id=other&scope=all")]
    public void What_is_not_understood_is_left_out(string query) =>
        Assert.Equal(new SignInParameters(ReturnUrl.Home, null, null, false, null, null), Read("/sign-in?" + query));

    [Fact]
    public void A_very_long_hint_is_left_out() => Assert.Null(Read("/sign-in?login_hint=" + new string('a', 257)).Hint);

    private static SignInParameters Read(string address) =>
        SignInParameters.Read(new QueryCollection(QueryHelpers.ParseQuery(address[address.IndexOf('?', StringComparison.Ordinal)..])));
}
