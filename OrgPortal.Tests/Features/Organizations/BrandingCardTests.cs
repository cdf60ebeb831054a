using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Features.Organizations;

public sealed class BrandingCardTests : OrganizationPagesContext
{
    public BrandingCardTests() => Services.AddSingleton<IImageSource>(new SomePictures());

    private Organization Acme => Logto.Organizations.Single(one => one.Id == House.Acme);

    [Fact]
    public void The_look_is_saved_and_the_person_is_told()
    {
        var page = Open(House.Alice);

        Field(page, "Logo").Input("https://acme.example/logo.png");
        Field(page, "Colour").Input("#0b6e4f");
        Assert.Equal("Not saved yet.", page.Find("#branding footer [role=status]").Words());
        page.Find("#branding form").Submit();

        page.WaitForAssertion(() => Assert.Equal(("https://acme.example/logo.png", "#0b6e4f"), (Acme.Branding?.LogoUrl, Acme.Color?.PrimaryColor)));
        Toasts.WaitForAssertion(() => Assert.Contains("Saved the branding of Acme", Toasts.Markup, StringComparison.Ordinal));
        Assert.Empty(page.Find("#branding footer [role=status]").Words());
        Assert.Empty(page.FindAll(".callout"));
    }

    [Fact]
    public void What_was_typed_comes_back_and_says_when_somebody_was_faster()
    {
        JSInterop.Setup<string>("orgPortal.drafts.read", call => (string)call.Arguments[1]! == $"{House.Acme}:brand")
            .SetResult("""{"logo":"https://acme.example/new.png","darkLogo":"","favicon":"","color":"","darkColor":"","seen":{"primaryColor":"#123456"}}""");

        var page = Open(House.Alice);

        page.WaitForAssertion(() => Assert.Equal("https://acme.example/new.png", Field(page, "Logo").GetAttribute("value")));
        Assert.Contains("Draft restored", page.Find("#branding .draft").Words(), StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("#branding .callout.tone-warning"));
    }

    [Fact]
    public void Saving_what_has_not_changed_asks_Logto_for_nothing()
    {
        var page = Open(House.Alice);
        Logto.Calls.Clear();

        page.Find("#branding form").Submit();

        Assert.Equal("Nothing has changed.", page.Find("#branding footer [role=status]").Words());
        Assert.Empty(Logto.Calls.Made);
    }

    [Fact]
    public void The_preview_shows_what_is_typed_in_both_themes()
    {
        var page = Open(House.Alice);

        Field(page, "Logo").Input("https://acme.example/logo.png");
        Field(page, "Colour").Input("#0b6e4f");
        Field(page, "Colour on dark ground").Input("#2fb58a");

        page.WaitForAssertion(() => Assert.Equal(["--brand:#0b6e4f", "--brand:#2fb58a"], page.FindAll(".preview-pane").Select(pane => pane.GetAttribute("style"))));
        Assert.Equal(["/images/acme.example/logo.png", "/images/acme.example/logo.png"], page.FindAll(".preview-pane img").Select(image => image.GetAttribute("src")));
        Assert.Equal("How the sign-in page of Acme looks, in the light and in the dark theme", page.Find(".preview-panes").GetAttribute("aria-label"));
    }

    [Fact]
    public void An_address_that_is_being_typed_is_not_asked_for()
    {
        var page = Open(House.Alice);

        Field(page, "Logo").Input("https://acme.example/");
        Field(page, "Logo").Input("https://acme.example/l");

        Assert.Equal(["/images/acme.example/", "/images/acme.example/"], page.FindAll(".preview-pane img").Select(image => image.GetAttribute("src")));
        page.Find("#branding .stack").TriggerEvent("onfocusout", new Microsoft.AspNetCore.Components.Web.FocusEventArgs());
        page.WaitForAssertion(() => Assert.Equal("/images/acme.example/l", page.Find(".preview-pane img").GetAttribute("src")));
    }

    [Theory]
    [InlineData("#ffffff", "1.0")]
    [InlineData("#777777", "4.4")]
    public void A_colour_on_which_white_cannot_be_read_is_warned_of_with_its_contrast(string color, string contrast)
    {
        var page = Open(House.Alice);

        Field(page, "Colour").Input(color);
        page.WaitForAssertion(() => Assert.Contains($"a contrast of {contrast} to 1", page.Find("#branding .callout").Words(), StringComparison.Ordinal));

        Field(page, "Colour").Input("#767676");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#branding .callout")));
    }

    [Fact]
    public void A_logo_that_cannot_be_loaded_is_said_and_may_be_saved_all_the_same()
    {
        var page = Open(House.Alice);

        Field(page, "Logo").Input("https://acme.example/gone.png");

        page.WaitForAssertion(() => Assert.Contains("no picture could be loaded", page.Find("#branding .callout").Words(), StringComparison.Ordinal));
        page.Find("#branding form").Submit();
        page.WaitForAssertion(() => Assert.Equal("https://acme.example/gone.png", Acme.Branding?.LogoUrl));
    }

    [Fact]
    public void A_logo_that_has_gone_since_is_said_at_once()
    {
        Logto.Organizations[0] = Acme with { Branding = new("https://acme.example/gone.png") };

        var page = Open(House.Alice);

        page.WaitForAssertion(() => Assert.Contains("no picture could be loaded", page.Find("#branding .callout").Words(), StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".preview-pane img"));
    }

    [Fact]
    public void What_cannot_be_used_is_said_beside_its_field()
    {
        var page = Open(House.Alice);

        Field(page, "Logo").Input("http://acme.example/logo.png");
        Field(page, "Colour").Input("green");
        page.Find("#branding form").Submit();

        page.WaitForAssertion(() => Assert.Equal(
            ["Enter the whole address of a picture, beginning with https://.", "Enter a colour as # and six digits, such as #4450d4."],
            page.FindAll("#branding .field-error").Select(error => error.Words())));
        Assert.Equal(new OrganizationBrand(), OrganizationBrand.Of(Acme));
    }

    [Fact]
    public void What_somebody_else_saved_meanwhile_is_not_overwritten()
    {
        var page = Open(House.Alice);
        Field(page, "Colour").Input("#0b6e4f");
        Logto.Organizations[0] = Acme with { Color = new("#123456") };

        page.Find("#branding form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Somebody else has changed the look of Acme meanwhile", page.Find("#branding .callout").Words(), StringComparison.Ordinal));
        Assert.Equal("#123456", Acme.Color?.PrimaryColor);
        page.Button("Show theirs").Click();
        page.WaitForAssertion(() => Assert.Equal("#123456", Field(page, "Colour").GetAttribute("value")));
    }

    [Fact]
    public void A_change_of_the_name_meanwhile_does_not_concern_the_look()
    {
        var page = Open(House.Alice);
        Field(page, "Colour").Input("#0b6e4f");
        Logto.Organizations[0] = Acme with { Name = "Theirs" };

        page.Find("#branding form").Submit();

        page.WaitForAssertion(() => Assert.Equal(("Theirs", "#0b6e4f"), (Acme.Name, Acme.Color?.PrimaryColor)));
    }

    [Fact]
    public void When_Logto_fails_what_was_typed_stays()
    {
        Logto.Calls.Fail("IOrganizationsClient.UpdateAsync", FakeLogtoCalls.Outage());
        var page = Open(House.Alice);
        Field(page, "Colour").Input("#0b6e4f");

        page.Find("#branding form").Submit();

        Toasts.WaitForAssertion(() => Assert.NotEmpty(Toasts.FindAll(".toast")));
        Assert.Equal("#0b6e4f", Field(page, "Colour").GetAttribute("value"));
        Assert.Equal("Not saved yet.", page.Find("#branding footer [role=status]").Words());
    }

    [Fact]
    public void Whoever_may_not_change_it_sees_it()
    {
        Logto.Organizations[0] = Acme with { Color = new("#123456") };

        var page = Open(House.Bob);

        Assert.True(Field(page, "Colour").HasAttribute("disabled"));
        Assert.Equal("#123456", Field(page, "Colour").GetAttribute("value"));
        Assert.Equal("true", page.Button("Save branding").GetAttribute("aria-disabled"));
    }

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<SettingsPage> page, string label) =>
        page.FindAll("#branding .field").Single(field => field.QuerySelector(".field-label")!.FirstChild!.TextContent.Trim() == label).QuerySelector("input:not([type=color])")!;

    private IRenderedComponent<SettingsPage> Open(UserId somebody)
    {
        House.SignIn(somebody);
        Navigation.NavigateTo($"/organizations/{House.Acme}/settings");
        return Render<SettingsPage>(parameters => parameters.Add(page => page.OrganizationId, House.Acme.Value).AddCascadingValue(AccessOf(somebody)));
    }

    private sealed class SomePictures : IImageSource
    {
        public string? PathOf(string? url, ImageShape shape, bool isPublic = false) =>
            url?.StartsWith("https://", StringComparison.Ordinal) is true ? "/images/" + url["https://".Length..] : null;

        public Task<bool> CanShowAsync(string? url, CancellationToken cancellationToken = default) => Task.FromResult(url?.Contains("gone", StringComparison.Ordinal) is false);
    }
}
