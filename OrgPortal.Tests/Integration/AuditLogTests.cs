using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Integration;

public sealed class AuditLogTests
{
    [Fact]
    public async Task Rows_stand_in_the_first_answer_and_can_be_downloaded_by_those_who_may()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var alice = await portal.SignInAsync("alice");
        var organization = (await alice.GoAsync("/")).Url.Segments[2].Trim('/');
        await portal.Services.GetRequiredService<AuditChainWriter>().AppendAsync(new AuditContent
        {
            Action = AuditActions.RemoveMember, OrganizationId = organization, ActorName = "Alice", TargetKind = "member", TargetName = "=Bob & Co", Outcome = AuditOutcomes.Done,
        });

        var page = await alice.GoAsync($"/organizations/{organization}/audit");
        var csv = await alice.GoAsync($"/organizations/{organization}/audit/export?format=csv&action=member.remove");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(page.Document.QuerySelectorAll("tbody bdi"), cell => cell.TextContent == "=Bob & Co");
        Assert.NotNull(page.Document.QuerySelector($"a.nav-item[href='/organizations/{organization}/audit']"));
        Assert.Contains(",'=Bob & Co,done,", csv.Text, StringComparison.Ordinal);
        await using var store = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        Assert.Equal(["begun", "done"], await store.AuditRecords.Where(r => r.Action == AuditActions.Export).OrderBy(r => r.Sequence).Select(r => r.Outcome).ToListAsync());
    }

    [Fact]
    public async Task Others_see_who_can_help_and_get_no_file()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var alice = await portal.SignInAsync("alice");
        using var bob = await portal.SignInAsync("bob");
        using var dave = await portal.SignInAsync("dave");
        var organization = (await alice.GoAsync("/")).Url.Segments[2].Trim('/');

        var page = await bob.GoAsync($"/organizations/{organization}/audit");
        Assert.NotNull(page.Document.QuerySelector(".empty-state"));
        Assert.Null(page.Document.QuerySelector("table"));
        Assert.Null(page.Document.QuerySelector($"a.nav-item[href='/organizations/{organization}/audit']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await bob.GetOnceAsync($"/organizations/{organization}/audit/export")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dave.GetOnceAsync($"/organizations/{organization}/audit/export")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dave.GetOnceAsync("/organizations/nosuchorg123/audit/export")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dave.GetOnceAsync("/organizations/..%2Fx/audit/export")).StatusCode);
    }
}
