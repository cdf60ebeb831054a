using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Organizations;

public sealed class OrganizationBrandTests : IDisposable
{
    private static readonly OrganizationBrand Look = new("https://acme.example/logo.png", null, null, "#0b6e4f", "#2fb58a");

    private readonly OrganizationsHouse _house = new();

    public OrganizationBrandTests() => _house.SignIn(_house.Alice);

    private Organization Acme => _house.Logto.Organizations.Single(one => one.Id == _house.Acme);

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_look_is_changed_recorded_and_announced_and_nothing_else_is_touched()
    {
        var changed = await _house.Service.BrandAsync(_house.Acme, Look);

        Assert.False(changed.IsFailure);
        Assert.Equal(Look, (await _house.Service.GetAsync(_house.Acme)).Value.Brand);
        Assert.Equal(("Acme", "Road-runner supplies"), (Acme.Name, Acme.Description));
        Assert.Equal([new OrganizationChanged(_house.Acme)], _house.Events.Published);
        var record = Assert.Single(_house.Audit.Records);
        Assert.Equal((AuditActions.BrandOrganization, "done", _house.Acme.Value), (record.Action, record.Outcome, record.TargetId));
        Assert.Equal((new OrganizationBrand(), Look), (record.Act.Before, record.Act.After));
    }

    [Fact]
    public async Task What_the_portal_does_not_show_is_taken_along()
    {
        _house.Logto.Organizations[0] = Acme with { Branding = new(null, null, null, "https://acme.example/dark.ico"), Color = new(null, true) };

        await _house.Service.BrandAsync(_house.Acme, new OrganizationBrand(PrimaryColor: "#123456"));

        Assert.Equal("https://acme.example/dark.ico", Acme.Branding!.DarkFavicon);
        Assert.Equal(new OrganizationColor("#123456", true), Acme.Color);
    }

    [Fact]
    public async Task A_colour_on_dark_ground_brings_the_dark_page_and_takes_it_away_again()
    {
        await _house.Service.BrandAsync(_house.Acme, Look);
        Assert.True(Acme.Color!.IsDarkModeEnabled);

        await _house.Service.BrandAsync(_house.Acme, Look with { DarkPrimaryColor = null });
        Assert.Null(Acme.Color!.IsDarkModeEnabled);
    }

    [Fact]
    public async Task One_logo_is_for_both_grounds_so_that_the_tenants_is_on_neither()
    {
        await _house.Service.BrandAsync(_house.Acme, new OrganizationBrand("https://acme.example/logo.png"));

        Assert.Equal(new OrganizationBranding("https://acme.example/logo.png", "https://acme.example/logo.png"), Acme.Branding);
        Assert.Equal(new OrganizationBrand("https://acme.example/logo.png"), OrganizationBrand.Of(Acme));
        await _house.Service.BrandAsync(_house.Acme, new OrganizationBrand("https://acme.example/new.png"));
        Assert.Equal("https://acme.example/new.png", Acme.Branding!.DarkLogoUrl);
        await _house.Service.BrandAsync(_house.Acme, new OrganizationBrand());
        Assert.Equal(new OrganizationBranding(), Acme.Branding);
    }

    [Fact]
    public async Task Blanks_go_and_colours_are_written_out()
    {
        await _house.Service.BrandAsync(_house.Acme, new OrganizationBrand(" https://acme.example/logo.png ", " ", "", " ABC ", "0B6E4F"));

        Assert.Equal(new OrganizationBrand("https://acme.example/logo.png", null, null, "#aabbcc", "#0b6e4f"), OrganizationBrand.Of(Acme));
    }

    [Theory]
    [InlineData("http://acme.example/logo.png")]
    [InlineData("https://me:secret@acme.example/logo.png")]
    [InlineData("acme.example/logo.png")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("https://acme.example/my logo.png")]
    [InlineData("https://acme.example/\u202Egol.png")]
    public async Task A_logo_that_is_no_picture_on_the_web_is_refused(string url)
    {
        var refused = await _house.Service.BrandAsync(_house.Acme, new OrganizationBrand(url, url, url));

        Assert.Equal(
            [new FieldFailure("logoUrl", "https_required"), new FieldFailure("darkLogoUrl", "https_required"), new FieldFailure("favicon", "https_required")],
            Assert.IsType<Invalid>(refused.Failure).Fields);
        Assert.Equal(new OrganizationBrand(), OrganizationBrand.Of(Acme));
    }

    [Theory]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#gggggg")]
    [InlineData("#1234567")]
    [InlineData("rgb(1,2,3)")]
    [InlineData("#fff;background:url(https://evil.example)")]
    public async Task What_is_no_colour_is_refused(string color)
    {
        var refused = await _house.Service.BrandAsync(_house.Acme, new OrganizationBrand(PrimaryColor: color, DarkPrimaryColor: color));

        Assert.Equal([new FieldFailure("primaryColor", "invalid_color"), new FieldFailure("darkPrimaryColor", "invalid_color")], Assert.IsType<Invalid>(refused.Failure).Fields);
        Assert.Equal(new OrganizationBrand(), OrganizationBrand.Of(Acme));
    }

    [Fact]
    public async Task An_address_can_be_too_long()
    {
        var refused = await _house.Service.BrandAsync(_house.Acme, new OrganizationBrand("https://acme.example/" + new string('a', OrganizationBrand.LongestUrl)));

        Assert.Equal(new FieldFailure("logoUrl", "too_long"), Assert.Single(Assert.IsType<Invalid>(refused.Failure).Fields));
    }

    [Fact]
    public async Task What_the_operator_set_is_not_found_fault_with()
    {
        _house.Logto.Organizations[0] = Acme with { Branding = new("http://intranet/logo.png") };
        var seen = OrganizationBrand.Of(Acme);

        Assert.False((await _house.Service.BrandAsync(_house.Acme, seen with { PrimaryColor = "#123456" }, seen)).IsFailure);
        Assert.Equal("http://intranet/logo.png", Acme.Branding!.LogoUrl);
    }

    [Fact]
    public async Task Without_the_permission_the_look_stays()
    {
        _house.SignIn(_house.Bob);

        Assert.Equal(new Forbidden("organization.manage"), (await _house.Service.BrandAsync(_house.Acme, Look)).Failure);
        Assert.Equal(new OrganizationBrand(), OrganizationBrand.Of(Acme));
        Assert.Equal("denied", Assert.Single(_house.Audit.Records).Outcome);
    }

    [Fact]
    public async Task From_another_organization_the_look_stays()
    {
        _house.SignIn(_house.Greta);

        Assert.IsType<NotFound>((await _house.Service.BrandAsync(_house.Acme, Look)).Failure);
        Assert.Equal(new OrganizationBrand(), OrganizationBrand.Of(Acme));
    }

    [Fact]
    public async Task A_look_that_is_not_what_the_person_saw_is_not_overwritten()
    {
        var refused = await _house.Service.BrandAsync(_house.Acme, Look, new OrganizationBrand(PrimaryColor: "#ffffff"));

        Assert.Equal(new Refused(RefusalReasons.ChangedMeanwhile), refused.Failure);
        Assert.Equal(new OrganizationBrand(), OrganizationBrand.Of(Acme));
        Assert.Equal("denied", Assert.Single(_house.Audit.Records).Outcome);
    }

    [Fact]
    public async Task When_Logto_fails_the_change_is_on_record_as_failed_and_not_announced()
    {
        _house.Logto.Calls.Fail("IOrganizationsClient.UpdateAsync", FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _house.Service.BrandAsync(_house.Acme, Look)).Failure);
        Assert.Equal("failed", Assert.Single(_house.Audit.Records).Outcome);
        Assert.Empty(_house.Events.Published);
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("locks")]
    public async Task What_cannot_be_recorded_or_locked_is_not_changed(string down)
    {
        (_house.Audit.IsDown, _house.Locks.IsDown) = (down == "audit", down == "locks");

        Assert.IsType<Unavailable>((await _house.Service.BrandAsync(_house.Acme, Look)).Failure);
        Assert.Equal(new OrganizationBrand(), OrganizationBrand.Of(Acme));
    }

    [Fact]
    public async Task With_the_profile_both_change_at_once_or_not_at_all()
    {
        var seen = new OrganizationProfileForm("Acme", "Road-runner supplies", new OrganizationBrand());

        var changed = await _house.Service.UpdateAsync(_house.Acme, seen with { Name = "Acme Corporation", Brand = Look }, seen);
        var late = await _house.Service.UpdateAsync(_house.Acme, seen with { Name = "Acme Limited", Brand = Look }, seen with { Name = "Acme Corporation" });
        var nameOnly = await _house.Service.UpdateAsync(_house.Acme, new OrganizationProfileForm("Acme", "Road-runner supplies"), seen with { Name = "Acme Corporation" });

        Assert.False(changed.IsFailure);
        Assert.Equal(new Refused(RefusalReasons.ChangedMeanwhile), late.Failure);
        Assert.False(nameOnly.IsFailure);
        Assert.Equal(("Acme", Look), (Acme.Name, OrganizationBrand.Of(Acme)));
        Assert.Equal(["done", "denied", "done"], _house.Audit.Records.Select(record => record.Outcome));
    }
}
