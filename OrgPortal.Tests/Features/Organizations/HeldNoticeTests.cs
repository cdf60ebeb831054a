using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Features.Organizations.Deletion;

namespace OrgPortal.Tests.Features.Organizations;

public sealed class HeldNoticeTests() : OrganizationPagesContext(("Portal:Deletion:Hold", "7.00:00:00"))
{
    private static readonly DateTimeOffset Until = new(2026, 11, 30, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Whoever_may_restore_it_finds_it_on_the_home_page()
    {
        House.SignIn(House.Alice);
        await House.Service.DeleteAsync(House.Acme, "Acme");

        var home = Render<HomePage>();

        Assert.Equal("Deleted organizations", home.Find("h2:not(.empty-title)").Words());
        Assert.StartsWith("2 people · Removed for good", home.Find(".list-note").Words(), StringComparison.Ordinal);
        Assert.Equal($"/organizations/{House.Acme}", home.Find("[aria-label='Restore Acme']").GetAttribute("href"));
        Assert.Equal("You belong to no organization yet", home.Find(".empty-title").Words());
    }

    [Fact]
    public async Task At_its_address_it_says_until_when_and_is_restored()
    {
        House.SignIn(House.Alice);
        await House.Service.DeleteAsync(House.Acme, "Acme");
        var page = Notice(Until);
        Assert.Equal("Acme is deleted", page.Find("h1").Words());
        Assert.Contains("Mon 30 Nov 2026, 10:00 UTC", page.Find(".empty-state p").Words(), StringComparison.Ordinal);

        page.Button("Restore Acme").Click();

        Toasts.WaitForAssertion(() => Assert.Contains("Restored Acme", Toasts.Markup, StringComparison.Ordinal));
        Assert.False((await House.Service.GetAsync(House.Acme)).IsFailure);
    }

    [Fact]
    public async Task With_an_old_sign_in_restoring_first_asks_who_it_is()
    {
        House.SignIn(House.Alice);
        await House.Service.DeleteAsync(House.Acme, "Acme");
        Clock.Advance(TimeSpan.FromMinutes(11));
        var page = Notice(Until);

        page.Button("Restore Acme").Click();

        Dialogs.WaitForAssertion(() => Assert.Contains("Confirm that it is you", Dialogs.Markup, StringComparison.Ordinal));
        Assert.True((await House.Service.GetAsync(House.Acme)).IsFailure);
    }

    [Fact]
    public void Where_it_is_open_nothing_is_drawn() => Assert.Empty(Notice(null).Markup.Trim());

    [Fact]
    public void The_settings_say_what_deleting_does_and_until_when_it_can_be_taken_back()
    {
        House.SignIn(House.Alice);
        var page = Render<SettingsPage>(parameters => parameters.Add(p => p.OrganizationId, House.Acme.Value).AddCascadingValue(AccessOf(House.Alice)));
        Assert.Contains("The organization closes at once for everybody", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("permanent", page.Markup, StringComparison.Ordinal);

        page.Button("Delete Acme").Click();
        page.WaitForAssertion(() => Assert.Contains("Until Mon 30 Nov 2026, 10:00 UTC", page.Find(".danger-details").Words(), StringComparison.Ordinal));
        page.Find(".danger-details input").Input("Acme");
        page.WaitForAssertion(() => Assert.False(page.Find(".button-danger-filled").HasAttribute("disabled")));
        page.Find(".button-danger-filled").Click();

        Toasts.WaitForAssertion(() => Assert.Contains("Until 30 Nov 2026 you can restore it here", Toasts.Markup, StringComparison.Ordinal));
        Assert.Equal("/", Path);
    }

    private IRenderedComponent<HeldNotice> Notice(DateTimeOffset? until)
    {
        House.User.Person ??= House.User.SignIn(House.Alice);
        return Render<HeldNotice>(parameters => parameters.AddCascadingValue(new OrganizationAccess(House.Acme, "Acme", null, ["admin"], []) { IsClosed = until is not null, RestorableUntil = until }));
    }
}
