using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.LogtoEmulator;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authentication.Circuits;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Authorization.Watch;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Integration;

/// <summary>Alice, who runs the portal and belongs to no organization, inside Acme.</summary>
public sealed class VisitTests
{
    [Fact]
    public async Task Pages_open_for_an_operator_who_is_inside_stay_while_Logto_is_watched_and_close_afterwards()
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Settings = { ["Portal:Operators:Role"] = EmulatorOptions.OperatorRole } });
        var (acme, alice) = portal.Logto.State.Read(tables =>
            (OrganizationId.Parse(tables.Organizations.Where(one => one.Name == "Acme").Single().Id), UserId.Parse(tables.Users.FindByUsername("alice")!.Id)));
        portal.Logto.State.Write(tables => tables.RemoveMember(acme.Value, alice.Value));
        using var browser = await portal.SignInAsync("alice");
        var path = $"/organizations/{acme}/people/members";
        Assert.Equal(404, (int)(await browser.GoAsync(path)).Status);

        var (now, stores) = (DateTimeOffset.UtcNow, portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>());
        await using (var context = await stores.CreateDbContextAsync())
        {
            context.Add(new OperatorVisit { Id = Guid.NewGuid(), OrganizationId = acme.Value, OperatorId = alice.Value, OperatorName = "Alice", Reason = "Support request 4711", BeganAt = now, EndsAt = now.AddHours(1) });
            await context.SaveChangesAsync();
        }

        Forget();
        var page = await browser.GoAsync(path);
        Assert.NotEmpty(page.Document.QuerySelectorAll(".person-name"));
        Assert.Contains("Support request 4711", page.Document.QuerySelector(".page-note")?.TextContent, StringComparison.Ordinal);

        // Logto says that she is no member: she is inside all the same, and no page is told otherwise.
        var heard = 0;
        using (portal.Services.GetRequiredService<IOrganizationEvents>().SubscribeToAll(happened => heard += happened is MembersChanged ? 1 : 0))
        {
            Assert.True(await CheckAsync());
        }

        Assert.Equal(0, heard);
        Assert.True((await Reader().ReadRecentAsync(acme, alice)).Value.IsAdministrator);

        await using (var context = await stores.CreateDbContextAsync())
        {
            await context.OperatorVisits.ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, now));
        }

        Forget();
        Assert.True(await CheckAsync());
        Assert.False((await Reader().ReadRecentAsync(acme, alice)).Value.IsMember);
        Assert.Equal(404, (int)(await browser.GoAsync(path)).Status);

        // As another node tells.
        void Forget()
        {
            var events = portal.Services.GetRequiredService<IOrganizationEvents>();
            events.Publish(new VisitsChanged(acme));
            events.Publish(new MembersChanged(acme, alice));
        }

        IPermissionReader Reader() => portal.Services.GetRequiredService<IPermissionReader>();

        Task<bool?> CheckAsync() => portal.Services.GetRequiredService<AccessCheck>().CheckAsync(new PresentPerson(alice, new HashSet<OrganizationId> { acme }), CancellationToken.None);
    }
}
