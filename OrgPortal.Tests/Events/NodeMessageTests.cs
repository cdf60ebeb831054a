using System.Text;
using OrgPortal.Web.Events;
using OrgPortal.Web.Events.Nodes;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Events;

public sealed class NodeMessageTests
{
    private static readonly OrganizationId Acme = OrganizationId.Parse("acme12345678");
    private static readonly UserId Bob = UserId.Parse("bob123456789");

    private static readonly OrganizationEvent[] OfOrganizations =
        [new MembersChanged(Acme), new InvitationImportsChanged(Acme), new VisitsChanged(Acme), new SecondFactorsCounted(Acme), new MembersChanged(Acme, Bob), new InvitationsChanged(Acme), new OrganizationChanged(Acme), new OrganizationDeleted(Acme), new AuditRecorded(Acme),
        new DomainsChanged(Acme), new MachinesChanged(Acme), new WebhooksChanged(Acme), new ConnectionsChanged(Acme), new JoinRequestsChanged(Acme), new JoinRequestsChanged(Acme, Bob)];

    private static readonly TenantEvent[] OfTheTenant = [new PersonBarred(Bob), new TemplateChanged(), new NoticesChanged(Bob), new PersonChanged(Bob), new TenantSurveyed(), new CreationSwitched()];

    public static TheoryData<OrganizationEvent> OrganizationEvents => [.. OfOrganizations];

    public static TheoryData<TenantEvent> TenantEvents => [.. OfTheTenant];

    [Theory]
    [MemberData(nameof(OrganizationEvents))]
    public void An_event_of_an_organization_arrives_as_it_was_sent(OrganizationEvent happened) =>
        Assert.Equal(happened, NodeMessage.Read(NodeMessage.Of(happened).ToBytes())!.ToOrganizationEvent());

    [Theory]
    [MemberData(nameof(TenantEvents))]
    public void An_event_of_the_tenant_arrives_as_it_was_sent(TenantEvent happened) =>
        Assert.Equal(happened, NodeMessage.Read(NodeMessage.Of(happened).ToBytes())!.ToTenantEvent());

    [Fact]
    public void Every_event_there_is_can_be_told()
    {
        var known = OfOrganizations.Select(one => one.GetType()).Concat(OfTheTenant.Select(one => one.GetType())).ToHashSet();
        var all = typeof(OrganizationEvent).Assembly.GetTypes().Where(type => !type.IsAbstract && (type.IsAssignableTo(typeof(OrganizationEvent)) || type.IsAssignableTo(typeof(TenantEvent))));

        Assert.All(all, type => Assert.Contains(type, known));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"v":2,"kind":"members.changed","node":"n","organization":"acme12345678"}""")]
    [InlineData("""{"v":1,"kind":null,"node":"n"}""")]
    [InlineData("""{"v":1,"kind":"members.changed","node":null}""")]
    [InlineData("""{"v":"1","kind":"members.changed","node":"n"}""")]
    [InlineData("""{"v":1,"kind":{"a":{"b":{"c":{"d":1}}}}}""")]
    [InlineData("\u0000\u0001")]
    public void What_is_no_message_is_not_read(string text) => Assert.Null(NodeMessage.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void What_is_too_long_is_not_read() =>
        Assert.Null(NodeMessage.Read(new NodeMessage("members.changed", "acme12345678", new string('a', NodeMessage.LongestMessage)).ToBytes()));

    [Theory]
    [InlineData("members.changed", "../../users", null)]
    [InlineData("members.changed", "acme12345678", "../bob")]
    [InlineData("members.changed", null, null)]
    [InlineData("a.kind.of.tomorrow", "acme12345678", null)]
    public void What_names_nothing_known_is_no_event(string kind, string? organization, string? user) =>
        Assert.Null(new NodeMessage(kind, organization, user).ToOrganizationEvent());

    [Fact]
    public void Members_of_tomorrow_are_ignored() =>
        Assert.Equal(new MembersChanged(Acme), NodeMessage.Read("""{"v":1,"kind":"members.changed","node":"n","organization":"acme12345678","more":[1]}"""u8)!.ToOrganizationEvent());
}
