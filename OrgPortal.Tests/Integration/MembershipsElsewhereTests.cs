using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Store;
using OrgPortal.Web.Webhooks;

namespace OrgPortal.Tests.Integration;

/// <summary>What is done in Logto itself, as its webhook tells of it.</summary>
public sealed class MembershipsElsewhereTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    private static readonly Dictionary<string, string?> Settings = new() { ["Logto:Webhooks:SigningKey"] = Key };

    [Fact]
    public async Task Whoever_is_added_in_Logto_joined_then_and_a_second_delivery_says_nothing_new()
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        var carol = IdOf(portal, "carol");
        await ActAsync(portal, members => members.AddAsync(portal.Acme, [carol]));

        await TellAsync(portal.Portal, portal.Acme, added: carol);
        await TellAsync(portal.Portal, portal.Acme, added: carol);

        var record = Assert.Single(await RecordsAsync(portal, AuditActions.JoinInLogto));
        Assert.Equal((null, null, null, carol.Value, AuditOutcomes.Done), (record.ActorId, record.ActorName, record.IpAddress, record.TargetId, record.Outcome));
        Assert.True((await JoiningOfAsync(portal, carol))!.IsInLogto);
        Assert.Contains("In Logto itself", (await portal.Alice.GoAsync($"/organizations/{portal.Acme}/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_removed_in_Logto_is_a_former_member_with_the_roles_that_the_portal_knows()
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        var erin = await JoinAsync(portal);
        await ActAsync(portal, members => members.RemoveAsync(portal.Acme, erin));

        await TellAsync(portal.Portal, portal.Acme, removed: erin);
        await TellAsync(portal.Portal, portal.Acme, removed: erin);

        var record = Assert.Single(await RecordsAsync(portal, AuditActions.LeaveInLogto));
        Assert.Equal("""{"roles":["member"]}""", record.Before);
        var kept = await FormerAsync(portal, erin);
        Assert.Equal((FormerMembers.InLogto, "erin@example.com", (string?)null), (kept!.How, kept.EmailAddress, kept.EndedById));
        Assert.Equal(["member"], FormerMembers.RolesOf(kept).Select(role => role.Name));
        Assert.Null(await JoiningOfAsync(portal, erin));
    }

    [Fact]
    public async Task Somebody_the_portal_never_saw_come_is_a_former_member_without_roles()
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        var bob = IdOf(portal, "bob");
        await ActAsync(portal, members => members.RemoveAsync(portal.Acme, bob));

        await TellAsync(portal.Portal, portal.Acme, removed: bob);

        Assert.Empty(FormerMembers.RolesOf((await FormerAsync(portal, bob))!));
        Assert.Contains("Not known", (await portal.Alice.GoAsync($"/organizations/{portal.Acme}/people/former")).Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_back_in_Logto_is_no_former_member_any_more()
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        var erin = await JoinAsync(portal);
        await ActAsync(portal, members => members.RemoveAsync(portal.Acme, erin));
        await TellAsync(portal.Portal, portal.Acme, removed: erin);
        await ActAsync(portal, members => members.AddAsync(portal.Acme, [erin]));

        await TellAsync(portal.Portal, portal.Acme, added: erin);

        Assert.Null(await FormerAsync(portal, erin));
        Assert.True((await JoiningOfAsync(portal, erin))!.IsInLogto);
    }

    [Fact]
    public async Task News_of_the_portals_own_acts_and_news_that_are_not_so_keep_nothing()
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        var (erin, bob, carol) = (await JoinAsync(portal), IdOf(portal, "bob"), IdOf(portal, "carol"));

        await TellAsync(portal.Portal, portal.Acme, added: erin);
        await TellAsync(portal.Portal, portal.Acme, removed: bob);
        await TellAsync(portal.Portal, portal.Acme, added: carol);
        await TellAsync(portal.Portal, portal.Acme, removed: UserId.Parse("nobody123456", null));

        Assert.Empty(await RecordsAsync(portal, AuditActions.JoinInLogto, AuditActions.LeaveInLogto));
        Assert.False((await JoiningOfAsync(portal, erin))!.IsInLogto);
        Assert.Null(await FormerAsync(portal, bob));
    }

    [Fact]
    public async Task Five_thousand_names_cost_a_hundred_looks()
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        portal.Portal.Logto.Journal.Clear();

        await TellAsync(portal.Portal, portal.Acme, removed: [.. Enumerable.Range(0, 5000).Select(number => UserId.Parse($"u{number:00000000000}", null))]);

        Assert.InRange(portal.Portal.Logto.Journal.Entries.Count(entry => entry.Path.StartsWith("/api/", StringComparison.Ordinal)), 1, 2 * MembershipsElsewhere.MostPeople);
    }

    [Fact]
    public async Task When_Logto_does_not_answer_nothing_is_kept_and_the_next_news_are_followed()
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        var carol = IdOf(portal, "carol");
        await ActAsync(portal, members => members.AddAsync(portal.Acme, [carol]));
        portal.Portal.Logto.Faults.Add("GET /api/organizations/{id}/users/{userId}/roles 500");

        await TellAsync(portal.Portal, portal.Acme, added: carol);
        Assert.Empty(await RecordsAsync(portal, AuditActions.JoinInLogto));
        await TellAsync(portal.Portal, portal.Acme, added: carol);

        Assert.Single(await RecordsAsync(portal, AuditActions.JoinInLogto));
    }

    [Fact]
    public async Task Two_nodes_that_are_told_the_same_keep_it_once()
    {
        await using var portal = await InvitedPortal.StartAsync(Settings);
        var options = new PortalFactoryOptions { Beside = portal.Portal };
        options.Settings["Logto:Webhooks:SigningKey"] = Key;
        await using var other = await PortalFactory.StartAsync(options);
        var carol = IdOf(portal, "carol");
        await ActAsync(portal, members => members.AddAsync(portal.Acme, [carol]));

        await Task.WhenAll(TellAsync(portal.Portal, portal.Acme, added: carol), TellAsync(other, portal.Acme, added: carol));

        Assert.Single(await RecordsAsync(portal, AuditActions.JoinInLogto));
    }

    private static UserId IdOf(InvitedPortal portal, string name) => UserId.Parse(portal.Portal.Logto.State.Read(tables => tables.Users.FindByUsername(name)!.Id), null);

    /// <summary>Erin accepts an invitation, in the portal.</summary>
    private static async Task<UserId> JoinAsync(InvitedPortal portal)
    {
        var link = await portal.InviteAsync();
        using var erin = await portal.Portal.SignInAsync("erin");
        await erin.SubmitAsync(await erin.GoAsync(link), "main form", ("answer", "accept"));
        Assert.True(await portal.IsMemberAsync("erin"));
        return IdOf(portal, "erin");
    }

    /// <summary>As somebody does in Logto itself: past every service.</summary>
    private static async Task ActAsync(InvitedPortal portal, Func<IOrganizationMembersClient, Task> act)
    {
        await using var scope = portal.Portal.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<IOrganizationMembersClient>());
    }

    private static Task TellAsync(PortalFactory node, OrganizationId organization, UserId? added = null, UserId? removed = null) =>
        TellAsync(node, organization, added is { } came ? [came] : [], removed is { } went ? [went] : []);

    private static Task TellAsync(PortalFactory node, OrganizationId organization, IReadOnlyList<UserId> removed) => TellAsync(node, organization, [], removed);

    private static async Task TellAsync(PortalFactory node, OrganizationId organization, IReadOnlyList<UserId> added, IReadOnlyList<UserId> removed)
    {
        static string List(IEnumerable<UserId> users) => string.Join(',', users.Select(user => $"\"{user}\""));
        var body = $$"""{"event":"Organization.Membership.Updated","organizationId":"{{organization}}","addedUserIds":[{{List(added)}}],"removedUserIds":[{{List(removed)}}]}""";
        using var browser = node.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Post, LogtoWebhookEndpoint.Path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("logto-signature-sha-256", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(body))));
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static async Task<IReadOnlyList<AuditRecord>> RecordsAsync(InvitedPortal portal, params string[] actions)
    {
        await using var context = await portal.Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        return await context.AuditRecords.AsNoTracking().Where(record => actions.Contains(record.Action)).ToListAsync();
    }

    private static async Task<Joining?> JoiningOfAsync(InvitedPortal portal, UserId person) =>
        (await portal.Portal.Services.GetRequiredService<IJoinings>().FindAsync(portal.Acme, person, CancellationToken.None)).Value;

    private static async Task<FormerMembership?> FormerAsync(InvitedPortal portal, UserId person)
    {
        var found = await portal.Portal.Services.GetRequiredService<FormerMembers>().FindAsync(portal.Acme, person);
        return found.IsFailure ? null : found.Value;
    }
}
