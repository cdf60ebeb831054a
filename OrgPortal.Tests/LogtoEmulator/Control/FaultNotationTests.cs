using OrgPortal.LogtoEmulator.Control;

namespace OrgPortal.Tests.LogtoEmulator.Control;

public sealed class FaultNotationTests
{
    [Fact]
    public void A_line_says_method_route_status_and_times()
    {
        var fault = FaultNotation.Parse("get /api/organizations/{id}/users 429:5 after x3");

        Assert.Equal(
            new Fault
            {
                Method = "GET",
                Route = "/api/organizations/{id}/users",
                Status = 429,
                RetryAfter = TimeSpan.FromSeconds(5),
                AfterActing = true,
                Times = 3,
            },
            fault);
    }

    [Theory]
    [InlineData("* /api/** delay:200", FaultKind.Delay, null)]
    [InlineData("* /api/** text", FaultKind.Text, null)]
    [InlineData("* /api/** drop", FaultKind.Drop, null)]
    [InlineData("* /api/** garbage", FaultKind.Garbage, null)]
    [InlineData("* /api/** truncate", FaultKind.Truncate, null)]
    [InlineData("* /api/** 502", FaultKind.Status, 502)]
    public void Every_kind_has_a_word(string text, FaultKind kind, int? status)
    {
        var fault = FaultNotation.Parse(text);

        Assert.Equal((kind, status), (fault.Kind, fault.Status));
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET /api")]
    [InlineData("GET api 500")]
    [InlineData("GET /api burn")]
    [InlineData("GET /api 999")]
    [InlineData("GET /api delay")]
    [InlineData("GET /api 500 twice")]
    public void What_is_no_fault_is_refused_with_the_text_in_the_message(string text)
    {
        Assert.Contains($"\"{text}\"", Assert.Throws<FormatException>(() => FaultNotation.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/organizations/{id}/users", "/api/organizations/abc/users", true)]
    [InlineData("/api/organizations/{id}/users", "/api/organizations/abc/users/def", false)]
    [InlineData("/api/organizations/{id}/users", "/api/organizations/abc", false)]
    [InlineData("/api/**", "/api/organizations/abc", true)]
    [InlineData("/api/**", "/oidc/token", false)]
    [InlineData("/oidc/token", "/OIDC/token", true)]
    public void A_route_fits_the_paths_it_stands_for(string route, string path, bool fits)
    {
        Assert.Equal(fits, RouteText.Fits(route, path));
    }
}
