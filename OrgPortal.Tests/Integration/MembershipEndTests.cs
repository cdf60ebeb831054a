using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Integration;

/// <summary>The work that ends memberships, in the whole portal: nobody is signed in where it runs.</summary>
public sealed class MembershipEndTests
{
    [Fact]
    public async Task A_membership_that_is_due_ends_with_the_portal_as_the_one_who_did_it()
    {
        await using var portal = await PortalFactory.StartAsync();
        var (acme, alice, bob) = portal.Logto.State.Read(tables => (
            OrganizationId.Parse(tables.Organizations.Where(organization => organization.Name == "Acme").Single().Id, null),
            UserId.Parse(tables.Users.FindByUsername("alice")!.Id, null),
            UserId.Parse(tables.Users.FindByUsername("bob")!.Id, null)));
        await portal.Services.GetRequiredService<MembershipTerms>().SetAsync(acme, bob, DateTimeOffset.UtcNow.AddMinutes(-1), new Person(alice, "Alice", null, null, null));

        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<MembershipUpkeep>().RunAsync(CancellationToken.None);
        }

        using var browser = await portal.SignInAsync("alice");
        var page = await browser.GoAsync($"/organizations/{acme}/people/members");
        Assert.DoesNotContain("Bob", page.Document.QuerySelectorAll(".person-name bdi").Select(name => name.Words()));
        var former = await browser.GoAsync($"/organizations/{acme}/people/former");
        Assert.Contains("Ended on its day, set by Alice", former.Text, StringComparison.Ordinal);
        await using var store = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var done = await store.AuditRecords.SingleAsync(record => record.Action == AuditActions.EndMembership && record.Outcome == AuditOutcomes.Done);
        Assert.Null(done.ActorId);
        Assert.Contains("Alice", done.After!, StringComparison.Ordinal);
        Assert.Contains(await store.Notices.ToListAsync(), notice => notice.RecipientId == alice.Value && notice.Kind == OrgPortal.Web.Notices.NoticeKinds.MembershipEnded);
    }

    [Fact]
    public async Task A_file_of_members_needs_a_recent_sign_in_and_holds_them_all()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var alice = await portal.SignInAsync("alice");
        using var dave = await portal.SignInAsync("dave");
        var acme = (await alice.GoAsync("/")).Url.Segments[2].Trim('/');

        var csv = await alice.GoAsync($"/organizations/{acme}/people/members/export?format=csv");
        Assert.Contains(",Bob,", csv.Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await dave.GetOnceAsync($"/organizations/{acme}/people/members/export")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await dave.GetOnceAsync("/organizations/..%2Fx/people/members/export")).StatusCode);
    }
}
