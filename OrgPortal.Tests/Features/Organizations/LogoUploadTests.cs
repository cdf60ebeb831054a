using OrgPortal.Tests.Images;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Images;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using SkiaSharp;

namespace OrgPortal.Tests.Features.Organizations;

public sealed class LogoUploadTests : IDisposable
{
    private readonly OrganizationsHouse _house = new();

    public LogoUploadTests()
    {
        _house.SignIn(_house.Alice);
        _house.Logto.HasStorage = true;
    }

    private OrganizationBranding Branding => _house.Logto.Organizations.Single(one => one.Id == _house.Acme).Branding!;

    private static byte[] Png => SamplePictures.Halves(8, 4, SKColors.Red, SKColors.Blue);

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_picture_is_made_anew_uploaded_and_set_and_the_rest_of_the_look_stays()
    {
        await _house.Service.BrandAsync(_house.Acme, new OrganizationBrand("https://acme.example/old.png", "https://acme.example/dark.png", PrimaryColor: "#123456"));
        _house.Audit.Records.Clear();
        _house.Events.Published.Clear();

        Assert.Null((await UploadAsync(Png)).Failure);

        var (content, type, name) = Assert.Single(_house.Logto.Uploads);
        Assert.Equal(("image/png", "logo.png"), (type, name));
        Assert.NotEqual(Png, content);
        Assert.Equal(("https://storage.example/1/logo.png", "https://acme.example/dark.png"), (Branding.LogoUrl, Branding.DarkLogoUrl));
        Assert.Equal([new OrganizationChanged(_house.Acme)], _house.Events.Published);
        var record = Assert.Single(_house.Audit.Records);
        Assert.Equal((AuditActions.BrandOrganization, "done"), (record.Action, record.Outcome));
        Assert.Equal("https://storage.example/1/logo.png", Assert.IsType<OrganizationBrand>(record.Act.After).LogoUrl);

        await UploadAsync(Png, isDark: true);
        Assert.Equal("https://storage.example/2/logo.png", Branding.DarkLogoUrl);
        // What came from there is not found fault with when the rest is saved.
        Assert.Null((await _house.Service.BrandAsync(_house.Acme, OrganizationBrand.Of(_house.Logto.Organizations[0]) with { PrimaryColor = "#654321" })).Failure);
    }

    [Fact]
    public async Task What_is_no_picture_too_large_or_empty_is_refused_and_nothing_is_uploaded()
    {
        Assert.Equal("unreadable", Reason(await UploadAsync("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray())));
        Assert.Equal("unreadable", Reason(await UploadAsync(SamplePictures.Gif)));
        Assert.Equal("unreadable", Reason(await UploadAsync(SamplePictures.Bomb(50_000, 50_000))));
        Assert.Equal("unreadable", Reason(await UploadAsync([.. Png[..20]])));
        Assert.Equal("too_large", Reason(await UploadAsync([.. Png, .. new byte[LogoUpload.LargestFile]])));
        Assert.Equal("empty", Reason(await UploadAsync([])));
        Assert.Empty(_house.Logto.Uploads);
        Assert.Empty(_house.Audit.Records);
    }

    [Fact]
    public async Task Without_storage_it_is_said_before_and_refused_all_the_same()
    {
        _house.Logto.HasStorage = false;

        Assert.False((await _house.Service.CanUploadLogosAsync(_house.Acme)).Value);
        Assert.Equal(new Refused(RefusalReasons.StorageNotConfigured), (await UploadAsync(Png)).Failure);
        Assert.Null(Branding.LogoUrl);
    }

    [Fact]
    public async Task Without_the_permission_and_from_another_organization_nothing_is_uploaded()
    {
        _house.SignIn(_house.Bob);
        Assert.Equal(new Forbidden("organization.manage"), (await UploadAsync(Png)).Failure);
        Assert.Equal(new Forbidden("organization.manage"), (await _house.Service.CanUploadLogosAsync(_house.Acme)).Failure);
        _house.SignIn(_house.Greta);
        Assert.IsType<NotFound>((await UploadAsync(Png)).Failure);
        Assert.Empty(_house.Logto.Uploads);
    }

    [Theory]
    [InlineData("IUserAssetsClient.GetStatusAsync", 0)]
    [InlineData("IUserAssetsClient.UploadAsync", 0)]
    [InlineData("IOrganizationsClient.UpdateAsync", 1)]
    public async Task When_Logto_fails_the_logo_stays_as_it_was(string call, int uploads)
    {
        _house.Logto.Calls.Fail(call, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await UploadAsync(Png)).Failure);
        Assert.Equal(uploads, _house.Logto.Uploads.Count);
        Assert.Null(Branding.LogoUrl);
        Assert.DoesNotContain(_house.Audit.Records, record => record.Outcome == "done");
    }

    [Theory]
    [InlineData(2000, 1000, 512, 256)]
    [InlineData(100, 400, 100, 400)]
    public void A_logo_is_a_png_of_at_most_512_pixels_that_keeps_its_shape(int width, int height, int shownWidth, int shownHeight)
    {
        using var made = SKBitmap.Decode(PictureEncoder.EncodeLogo(SamplePictures.Halves(width, height, SKColors.Transparent, SKColors.Blue, SKEncodedImageFormat.Webp)));

        Assert.Equal((shownWidth, shownHeight), (made.Width, made.Height));
        Assert.Equal((0, 255), (made.GetPixel(1, 1).Alpha, made.GetPixel(shownWidth - 2, 1).Blue));
    }

    private static string Reason(Result result) => Assert.Single(Assert.IsType<Invalid>(result.Failure).Fields).Reason;

    private async Task<Result> UploadAsync(byte[] file, bool isDark = false)
    {
        using var stream = new MemoryStream(file);
        return await _house.Service.UploadLogoAsync(_house.Acme, stream, isDark);
    }
}
