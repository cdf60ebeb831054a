using System.Net;
using Microsoft.Extensions.Options;
using OrgPortal.Tests.Support;
using OrgPortal.Web.App.Theme;
using OrgPortal.Web.Components;
using OrgPortal.Tests.Images;

namespace OrgPortal.Tests.App;

public sealed class BrandTests : IDisposable
{
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("orgportal-brand-");

    public void Dispose() => _files.Delete(recursive: true);

    [Fact]
    public async Task The_deployers_name_logo_and_accent_stand_on_every_page()
    {
        var logo = Write("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions
        {
            Settings = { ["Portal:Brand:Name"] = "Acme Teams", ["Portal:Brand:LogoFile"] = logo, ["Portal:Brand:Accent"] = "#0b6e4f" },
        });
        using var browser = portal.Browse();

        var page = await browser.GoAsync("/signed-out");
        var brand = page.Document.QuerySelector("a.brand")!;
        using var picture = await browser.GetOnceAsync(brand.QuerySelector("img")!.GetAttribute("src")!);

        Assert.Equal("Acme Teams", brand.TextContent.Trim());
        Assert.EndsWith(" - Acme Teams", page.Document.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("OrgPortal", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("--accent:light-dark(#0b6e4f,", page.Document.QuerySelector("head style")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (picture.StatusCode, picture.Content.Headers.ContentType?.MediaType));
        Assert.Contains("default-src 'none'; style-src 'unsafe-inline'; sandbox", picture.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal("nosniff", picture.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Without_settings_it_is_the_portals_own()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = portal.Browse();

        var page = await browser.GoAsync("/signed-out");
        using var none = await browser.GetOnceAsync("/brand/logo");

        Assert.Equal("OrgPortal", page.Document.QuerySelector("a.brand")!.TextContent.Trim());
        Assert.EndsWith(" - OrgPortal", page.Document.Title, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("head style"));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public void What_is_right_is_accepted() => Assert.True(Check(new BrandOptions
    {
        Name = "云杉",
        LogoFile = Write("logo.PNG", "x"),
        Accent = "#4450d4",
    }).Succeeded);

    [Fact]
    public void A_name_that_cannot_stand_at_the_head_of_a_page_is_told()
    {
        Assert.All(new[] { "", " ", new string('a', 61), "Acme\u202E", "A\nB" }, name => Told("Portal:Brand:Name", new BrandOptions { Name = name }));
    }

    [Theory]
    [InlineData("green", "which is no colour")]
    [InlineData("0b6e4f", "which is no colour")]
    [InlineData("#ffcc00", "a contrast of 1.5 to 1")]
    [InlineData("#777777", "a contrast of 4.4 to 1")]
    public void An_accent_on_which_white_cannot_be_read_is_told_with_its_contrast(string accent, string words) => Told(words, new BrandOptions { Accent = accent });

    [Fact]
    public void A_logo_that_cannot_be_shown_is_told()
    {
        Told("which is no svg, png, webp, jpg or gif", new BrandOptions { LogoFile = Write("logo.txt", "x") });
        Told("there is no such file", new BrandOptions { LogoFile = Path.Combine(_files.FullName, "gone.png") });
        Told("more than 256 KB", new BrandOptions { LogoFile = Write("large.png", new string('x', (256 * 1024) + 1)) });
        Told("both set", new BrandOptions { LogoFile = Write("logo.png", "x"), LogoUrl = "https://acme.example/logo.png" });
        Told("no address of a picture", new BrandOptions { LogoUrl = "http://me:secret@acme.example/logo.png" });
    }

    [Fact]
    public void MudBlazors_theme_has_the_accent_too()
    {
        Assert.True(RgbColor.TryParse("#0b6e4f", out var accent));
        var tones = AccentTones.Of(accent);

        var theme = PortalTheme.With(tones);

        Assert.Equal(new MudBlazor.Utilities.MudColor("#0b6e4f"), theme.PaletteLight.Primary);
        Assert.Equal(new MudBlazor.Utilities.MudColor(tones.DarkText.ToString()), theme.PaletteDark.Info);
        Assert.Same(theme, PortalTheme.With(AccentTones.Of(accent)));
        Assert.Same(PortalTheme.Theme, PortalTheme.With(null));
    }

    private static void Told(string words, BrandOptions options)
    {
        var told = Check(options).FailureMessage;
        Assert.Contains(words, told, StringComparison.Ordinal);
        Assert.Contains("Portal:Brand:", told, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told, StringComparison.Ordinal);
    }

    private static ValidateOptionsResult Check(BrandOptions options) => new BrandOptionsValidator(new FakeEnvironment("Production")).Validate(null, options);

    private string Write(string name, string content)
    {
        var path = Path.Combine(_files.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
