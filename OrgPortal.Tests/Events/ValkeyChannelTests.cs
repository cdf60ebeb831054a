using System.Collections.Concurrent;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Events;
using OrgPortal.Web.Events.Nodes;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Events;

/// <summary>Two nodes over a real server.</summary>
public sealed class ValkeyChannelTests
{
    private static readonly OrganizationId Acme = OrganizationId.Parse("acme12345678");
    private static readonly UserId Bob = UserId.Parse("bob123456789");

    [ValkeyFact]
    public async Task What_happens_on_one_node_reaches_caches_and_pages_of_the_other_and_is_not_handled_twice_at_home()
    {
        await using var valkey = await ValkeyServer.StartAsync();
        await using var one = await StartAsync(valkey);
        await using var two = await StartAsync(valkey);
        var (athome, elsewhere, pages, tenant) = (new ConcurrentQueue<OrganizationEvent>(), new ConcurrentQueue<OrganizationEvent>(), new ConcurrentQueue<OrganizationEvent>(), new ConcurrentQueue<TenantEvent>());
        using var first = one.Organizations.SubscribeToAll(athome.Enqueue);
        using var second = two.Organizations.SubscribeToAll(elsewhere.Enqueue);
        using var page = two.Organizations.Subscribe(Acme, happened => { pages.Enqueue(happened); return Task.CompletedTask; });
        using var cache = two.Tenant.Subscribe(tenant.Enqueue);
        var ended = 0;
        using var session = two.Sessions.Subscribe("session", () => ended++);

        one.Organizations.Publish(new MembersChanged(Acme, Bob));
        one.Tenant.Publish(new PersonBarred(Bob));
        one.Sessions.EndedEverywhere("session");
        // What stands last in line, and is nothing that is told after a gap: when it has arrived, everything before it has.
        two.Organizations.Publish(new AuditRecorded(Acme));
        one.Organizations.Publish(new OrganizationDeleted(Acme));
        await Eventually.TrueAsync(() => elsewhere.Contains(new OrganizationDeleted(Acme)) && athome.Contains(new AuditRecorded(Acme)) && pages.Contains(new MembersChanged(Acme, Bob)));

        Assert.Single(athome, new MembersChanged(Acme, Bob));
        Assert.Single(elsewhere, new MembersChanged(Acme, Bob));
        Assert.Equal([new PersonBarred(Bob)], tenant);
        Assert.Equal(1, ended);
    }

    [ValkeyFact]
    public async Task Nonsense_on_the_channel_is_ignored()
    {
        await using var valkey = await ValkeyServer.StartAsync();
        await using var node = await StartAsync(valkey);
        var heard = new ConcurrentQueue<OrganizationEvent>();
        using var all = node.Organizations.SubscribeToAll(heard.Enqueue);

        foreach (var text in (string[])["", "nonsense", "{\"v\":9,\"node\":\"x\",\"kind\":\"members.changed\",\"organization\":\"acme12345678\"}", new string('x', 5000)])
        {
            await valkey.PublishAsync(ValkeyChannel.ChannelName, text);
        }

        await valkey.PublishAsync(ValkeyChannel.ChannelName, new NodeMessage("invitations.changed", "acme12345678") { Node = "another" }.ToBytes());
        await Eventually.TrueAsync(() => !heard.IsEmpty);

        Assert.Equal([new InvitationsChanged(Acme)], heard);
    }

    [ValkeyFact]
    public async Task A_server_that_was_killed_and_came_back_is_used_again_and_open_pages_read_what_they_may_have_missed()
    {
        await using var valkey = await ValkeyServer.StartAsync();
        await using var one = await StartAsync(valkey);
        await using var two = await StartAsync(valkey);
        var (here, there) = (new ConcurrentQueue<OrganizationEvent>(), new ConcurrentQueue<OrganizationEvent>());
        using var local = one.Organizations.SubscribeToAll(here.Enqueue);
        using var page = two.Organizations.Subscribe(Acme, happened => { there.Enqueue(happened); return Task.CompletedTask; });

        await valkey.KillAsync();
        await Eventually.TrueAsync(() => !one.Channel.IsConnected && !two.Channel.IsConnected);
        one.Organizations.Publish(new MembersChanged(Acme, Bob));
        Assert.Equal([new MembersChanged(Acme, Bob)], here);
        Assert.Empty(there);

        await valkey.StartAgainAsync();
        await Eventually.TrueAsync(() => one.Channel.IsConnected && two.Channel.IsConnected);

        await Eventually.TrueAsync(() => there.Contains(new MembersChanged(Acme)) && there.Contains(new OrganizationChanged(Acme)));
        one.Organizations.Publish(new OrganizationDeleted(Acme));
        await Eventually.TrueAsync(() => there.Contains(new OrganizationDeleted(Acme)));
    }

    [Fact]
    public async Task Without_a_server_everything_goes_on_here_and_nobody_waits()
    {
        await using var node = await ValkeyNode.StartAsync("127.0.0.1:1");
        var heard = new ConcurrentQueue<OrganizationEvent>();
        using var all = node.Organizations.SubscribeToAll(heard.Enqueue);

        for (var i = 0; i < 5000; i++)
        {
            node.Organizations.Publish(new MembersChanged(Acme, Bob));
        }

        Assert.Equal(5000, heard.Count);
        Assert.False(node.Channel.IsConnected);
    }

    [Theory]
    [InlineData("host:1,password=secret,connectTimeout=much")]
    [InlineData(" , ")]
    public void A_connection_string_that_cannot_be_read_is_told_without_repeating_it(string text)
    {
        var result = new ValkeyOptionsValidator().Validate(null, new ValkeyOptions { ConnectionString = text });

        Assert.True(result.Failed);
        Assert.DoesNotContain("secret", result.FailureMessage, StringComparison.Ordinal);
    }

    private static async Task<ValkeyNode> StartAsync(ValkeyServer valkey)
    {
        var node = await ValkeyNode.StartAsync(valkey.ConnectionString);
        await Eventually.TrueAsync(() => node.Channel.IsConnected);
        return node;
    }
}
