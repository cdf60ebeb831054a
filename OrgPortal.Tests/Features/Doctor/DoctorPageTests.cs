using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Doctor;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Doctor;

public sealed class DoctorPageTests : MudTestContext
{
    private readonly FakeDoctorService _doctor = new();

    public DoctorPageTests()
    {
        Services.AddSingleton<IDoctorService>(_doctor);
        Services.AddSingleton<DoctorWords>();
        Services.AddSingleton<ReportText>();
        Services.AddSingleton<ReportJson>();
    }

    [Fact]
    public void Lines_stand_there_as_soon_as_they_are_known()
    {
        var page = Render<DoctorPage>();
        Assert.Contains($"Checking: 0 of {CheckIds.InOrder.Count}", page.Markup, StringComparison.Ordinal);

        _doctor.Find(CheckIds.Clock, CheckStatus.Warning, "logto.clock.ahead", 12.0);

        page.WaitForAssertion(() => Assert.Contains("Logto's clock is 12 s ahead of the portal's.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Set the clocks of both machines by NTP", page.Markup, StringComparison.Ordinal);
        Assert.Contains($"Checking: 1 of {CheckIds.InOrder.Count}", page.Markup, StringComparison.Ordinal);
        Assert.All(page.FindAll("button[disabled]").Select(button => button.TextContent.Trim()), words => Assert.StartsWith("Copy", words, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-copy]"));
    }

    [Fact]
    public void At_the_end_it_can_be_copied_as_text_and_as_json()
    {
        var page = Render<DoctorPage>();

        _doctor.End(new CheckResult(CheckIds.RedirectAddress, CheckStatus.Failure, "web.redirect.missing", ["https://portal.example/signin-oidc", "Portal"], TimeSpan.FromMilliseconds(7)));

        page.WaitForAssertion(() => Assert.Contains("1 failed, 0 with a warning, 0 in order, 0 skipped; 1.3 s.", page.Markup, StringComparison.Ordinal));
        var copies = page.FindAll("[data-copy]").Select(button => button.GetAttribute("data-copy")!).ToList();
        Assert.Contains("> Add https://portal.example/signin-oidc to the redirect URIs of “Portal”", copies[0], StringComparison.Ordinal);
        Assert.Contains("\"code\": \"web.redirect.missing\"", copies[1], StringComparison.Ordinal);
        Assert.Equal("Redirect URI", page.Find($"a[href='{DoctorPage.Path}#{CheckIds.RedirectAddress}']").TextContent);
        Assert.Contains("provision --plan", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Checking_again_begins_anew()
    {
        var page = Render<DoctorPage>();
        _doctor.End(new CheckResult(CheckIds.Clock, CheckStatus.Pass, "logto.clock.agree", [0.0], TimeSpan.Zero));
        page.WaitForAssertion(() => Assert.Contains("They differ by 0 s.", page.Markup, StringComparison.Ordinal));

        page.Button("Check again").Click();

        page.WaitForAssertion(() => Assert.Contains("Checking: 0 of", page.Markup, StringComparison.Ordinal));
        Assert.Equal(2, _doctor.Runs);
        Assert.DoesNotContain("They differ by", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void For_everybody_else_there_is_no_page()
    {
        _doctor.Denied = new NotFound();
        var wasNotFound = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => wasNotFound = true;

        Render<DoctorPage>();

        Assert.True(wasNotFound);
    }

    [Fact]
    public void Without_an_answer_from_Logto_it_says_so_and_tries_again()
    {
        _doctor.Denied = new Unavailable();
        var page = Render<DoctorPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".callout")));

        _doctor.Denied = null;
        page.Button("Check again").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".callout")));
    }
}
