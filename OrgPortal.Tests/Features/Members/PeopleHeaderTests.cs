using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Features.Members;

public sealed class PeopleHeaderTests : MudTestContext
{
    private static readonly OrganizationId Acme = OrganizationId.Parse("acme00000001");
    private static readonly OrganizationId Globex = OrganizationId.Parse("globex000001");
    private readonly FakeOrganizationEvents _events = new();
    private readonly Source _members = new(PeopleTab.Members, asksLogto: true, happened => happened is MembersChanged) { Count = 132 };
    private readonly Source _invitations = new(PeopleTab.Invitations, asksLogto: true, happened => happened is InvitationsChanged) { Count = 3 };

    public PeopleHeaderTests()
    {
        Services.AddSingleton<IOrganizationEvents>(_events);
        Services.AddScoped<PeopleCounts>();
        Services.AddSingleton<IPeopleTabSource>(_members);
        Services.AddSingleton<IPeopleTabSource>(_invitations);
    }

    [Fact]
    public void The_other_tabs_are_counted_and_the_open_one_counts_by_itself()
    {
        var header = Show();

        header.WaitForAssertion(() => Assert.Equal("3", CountOn(header, "Invitations")));
        Assert.Null(CountOn(header, "Members"));
        Assert.Equal(0, _members.Asked);
    }

    [Fact]
    public void A_count_is_asked_once_in_a_circuit_until_something_changes()
    {
        var header = Show();
        header.WaitForAssertion(() => Assert.Equal("3", CountOn(header, "Invitations")));
        header.Render();
        Show();
        Assert.Equal(1, _invitations.Asked);

        _invitations.Count = 4;
        _events.Publish(new MembersChanged(Acme));
        _events.Publish(new InvitationsChanged(Globex));
        Assert.Equal(1, _invitations.Asked);
        _events.Publish(new InvitationsChanged(Acme));

        header.WaitForAssertion(() => Assert.Equal("4", CountOn(header, "Invitations")));
        Assert.Equal(0, _members.Asked);
    }

    [Fact]
    public void What_nobody_answers_has_no_count()
    {
        _invitations.Count = null;
        var header = Show();

        header.WaitForAssertion(() => Assert.Equal(1, _invitations.Asked));
        Assert.Null(CountOn(header, "Invitations"));
    }

    [Fact]
    public void Another_organization_is_counted_anew()
    {
        var header = Show();
        header.WaitForAssertion(() => Assert.Equal("3", CountOn(header, "Invitations")));

        _invitations.Count = 9;
        header.Render(parameters => parameters.Add(it => it.Organization, Globex));

        header.WaitForAssertion(() => Assert.Equal("9", CountOn(header, "Invitations")));
    }

    private static string? CountOn(IRenderedComponent<PeopleHeader> header, string tab) =>
        header.FindAll(".tab-bar a").Single(link => link.TextContent.Trim().StartsWith(tab, StringComparison.Ordinal)).QuerySelector(".count")?.TextContent.Trim();

    private IRenderedComponent<PeopleHeader> Show() =>
        Render<PeopleHeader>(parameters => parameters.Add(it => it.Organization, Acme).Add(it => it.Current, PeopleTab.Members));

    private sealed class Source(PeopleTab tab, bool asksLogto, Func<OrganizationEvent, bool> isChangedBy) : IPeopleTabSource
    {
        public long? Count { get; set; }

        public int Asked { get; private set; }

        public PeopleTab Tab => tab;

        public bool AsksLogto => asksLogto;

        public Task<long?> CountAsync(OrganizationId organization)
        {
            Asked++;
            return Task.FromResult(Count);
        }

        public bool IsChangedBy(OrganizationEvent happened) => isChangedBy(happened);
    }
}
