using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrgPortal.Tests.Features.Organizations;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Features.Account;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Features.Account;

public sealed class AccountPageTests : OrganizationPagesContext
{
    private readonly Authentication.SessionSetup _sessions = new();

    public AccountPageTests()
    {
        Services.AddAccount();
        Services.AddSingleton<ISessions>(_sessions.Registry);
        Services.AddSingleton<ISessionPeople>(provider => new SessionPeople(_sessions.Store, _sessions.Registry, new OrgPortal.Web.Authentication.Tokens.SessionGates(), provider.GetRequiredService<OrgPortal.Web.Events.ITenantEvents>()));
        User.Person = new Person(House.Alice, "Alice Adams", "alice@acme.example", null, "session");
    }

    [Fact]
    public void Saving_changes_the_name_and_says_so()
    {
        var page = Render<AccountPage>();

        page.Find("input[autocomplete=name]").Input("Alice Ames");
        page.Find("form").Submit();

        Toasts.WaitForAssertion(() => Assert.Contains("Your profile was saved", Toasts.Markup, StringComparison.Ordinal));
        Assert.Equal("Alice Ames", Logto.Users.Single(user => user.Id == House.Alice).Name);
        Assert.Contains("Alice Ames", page.Find(".account-head").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_used_stands_beside_its_field()
    {
        var page = Render<AccountPage>();

        page.Find("input[type=url]").Input("http://pictures.example/a.png");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("beginning with https://", page.Find("[aria-invalid=true]").ParentElement!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Another_language_at_Logto_is_said_and_can_be_changed()
    {
        var alice = Logto.Users.FindIndex(user => user.Id == House.Alice);
        Logto.Users[alice] = Logto.Users[alice] with { Profile = new UserProfile("zh-CN") };
        var page = Render<AccountPage>();
        page.WaitForAssertion(() => Assert.Contains("written to you in 简体中文", page.Markup, StringComparison.Ordinal));

        page.Button("Use English there too").Click();

        page.WaitForAssertion(() => Assert.DoesNotContain("written to you in", page.Markup, StringComparison.Ordinal));
        Assert.Equal("en", Logto.Users[alice].Profile?.Locale);
    }

    [Fact]
    public void The_last_administrator_is_told_why_they_cannot_leave()
    {
        var page = Render<AccountPage>();

        page.Button("Leave Acme").Click();
        Dialogs.Button("Leave Acme").Click();

        Toasts.WaitForAssertion(() => Assert.Contains("at least one administrator", Toasts.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sessions_are_named_and_ended_one_by_one()
    {
        var phone = await _sessions.Registry.BeginAsync(House.Alice, null, [], OrgPortal.Web.Authentication.Tokens.SessionTokens.None, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605 Version/18.0 Mobile Safari/604.1");
        var page = Render<AccountPage>();

        page.Button("Sign out: Safari on iPhone").Click();

        Toasts.WaitForAssertion(() => Assert.Contains("Signed out: Safari on iPhone", Toasts.Markup, StringComparison.Ordinal));
        Assert.Null(await _sessions.Registry.FindAsync(SessionRegistry.KeyOf(phone)));
    }

    [Fact]
    public void When_Logto_does_not_answer_the_page_says_so_and_tries_again()
    {
        Logto.Calls.FailNext(new LogtoUnreachableException("test"));
        var page = Render<AccountPage>();

        page.Button("Try again").Click();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("input[autocomplete=name]")));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36", "Chrome on Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox on Linux")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15", "Safari on macOS")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("curl/8.5.0", "Unknown device")]
    [InlineData(null, "Unknown device")]
    public void A_browser_is_called_by_its_name(string? device, string expected) =>
        Assert.Equal(expected, new DeviceWords(Services.GetRequiredService<IStringLocalizer<AccountText>>()).Describe(device));
}
