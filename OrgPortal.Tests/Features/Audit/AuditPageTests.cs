using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Audit;

public sealed class AuditPageTests : MudTestContext
{
    private static readonly OrganizationId Acme = OrganizationId.Parse("acme12345678");
    private readonly FakeAuditService _service = new();
    private readonly FakeOrganizationEvents _events = new();

    public AuditPageTests()
    {
        Services.AddSingleton<IOrganizationEvents>(_events);
        Services.AddAuditLog();
        Services.AddSingleton<IAuditService>(_service);
    }

    [Fact]
    public void A_record_says_who_did_what_and_opens_to_before_and_after()
    {
        _service.Rows = [Row(7) with { Before = """{"roles":["Member"]}""", After = """{"roles":["Member","Billing"]}""", IpAddress = "192.0.2.7" }];
        var page = Open();

        Assert.Contains("Alice", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Change roles", page.Markup, StringComparison.Ordinal);
        page.Button("Details: Change roles, Bob").Click();

        Assert.Equal("Before: roles: Member", page.Find(".audit-before").Words());
        Assert.Equal("After: roles: Member, Billing", page.Find(".audit-after").Words());
        Assert.Contains("192.0.2.7", page.Find(".audit-facts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_url_says_which_records()
    {
        Open("?who=alice1234567&action=member.remove&result=denied&from=2026-01-02&to=2026-01-03&q=bob&before=1000-7");

        Assert.Equal(
            (new AuditFilter(UserId.Parse("alice1234567"), "member.remove", "denied", new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 3), "bob"), new AuditPosition(1000, 7)),
            _service.Asked[^1]);
    }

    [Fact]
    public void The_newest_page_follows_what_happens_and_open_rows_stay_open()
    {
        _service.Rows = [Row(7)];
        var page = Open();
        page.Button("Details: Change roles, Bob").Click();

        _service.Rows = [Row(9) with { TargetName = "Carol" }, Row(7)];
        _events.Publish(new AuditRecorded(Acme));

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr:not(.row-detail)").Count), TimeSpan.FromSeconds(30));
        Assert.Single(page.FindAll("tbody tr.row-detail"));
    }

    [Fact]
    public void Nothing_and_nothing_found_are_told_apart()
    {
        Assert.Contains("Nothing has happened yet", Open().Markup, StringComparison.Ordinal);
        Assert.Contains("Nothing found", Open("?q=x").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_may_not_read_it_is_told_who_can_help()
    {
        _service.Failure = new Forbidden("audit.read");
        var page = Open();

        Assert.Contains("You cannot read the audit log", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("table, a[download]"));
    }

    private static AuditRow Row(long sequence) => new(
        sequence, new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero), "member.roles.change", "alice1234567", "Alice", "member", "bob123456789", "Bob", null, null, "done", null, null, null, "abc");

    private IRenderedComponent<AuditPage> Open(string query = "")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/organizations/{Acme}/audit{query}");
        return Render<AuditPage>(parameters => parameters.Add(page => page.OrganizationId, Acme.Value).AddCascadingValue(new OrganizationAccess(Acme, "Acme", null, [], [])));
    }
}
