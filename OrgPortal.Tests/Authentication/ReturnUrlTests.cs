using OrgPortal.Web.Authentication;

namespace OrgPortal.Tests.Authentication;

public sealed class ReturnUrlTests
{
    private static readonly Uri Portal = new("https://portal.example:8443/");

    [Theory]
    [InlineData("/")]
    [InlineData("/organizations/abc/people/members?page=2&search=a%20b")]
    [InlineData("/invitations/Zm9v_-~")]
    [InlineData("/organizations/new#people")]
    [InlineData("/a?next=https://elsewhere.example")]
    [InlineData("/sign-ins")]
    public void A_path_of_the_portal_is_kept(string value) => Assert.Equal(value, ReturnUrl.From(value).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("organizations")]
    [InlineData("~/organizations")]
    [InlineData("https://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("//evil.example/%2f..")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("\\/evil.example")]
    [InlineData("/a\\b")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("/\r\nLocation: https://evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("/\0/evil.example")]
    [InlineData("/\u007f")]
    [InlineData("/\u2028x")]
    [InlineData("/\uff0fevil.example")]
    [InlineData("/\u00e4")]
    [InlineData("/\ud800")]
    public void Anything_else_is_home(string? value) => Assert.Equal(ReturnUrl.Home, ReturnUrl.From(value));

    [Theory]
    [InlineData("/sign-in?returnUrl=/sign-in")]
    [InlineData("/SIGN-IN/")]
    [InlineData("/sign-out")]
    [InlineData("/signin-oidc?code=x")]
    [InlineData("/%73ign-out")]
    [InlineData("/x/../sign-out")]
    [InlineData("/signed-out#x")]
    public void What_would_lead_round_in_a_circle_is_home(string value) => Assert.Equal(ReturnUrl.Home, ReturnUrl.From(value));

    [Fact]
    public void A_very_long_path_is_home() => Assert.Equal(ReturnUrl.Home, ReturnUrl.From("/" + new string('a', 2048)));

    [Fact]
    public void Home_has_one_value() => Assert.Equal(default, ReturnUrl.From("/"));

    [Fact]
    public void No_input_leaves_the_portal()
    {
        const string alphabet = "/\\/\\..@:?#%&=;,~ \t\r\n\0aeviltps25Ff0cC2%2f%5c\u3002\uff0f\u2044\u202e\ufeff";
        string[] seeds = ["//evil.example", "/\\evil.example", "https://evil.example", "/%09/evil.example", "/a", "http:", "/@evil.example", "/.", "/.."];
        var random = new Random(20261124);
        for (var i = 0; i < 100_000; i++)
        {
            var noise = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var value = random.Next(3) switch
            {
                0 => noise,
                1 => "/" + noise,
                _ => seeds[random.Next(seeds.Length)].Insert(random.Next(3), noise),
            };

            AssertStays(value, ReturnUrl.From(value).Value);
        }
    }

    private static void AssertStays(string input, string output)
    {
        var reached = new Uri(Portal, output);
        // As browsers read it, too: they drop tabs and line breaks, and take a backslash for a slash.
        var asBrowsersDo = new Uri(Portal, output.Replace('\\', '/').Replace("\t", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
        Assert.True(reached.Authority == Portal.Authority && asBrowsersDo.Authority == Portal.Authority && reached.Scheme == "https", $"'{input}' became '{output}'");
        Assert.DoesNotContain(output, c => c is < '!' or > '~');
    }
}
