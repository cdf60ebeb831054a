using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Domains;

namespace OrgPortal.Tests.Features.Domains;

public sealed class DomainsPageTests : DomainPagesContext
{
    [Fact]
    public void Nothing_yet_says_what_a_domain_is_good_for_and_leads_to_adding_one()
    {
        var page = Open();
        Assert.Equal("No domains yet", page.Find(".empty-title").Words());

        page.Button("Add domain").Click();
        Dialogs.WaitForAssertion(() => Dialogs.Find("input").Input("Acme.example"));
        Dialogs.Button("Add domain").Click();

        page.WaitForAssertion(() => Assert.Equal("acme.example", page.Find(".card h2").Words()));
        Assert.Equal("Not verified", page.Find(".pill").Words());
        Assert.Equal(
            ["TXT", "_orgportal-challenge.acme.example", House.ValueOf(House.Acme)],
            page.FindAll(".dns-record code").Select(code => code.Words()));
        Assert.Contains("Nobody has looked", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_added_says_why_beside_the_field()
    {
        var page = Open();
        page.Button("Add domain").Click();
        Dialogs.WaitForAssertion(() => Dialogs.Find("input").Input("gmail.com"));
        Dialogs.Button("Add domain").Click();

        Dialogs.WaitForAssertion(() => Assert.StartsWith("Anybody can get an address of this mail provider", Dialogs.Find(".field-error").Words(), StringComparison.Ordinal));
        Assert.Equal("gmail.com", Dialogs.Find("input").GetAttribute("value"));
    }

    [Fact]
    public async Task Each_answer_of_DNS_has_its_words_until_it_is_verified()
    {
        await House.Service.AddAsync(House.Acme, "acme.example");
        var page = Open();

        Look(page);
        page.WaitForAssertion(() => Assert.Equal("Not found yet.", page.Find(".callout-title").Words()));
        House.Dns.Records["acme.example"] = ["other"];
        Look(page);
        page.WaitForAssertion(() => Assert.Equal("Found another value.", page.Find(".callout-title").Words()));
        House.Dns.IsSilent = true;
        Look(page);
        page.WaitForAssertion(() => Assert.Equal("DNS did not answer.", page.Find(".callout-title").Words()));
        House.Dns.IsSilent = false;
        House.Dns.Records["acme.example"].Add(House.ValueOf(House.Acme));
        Look(page);

        page.WaitForAssertion(() => Assert.Equal("Verified", page.Find(".pill").Words()));
        Toasts.WaitForAssertion(() => Assert.Contains("acme.example is verified", Toasts.Markup, StringComparison.Ordinal));
        Assert.Equal(["Do nothing", "Let them ask, an administrator approves", "Add them automatically when they sign up"], page.FindAll(".choice-name").Select(name => name.Words()));
    }

    [Fact]
    public async Task Letting_people_ask_is_saved_at_once()
    {
        await House.VerifyAsync();
        var page = Open();

        page.FindAll(".choice input")[1].Change(true);

        page.WaitForAssertion(() => Assert.Equal(DomainStates.Ask, House.Row(House.Acme)!.Enrolment));
        page.WaitForAssertion(() => Assert.Contains("is-chosen", page.FindAll(".choice")[1].ClassName!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Joining_automatically_asks_for_the_roles_first_and_cancelling_leaves_it()
    {
        await House.VerifyAsync();
        var page = Open();

        page.FindAll(".choice input")[2].Change(true);
        Dialogs.Button("Cancel").Click();
        page.WaitForAssertion(() => Assert.Contains("is-chosen", page.FindAll(".choice")[0].ClassName!, StringComparison.Ordinal));
        Assert.Empty(House.Logto.JustInTimeDomains);

        page.FindAll(".choice input")[2].Change(true);
        Dialogs.Button("Add people automatically").Click();

        page.WaitForAssertion(() => Assert.Contains("They join as member.", page.Markup, StringComparison.Ordinal));
        Assert.Equal([(House.Acme, House.Member)], House.Logto.JustInTimeRoles);
    }

    [Fact]
    public async Task Where_addresses_prove_nothing_the_choices_say_why_they_are_locked()
    {
        await House.VerifyAsync();
        House.Logto.VerifiesAddresses = false;
        var page = Open();

        Assert.Equal(2, page.FindAll(".choice.is-locked").Count);
        Assert.Contains("Sign-up does not verify addresses here", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_asks_first_and_says_what_it_means()
    {
        await House.VerifyAsync(DomainEnrolment.Ask);
        var page = Open();

        page.Button("Actions for acme.example").Click();
        page.MenuItem("Remove").Click();
        Dialogs.WaitForAssertion(() => Assert.Contains("Nobody joins by this domain any more", Dialogs.Markup, StringComparison.Ordinal));
        Dialogs.Button("Remove acme.example").Click();

        page.WaitForAssertion(() => Assert.Equal("No domains yet", page.Find(".empty-title").Words()));
        Assert.Null(House.Row(House.Acme));
    }

    [Fact]
    public async Task A_record_that_is_gone_is_told_with_the_day_it_ends()
    {
        await House.VerifyAsync(DomainEnrolment.Ask);
        House.Dns.Records.Clear();
        House.Clock.Advance(TimeSpan.FromDays(7));
        await House.RecheckAsync();
        Clock.Advance(TimeSpan.FromDays(7));

        var page = Open();

        Assert.Equal("Record missing", page.Find(".pill").Words());
        Assert.Equal("The record of acme.example is gone.", page.Find(".callout-title").Words());
        Assert.NotEmpty(page.FindAll(".dns-record"));
        Assert.NotEmpty(page.FindAll(".choice"));
    }

    [Fact]
    public async Task What_somebody_else_does_appears_by_itself()
    {
        await House.VerifyAsync();
        var page = Open();

        await House.Service.RemoveAsync(House.Acme, "acme.example");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".empty-title")));
    }

    [Fact]
    public void Whoever_may_not_see_them_is_told_which_permission_it_takes()
    {
        LookAs(House.Bob);

        var page = Open();

        Assert.Contains("Manage sign-in security", page.Find(".empty-state").Words(), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".card"));
    }

    private IRenderedComponent<DomainsPage> Open()
    {
        Navigation.NavigateTo(DomainPaths.Domains(House.Acme));
        return Render<DomainsPage>(parameters => parameters.Add(page => page.OrganizationId, House.Acme.Value).AddCascadingValue(Access()));
    }

    private void Look(IRenderedComponent<DomainsPage> page)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        page.Button("Check now").Click();
    }
}
