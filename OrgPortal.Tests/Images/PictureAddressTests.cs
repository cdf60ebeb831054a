using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Images;

namespace OrgPortal.Tests.Images;

public sealed class PictureAddressTests
{
    private static readonly IOptions<ImageOptions> NoneTrusted = Options.Create(new ImageOptions());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("picture.png")]
    [InlineData("/picture.png")]
    [InlineData("//pictures.example/a.png")]
    [InlineData("http://pictures.example/a.png")]
    [InlineData("https://pictures.example:8443/a.png")]
    [InlineData("https://pictures.example:80/a.png")]
    [InlineData("https://me@pictures.example/a.png")]
    [InlineData("https://me:secret@pictures.example/a.png")]
    [InlineData("https://public.example@127.0.0.1/a.png")]
    [InlineData("https:///a.png")]
    [InlineData("ftp://pictures.example/a.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("javascript:alert(1)")]
    [InlineData("gopher://127.0.0.1:6379/_INFO")]
    [InlineData("https://pictures.example/\u202Ea.png")]
    [InlineData("https://pictures.example/\ra.png")]
    public void Other_schemes_ports_and_user_names_are_no_pictures(string? address) => Assert.Null(In(Environments.Production).Read(address));

    [Fact]
    public void A_picture_on_the_web_is() => Assert.Equal("https://pictures.example/a.png?s=64", In(Environments.Production).Read("https://pictures.example/a.png?s=64")?.AbsoluteUri);

    [Fact]
    public void Too_long_an_address_is_none() => Assert.Null(In(Environments.Production).Read("https://pictures.example/" + new string('a', PictureAddress.Longest)));

    [Fact]
    public void Plain_http_is_for_development()
    {
        Assert.NotNull(In(Environments.Development).Read("http://pictures.example/a.png"));
        Assert.Null(In(Environments.Development).Read("http://pictures.example:8080/a.png"));
        Assert.Null(In(Environments.Staging).Read("http://pictures.example/a.png"));
    }

    [Fact]
    public void What_the_deployer_named_may_be_anywhere_and_nothing_beside_it()
    {
        var options = new ImageOptions();
        options.TrustedOrigins.Add("http://files.internal:9000");
        var addresses = new PictureAddress(Options.Create(options), new FakeEnvironment(Environments.Production));

        Assert.NotNull(addresses.Read("http://files.internal:9000/logo.png"));
        Assert.True(addresses.Trusts("FILES.internal", 9000));
        Assert.Null(addresses.Read("http://files.internal/logo.png"));
        Assert.Null(addresses.Read("http://files.internal:9001/logo.png"));
        Assert.False(addresses.Trusts("files.internal", 443));
        Assert.False(addresses.Trusts("files.internal.example", 9000));
    }

    [Theory]
    [InlineData("files.internal")]
    [InlineData("https://files.internal/logos")]
    [InlineData("https://me@files.internal")]
    [InlineData("ftp://files.internal")]
    public void A_trusted_origin_that_is_none_is_told_at_the_start(string origin)
    {
        var options = new ImageOptions();
        options.TrustedOrigins.Add(origin);

        var checkedOptions = new ImageOptionsValidator().Validate(null, options);

        Assert.Contains("Portal:Images:TrustedOrigins", checkedOptions.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("me@", checkedOptions.FailureMessage, StringComparison.Ordinal);
    }

    private static PictureAddress In(string environment) => new(NoneTrusted, new FakeEnvironment(environment));
}
