using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Web.Authentication.Visits;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Visits;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Visits;

public sealed class VisitPageTests : MudTestContext
{
    private const string Acme = "acme12345678";
    private static readonly UserId Olga = UserId.Parse("olga12345678", null);

    private readonly FakeVisitService _visits = new();
    private readonly FakeOrganizationEvents _events = new();

    public VisitPageTests()
    {
        Services.AddSingleton<IVisitService>(_visits);
        Services.AddSingleton<IOrganizationEvents>(_events);
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void It_says_what_going_inside_means_and_leads_where_it_was_asked_to()
    {
        var page = RenderPage("domains");
        Assert.Contains("After 90 minutes you are outside again.", page.Markup, StringComparison.Ordinal);

        page.Find("textarea").Input(VisitHouse.Reason);
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.EndsWith($"/organizations/{Acme}/settings/domains", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal([VisitHouse.Reason], _visits.Reasons);
    }

    [Fact]
    public void Nowhere_but_to_pages_of_the_organization()
    {
        var page = RenderPage("//evil.example");

        page.Find("textarea").Input(VisitHouse.Reason);
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.EndsWith($"/organizations/{Acme}", Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_wrong_with_a_reason_stands_beside_it()
    {
        _visits.Refused = new Invalid("reason", "too_short");
        var page = RenderPage();

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal("Say a little more.", page.Find(".field-error").TextContent.Trim()));
        Assert.Equal("true", page.Find("textarea").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void Whoever_must_prove_who_they_are_loses_nothing_that_was_typed()
    {
        _visits.Refused = new ReauthenticationRequired();
        var page = RenderPage("members");
        page.Find("textarea").Input(VisitHouse.Reason);

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Go inside Acme", Dialogs.Markup + page.Markup, StringComparison.Ordinal));
        Assert.Equal(VisitHouse.Reason, page.Find("textarea").GetAttribute("value") ?? page.Find("textarea").TextContent);
    }

    [Fact]
    public void Whoever_is_inside_can_go_on_or_leave()
    {
        _visits.InsideUntil = Clock.GetUtcNow().AddMinutes(30);
        var page = RenderPage();
        Assert.Empty(page.FindAll("textarea"));
        Assert.Equal($"/organizations/{Acme}", page.Find("a.button-primary").GetAttribute("href"));

        page.Button("Leave").Click();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("textarea")));
        Assert.Equal(1, _visits.Left);
    }

    [Theory]
    [InlineData(Acme)]
    [InlineData("no id at all")]
    public void For_everybody_else_there_is_no_page(string organization)
    {
        _visits.Denied = new NotFound();
        var wasNotFound = false;
        Navigation.OnNotFound += (_, _) => wasNotFound = true;

        Render<VisitPage>(parameters => parameters.Add(page => page.OrganizationId, organization));

        Assert.True(wasNotFound);
    }

    [Fact]
    public void Above_the_pages_stands_who_is_inside_for_the_operator_and_for_those_who_may_read_the_audit_trail()
    {
        var access = new OrganizationAccess(OrganizationId.Parse(Acme, null), "Acme", null, [], [OrganizationPermissions.ReadAudit]);
        _visits.Visits.Add(new Visit(Guid.NewGuid(), access.Id, Olga, "Olga", VisitHouse.Reason, Clock.GetUtcNow(), Clock.GetUtcNow().AddHours(1)));

        var theirs = RenderNote(access);
        Assert.Contains($"Olga, who runs OrgPortal, is inside this organization until Mon 23 Nov 2026, 11:00 UTC at most. Reason: {VisitHouse.Reason}", theirs.Markup, StringComparison.Ordinal);
        Assert.Empty(RenderNote(access with { Permissions = [OrganizationPermissions.ReadMembers] }).FindAll(".callout"));

        // Given the permission while the page is open.
        var later = Render<CascadingValue<OrganizationAccess>>(parameters => parameters.Add(one => one.Value, access with { Permissions = [OrganizationPermissions.ReadMembers] }).AddChildContent<VisitNote>());
        later.Render(parameters => parameters.Add(one => one.Value, access).AddChildContent<VisitNote>());
        later.WaitForAssertion(() => Assert.Single(later.FindAll(".callout")));

        _visits.Visits.Clear();
        _events.Publish(new VisitsChanged(access.Id));
        theirs.WaitForAssertion(() => Assert.Empty(theirs.FindAll(".callout")));
    }

    [Fact]
    public void The_operator_leaves_by_the_note()
    {
        User.SignIn(Olga, "Olga");
        var access = new OrganizationAccess(OrganizationId.Parse(Acme, null), "Acme", null, [], [OrganizationPermissions.ReadAudit]) { VisitEndsAt = Clock.GetUtcNow().AddHours(1) };
        _visits.Visits.Add(new Visit(Guid.NewGuid(), access.Id, Olga, "Olga", VisitHouse.Reason, Clock.GetUtcNow(), Clock.GetUtcNow().AddHours(1)));

        var note = RenderNote(access);
        note.Button("Leave").Click();

        note.WaitForAssertion(() => Assert.Equal(1, _visits.Left));
        Assert.EndsWith($"/operators/organizations/{Acme}", Navigation.Uri, StringComparison.Ordinal);
    }

    private IRenderedComponent<VisitPage> RenderPage(string? to = null)
    {
        Navigation.NavigateTo($"/operators/organizations/{Acme}/enter" + (to is null ? string.Empty : $"?to={Uri.EscapeDataString(to)}"));
        return Render<VisitPage>(parameters => parameters.Add(page => page.OrganizationId, Acme));
    }

    private IRenderedComponent<VisitNote> RenderNote(OrganizationAccess access) => Render<VisitNote>(parameters => parameters.AddCascadingValue(access));
}
