using CsCheck;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.SignIn;

namespace OrgPortal.Tests.Properties;

public sealed class ReturnUrlProperties
{
    private static readonly Uri[] Portals = [new("https://portal.example"), new("http://localhost:5080"), new("https://portal.example:8443/sign-in?x=1")];

    private static readonly string[] Circular = ["/sign-in", "/sign-out", "/signed-out", "/sign-in-failed", "/signin-oidc", "/signout-callback-oidc", "/backchannel-logout", "/error", "/not-found"];

    private static readonly string[] Hosts =
        ["evil.example", "evil.example:80", "user@evil.example", "portal.example@evil.example", "portal.example.evil.example", "evil%E3%80%82example", "[::1]", "2130706433", "0x7f.1", "\u2488\u24D4.example", "\uFF45vil.example"];

    /// <summary>What stands before a host, so that a browser goes there instead of to a path.</summary>
    private static readonly string[] Leads =
    [
        "//", "///", "////", "\\\\", "\\/", "/\\", "/\\/", "\\//", "//\\", "http://", "https://", "HTTPS://", "http:/", "https:", "http:\\\\", "ftp://", "ws://", "data://", "file://", "blob:https://", "jar:https://", "view-source:https://",
        "/\t/", "/\n/", "/\r/", "\t//", "\n//", " //", "//\t", "/ /", "/\0/", "\u0000//", "/\u00A0/", "\u200B//", "\uFEFF//", "/\u2044/", "\u2215\u2215", "\uFF0F\uFF0F", "/\uFF0F", "/\u00AD/",
        "javascript://", "java\tscript://", "JaVaScRiPt:", "vbscript:", "data:text/html,", ".//", "..//", "?//", "#//", "@", ":@", "https:///", "https://\\", "%2F%2F", "%5C%5C", "mailto:", "intent://", "about:",
    ];

    private static readonly Gen<string> Candidates = Gen.OneOf<string>(
        Texts.Any(60),
        Texts.From("/\\.:@?#%2f5ce//\t\n abc", 1, 24).Select(text => "/" + text),
        Texts.Near("/organizations/abc123/people/members?page=2", "//evil.example", "/\\evil.example", "/sign-out", "/%73ign-out", "/x/../sign-out", "/..//evil.example", "https://evil.example/", "/.//evil.example"));

    public static TheoryData<string> Payloads => [.. from lead in Leads from host in Hosts select lead + host];

    [Fact]
    public void What_is_accepted_leads_nowhere_else_however_it_is_resolved() => Cases.Check(Candidates, text =>
    {
        if (!ReturnUrl.TryParse(text, null, out var url))
        {
            Assert.Equal(ReturnUrl.Home, url);
            return;
        }

        Assert.Equal(text, url.Value);
        foreach (var portal in Portals)
        {
            var resolved = new Uri(portal, url.Value);
            Assert.Equal(portal.GetLeftPart(UriPartial.Authority), resolved.GetLeftPart(UriPartial.Authority));
            Assert.DoesNotContain(Circular, circular => Uri.UnescapeDataString(resolved.AbsolutePath).TrimEnd('/').Equals(circular, StringComparison.OrdinalIgnoreCase));
        }

        Assert.True(StaysWithBrowsers(url.Value));
    });

    [Fact]
    public void Whatever_comes_in_a_path_goes_out() => Cases.Check(Candidates, text =>
    {
        Assert.All([ReturnUrl.From(text), ReturnUrl.Here(text)], url =>
        {
            Assert.StartsWith("/", url.Value, StringComparison.Ordinal);
            Assert.True(StaysWithBrowsers(url.Value));
            Assert.True(url.Value.All(c => c is > ' ' and <= '~'));
        });
        Assert.Equal(ReturnUrl.From(text), ReturnUrl.From(ReturnUrl.From(text).Value));
    });

    [Fact]
    public void A_path_survives_the_sign_in_link() => Cases.Check(Candidates, text =>
    {
        var link = new SignInLink { ReturnUrl = ReturnUrl.From(text) }.ToString();

        var read = QueryHelpers.ParseQuery(new Uri(Portals[0], link).Query);

        Assert.Equal(ReturnUrl.From(text), ReturnUrl.From(read.TryGetValue("returnUrl", out var value) ? value.ToString() : null));
    });

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Nothing_that_names_a_host_is_a_return_address(string payload)
    {
        Assert.False(ReturnUrl.TryParse(payload, null, out _));
        Assert.False(ReturnUrl.TryParse(payload + "/organizations", null, out _));
    }

    /// <summary>As the URL standard reads a reference: blanks at the ends and tabs and line ends anywhere are dropped, a backslash is a slash, two slashes name a host, and a colon before any slash a scheme.</summary>
    private static bool StaysWithBrowsers(string reference)
    {
        var read = new string([.. reference.Trim([.. Enumerable.Range(0, 0x21).Select(c => (char)c)]).Where(c => c is not ('\t' or '\n' or '\r'))]).Replace('\\', '/');
        return read.StartsWith('/') && !read.StartsWith("//", StringComparison.Ordinal);
    }
}
