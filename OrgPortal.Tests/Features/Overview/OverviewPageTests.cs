using System.Text.Json;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Overview;
using OrgPortal.Web.Features.Security;

namespace OrgPortal.Tests.Features.Overview;

public sealed class OverviewPageTests : OverviewContext
{
    [Fact]
    public void An_organization_with_one_member_is_welcomed_with_the_first_steps()
    {
        Empty();
        var page = Open();

        Assert.Equal("Welcome to Acme", page.Find("h1").Words());
        Assert.Equal("1 of 5 done", page.Find(".card-actions span").Words());
        Assert.Equal(["Create the organization – done", "Invite people – to do", "Set a logo – to do", "Verify a domain – to do", "Require a second factor – to do"], page.FindAll(".setup .list-title").Select(step => step.Words()));
        Assert.Equal(
            [$"/organizations/{House.Acme}/people/invitations?invite=1", $"/organizations/{House.Acme}/settings#branding", $"/organizations/{House.Acme}/settings/domains", $"/organizations/{House.Acme}/settings/second-factor"],
            page.FindAll(".setup a.button").Select(link => link.GetAttribute("href")));
        Assert.Equal(["People 1 Only you so far", "Administrators 1 Only one: nobody can stand in for them"], Figures(page).Take(2));
        Assert.Contains("The portal has no records", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Nothing has happened here yet", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_that_are_done_say_so_and_all_of_them_take_the_card_away()
    {
        SetLogo();
        var page = Open();
        Assert.Equal(["done", "done", "done", "to do", "to do"], page.FindAll(".setup .visually-hidden").Select(state => state.Words().Split(' ')[^1] == "do" ? "to do" : "done"));

        await House.VerifyAsync();
        await Services.GetRequiredService<ISecondFactorService>().RequireAsync(House.Acme, Clock.GetUtcNow().AddDays(7), SecondFactorAcceptance.Administrators);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".setup")));
        Assert.Empty(page.Buttons("Show checklist"));
    }

    [Fact]
    public void Hidden_the_checklist_stays_away_for_this_person_here_and_comes_back_when_it_is_wanted()
    {
        var page = Open();

        page.Button("Hide checklist").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".setup")));
        var cookie = Assert.Single(JSInterop.Invocations["orgPortal.keep"]).Arguments[1]!.ToString();
        Assert.Contains(JSInterop.Invocations["orgPortal.focusWithin"], call => Equals(call.Arguments[1], "[data-checklist]"));
        Toasts.WaitForAssertion(() => Assert.Contains("The checklist is hidden", Toasts.Markup, StringComparison.Ordinal));

        // The next page begins with what the browser has kept.
        Services.GetRequiredService<KeptChoices>().Begin(cookie);
        var again = Open();
        Assert.Empty(again.FindAll(".setup"));
        again.Button("Show checklist").Click();
        again.WaitForAssertion(() => Assert.NotEmpty(again.FindAll(".setup")));

        Services.GetRequiredService<KeptChoices>().Begin(cookie);
        LookAs(House.Sam);
        Assert.NotEmpty(Open().FindAll(".setup"));
    }

    [Fact]
    public void An_old_organization_shows_the_steps_only_to_whoever_asks_for_them()
    {
        Age(31);
        var page = Open();

        Assert.Equal("Overview", page.Find("h1").Words());
        Assert.Empty(page.FindAll(".setup"));
        Assert.NotEmpty(page.Buttons("Show checklist"));
    }

    [Fact]
    public void Whoever_cannot_do_a_step_is_told_what_is_missing_and_whoever_can_do_none_is_not_bothered()
    {
        LookAs(House.Ina);
        var page = Open();
        Assert.Equal(["Set logo", "Verify domain", "Choose a day"], page.FindAll(".setup button[aria-disabled=true]").Select(button => button.Words()));

        LookAs(House.Bob);
        Assert.Empty(Open().FindAll(".setup"));
    }

    [Fact]
    public async Task Figures_tell_what_this_person_may_know()
    {
        Logto.AddInvitation(House.Acme, "new@acme.example", House.Alice, null, House.Member);
        Logto.SecondFactors.Add((House.Alice, "Totp"));
        await House.VerifyAsync(DomainEnrolment.Ask);
        await RecordAsync(3, AuditActions.AcceptInvitation);

        Assert.Equal(
            [
                "People 4 1 joined in the last 30 days",
                "Administrators 1 Only one: nobody can stand in for them",
                "Open invitations 1 Waiting for an answer",
                "Requests to join 0 Nobody is waiting",
                "Your second factor On Authenticator app",
                "Verified domains 1 Proven to be yours",
                "Second factor of members Optional Not counted yet who has one",
            ],
            Figures(Open()));

        LookAs(House.Bob);
        Logto.AddMember(House.Acme, House.Sam, House.Admin);
        var page = Open();
        Assert.Equal(["People", "Administrators", "Your second factor"], page.FindAll(".figure-label").Select(label => label.Words()));
        Assert.Equal("Your sign-in has no second step", page.Find(".figure-note.tone-warning").Words());
        Assert.Contains("Who can help?", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".timeline"));
    }

    [Fact]
    public async Task The_line_says_in_words_what_it_draws_and_the_numbers_stand_in_a_table()
    {
        await RecordAsync(20, AuditActions.AddDomain);
        await RecordAsync(10.5, AuditActions.AcceptInvitation);
        await RecordAsync(5.5, AuditActions.UseJoinLink);
        await RecordAsync(2.5, AuditActions.LeaveOrganization);

        var page = Open();

        Assert.Equal("From 3 people on 3 Nov 2026 to 4 people today: 2 joined, 1 left.", page.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal("Known since 3 Nov 2026, when the portal's records begin.", page.Find(".chart ~ p").Words());
        var numbers = page.FindAll(".chart-table tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.Words()))).ToList();
        Assert.Equal(("23 Nov 2026 4", "3 Nov 2026 3"), (numbers[0], numbers[^1]));
        Assert.InRange(numbers.Count, 5, 14);
        Assert.Equal(numbers.Count, page.FindAll(".chart-days span[data-tip]").Count);
        Assert.Equal("3 Nov 2026: 3 people", page.Find(".chart-days span").GetAttribute("data-tip"));
    }

    [Fact]
    public async Task What_happened_last_stands_there_in_the_words_of_the_audit_log()
    {
        for (var i = 0; i < 7; i++)
        {
            await RecordAsync(7 - i, AuditActions.RemoveMember, $"Person {i}");
        }

        var page = Open();

        Assert.Equal(5, page.FindAll(".timeline li").Count);
        Assert.StartsWith("Remove member · Person 6 Alice Adams", page.Find(".timeline li").Words(), StringComparison.Ordinal);
        Assert.Equal($"/organizations/{House.Acme}/audit", page.FindAll(".card-actions a").Select(link => link.GetAttribute("href")).Last());
    }

    [Fact]
    public void What_happens_is_there_without_a_click_and_only_what_it_concerns_is_read()
    {
        var page = Open();
        Logto.Calls.Clear();
        Logto.AddMember(House.Acme, House.Dave, House.Member);

        House.Events.Publish(new MembersChanged(House.Acme, House.Dave));

        page.WaitForAssertion(() => Assert.StartsWith("People 5", Figures(page)[0], StringComparison.Ordinal));
        Assert.Equal(["IOrganizationMembersClient.ListAsync"], Logto.Calls.Made.Where(call => call.StartsWith("IOrganization", StringComparison.Ordinal) && !call.EndsWith("RolesClient.ListAsync", StringComparison.Ordinal) && !call.EndsWith("ListScopesAsync", StringComparison.Ordinal)));

        Logto.Calls.Clear();
        House.Events.Publish(new AuditRecorded(House.Acme));
        Assert.Empty(Logto.Calls.Made);
    }

    [Fact]
    public void A_part_that_cannot_be_read_leaves_the_others_and_can_be_tried_again()
    {
        Logto.Calls.Fail("IUsersClient.ListSecondFactorsAsync", FakeLogtoCalls.Outage());
        var page = Open();
        Assert.Contains("Your second factor – Could not be read just now.", Figures(page));
        Assert.StartsWith("People 4", Figures(page)[0], StringComparison.Ordinal);

        page.Button("Try again").Click();

        page.WaitForAssertion(() => Assert.Contains("Your second factor Off Your sign-in has no second step", Figures(page)));
        Assert.Empty(page.FindAll(".callout"));
        Assert.Equal(1, Logto.Calls.CountOf("IOrganizationsClient.GetAsync"));
    }

    [Fact]
    public void Until_it_is_read_the_places_are_kept()
    {
        var answer = Logto.Calls.Hold("IOrganizationsClient.GetAsync");
        var page = Open();

        Assert.Equal(3, page.FindAll(".figure .bar-skeleton:first-child").Count / 3);
        Assert.Equal("true", page.Find(".overview").GetAttribute("aria-busy"));

        var steps = page.FindAll(".setup > li").Count;

        answer.SetResult();
        page.WaitForAssertion(() => Assert.StartsWith("People 4", Figures(page)[0], StringComparison.Ordinal));
        Assert.Null(page.Find(".overview").GetAttribute("aria-busy"));
        Assert.Equal(page.FindAll(".setup > li").Count, steps);
    }

    [Fact]
    public void Until_the_shell_knows_the_rights_the_first_steps_keep_their_place()
    {
        _ = Access();
        var page = Render<OverviewPage>(parameters => parameters.Add(one => one.OrganizationId, House.Acme.Value));

        page.WaitForAssertion(() => Assert.StartsWith("People 4", Figures(page)[0], StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll(".setup > li .bar-skeleton"));
    }

    [Fact]
    public void The_first_steps_get_no_place_where_they_were_not_shown_last_time()
    {
        Age(31);
        Open();
        Services.GetRequiredService<KeptChoices>().Begin(JSInterop.Invocations["orgPortal.keep"][^1].Arguments[1]!.ToString());
        var answer = Logto.Calls.Hold("IOrganizationsClient.GetAsync");

        Assert.Empty(Open().FindAll(".setup"));

        answer.SetResult();
    }

    [Fact]
    public async Task What_was_prerendered_survives_the_way_to_the_circuit()
    {
        await House.VerifyAsync(DomainEnrolment.Ask);
        await RecordAsync(3, AuditActions.AcceptInvitation);
        var snapshot = new OverviewSnapshot(House.Acme, await ReadAsync(), Clock.GetUtcNow());

        var arrived = JsonSerializer.Deserialize<OverviewSnapshot>(JsonSerializer.Serialize(snapshot, JsonSerializerOptions.Web), JsonSerializerOptions.Web)!;

        Assert.Equal(JsonSerializer.Serialize(snapshot), JsonSerializer.Serialize(arrived));
        Assert.InRange(JsonSerializer.Serialize(snapshot).Length, 100, 6000);
    }

    private static IReadOnlyList<string> Figures(IRenderedComponent<OverviewPage> page) => [.. page.FindAll(".figure").Select(figure => figure.Words())];
}
