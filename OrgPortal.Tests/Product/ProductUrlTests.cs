using CsCheck;
using OrgPortal.Tests.Properties;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Product;

namespace OrgPortal.Tests.Product;

public sealed class ProductUrlTests
{
    private static readonly AllowedPlace[] Places = [Place("https://app.example.com"), Place("https://example.com/app/"), Place("http://localhost:3000"), Place("https://xn--bcher-kva.example:8443")];

    private static readonly Gen<string> Candidates = Gen.OneOf<string>(
        Texts.Any(60),
        Texts.From("/\\.:@?#%2f5ce//\t\n abc", 1, 24).Select(text => "https://app.example.com" + text),
        Texts.Near("https://app.example.com/x?y=1#z", "https://example.com/app/x", "https://example.com/app/../x", "https://app.example.com@evil.example/", "https://app.example.com.evil.example/", "//evil.example"));

    [Theory]
    [InlineData("https://app.example.com", "https://app.example.com/")]
    [InlineData("https://app.example.com/teams/7?tab=people#top", "https://app.example.com/teams/7?tab=people#top")]
    [InlineData("HTTPS://APP.Example.COM:443/A", "https://app.example.com/A")]
    [InlineData("https://example.com/app", "https://example.com/app")]
    [InlineData("https://example.com/app/x?to=https://evil.example", "https://example.com/app/x?to=https://evil.example")]
    [InlineData("http://localhost:3000/cb", "http://localhost:3000/cb")]
    [InlineData("https://xn--bcher-kva.example:8443/", "https://xn--bcher-kva.example:8443/")]
    public void What_lies_where_it_may_is_taken(string asked, string expected) => Assert.Equal(expected, ProductUrl.From(asked, Places)?.Value);

    [Theory]
    // Another host by what stands before it.
    [InlineData("//evil.example")]
    [InlineData("//app.example.com")]
    [InlineData("///app.example.com")]
    [InlineData("/organizations")]
    [InlineData("app.example.com")]
    [InlineData("\\\\evil.example")]
    [InlineData("https:\\\\app.example.com")]
    [InlineData("https:/\\evil.example")]
    [InlineData("https:///app.example.com")]
    [InlineData("https:app.example.com")]
    [InlineData("https:/app.example.com")]
    [InlineData("https://app.example.com\\@evil.example")]
    [InlineData("https://app.example.com\\.evil.example")]
    // A user who looks like a host.
    [InlineData("https://app.example.com@evil.example")]
    [InlineData("https://app.example.com:443@evil.example/")]
    [InlineData("https://user:password@app.example.com/")]
    [InlineData("https://@app.example.com/")]
    [InlineData("https://app.example.com%40evil.example/")]
    // Begins, or ends, like the host.
    [InlineData("https://app.example.com.evil.example")]
    [InlineData("https://app.example.com.")]
    [InlineData("https://app.example.comevil.example")]
    [InlineData("https://evil.example/https://app.example.com")]
    [InlineData("https://evil-app.example.com")]
    [InlineData("https://x.app.example.com")]
    [InlineData("https://example.com")]
    [InlineData("https://app%2eexample.com/")]
    // Looks like it.
    [InlineData("https://\u0430pp.example.com")]
    [InlineData("https://xn--pp-6kc.example.com")]
    [InlineData("https://app.ex\u0430mple.com")]
    [InlineData("https://app\u3002example\u3002com")]
    [InlineData("https://\uFF41pp.example.com")]
    [InlineData("https://b\u00FCcher.example:8443/")]
    // Control characters and blanks.
    [InlineData("https://app.example.com\t.evil.example")]
    [InlineData("https://app.example.com/\r\nLocation: https://evil.example")]
    [InlineData("\thttps://app.example.com")]
    [InlineData(" https://app.example.com")]
    [InlineData("https://app.example.com/\0")]
    [InlineData("https://app.example.com /")]
    [InlineData("https://app.example.com/\u202Emoc.live")]
    [InlineData("https://app.example.com/\u00AD")]
    // Another scheme or port.
    [InlineData("http://app.example.com/")]
    [InlineData("https://app.example.com:8443/")]
    [InlineData("http://localhost/")]
    [InlineData("http://localhost:3001/")]
    [InlineData("javascript://app.example.com/%0aalert(1)")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,https://app.example.com")]
    [InlineData("blob:https://app.example.com/")]
    [InlineData("view-source:https://app.example.com/")]
    [InlineData("ws://app.example.com/")]
    [InlineData("file://app.example.com/")]
    // Out of the path that is allowed.
    [InlineData("https://example.com/")]
    [InlineData("https://example.com/application")]
    [InlineData("https://example.com/app/../admin")]
    [InlineData("https://example.com/app/%2e%2e/admin")]
    [InlineData("https://example.com/app/.%2E/admin")]
    [InlineData("https://example.com/app/..%2fadmin")]
    [InlineData("https://example.com/app/..%5cadmin")]
    [InlineData("https://example.com/APP/x")]
    // Addresses of machines, and nothing.
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://127.0.0.1:3000/")]
    [InlineData("http://[::1]:3000/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://")]
    [InlineData("https://:443/")]
    [InlineData("")]
    [InlineData(null)]
    public void What_lies_elsewhere_is_nothing(string? asked) => Assert.Null(ProductUrl.From(asked, Places));

    [Fact]
    public void Too_long_an_address_is_nothing() => Assert.Null(ProductUrl.From("https://app.example.com/" + new string('a', AllowedPlace.LongestAddress), Places));

    [Fact]
    public void Whatever_is_taken_lies_where_it_may_however_it_is_read() => Cases.Check(Candidates, text =>
    {
        if (ProductUrl.From(text, Places) is not { } taken)
        {
            return;
        }

        Assert.True(taken.Value.All(c => c is > ' ' and <= '~' and not '\\'));
        Assert.Contains(Places, place => taken.Value == place.Origin || taken.Value.StartsWith(place.Origin + "/", StringComparison.Ordinal));
        Assert.Equal(taken, ProductUrl.From(taken.Value, Places));
        var told = taken.Telling(VisitEvent.Left, OrganizationId.Parse("acme", null));
        Assert.Equal(told, ProductUrl.From(told.Value, Places));
    });

    [Theory]
    [InlineData("https://app.example.com/x", "https://app.example.com/x?orgportal_event=joined&organization_id=acme")]
    [InlineData("https://app.example.com/x?a=1&a=2#top", "https://app.example.com/x?a=1&a=2&orgportal_event=joined&organization_id=acme#top")]
    [InlineData("https://app.example.com/?orgportal_event=deleted&Organization_ID=other&b=%26", "https://app.example.com/?b=%26&orgportal_event=joined&organization_id=acme")]
    [InlineData("https://app.example.com/?%6frgportal_event=deleted", "https://app.example.com/?orgportal_event=joined&organization_id=acme")]
    public void What_has_happened_is_told_once_and_by_the_portal(string asked, string expected) =>
        Assert.Equal(expected, ProductUrl.From(asked, Places)!.Telling(VisitEvent.Joined, OrganizationId.Parse("acme", null)).Value);

    private static AllowedPlace Place(string setting) => AllowedPlace.From(setting) ?? throw new ArgumentException("No place.", nameof(setting));
}
