using OrgPortal.Tests.Features.Invitations;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Notices;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Notices;

public sealed class NoticeServiceTests : IDisposable
{
    private readonly InvitationTestBed _bed = new();

    private NoticeService Service => new(_bed.Get<IOrganizationGuard>(), _bed.User, _bed.Get<IUsersClient>(), _bed.Store, _bed.Get<ITenantEvents>(), _bed.Clock);

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task My_notices_come_newest_first_with_names_words_are_made_of_and_a_way_to_go()
    {
        await TellAsync(_bed.Alice, new Notice(NoticeKinds.InvitationDeclined, _bed.Acme, new NoticeFacts { Address = "dave@example.com" }));
        await TellAsync(_bed.Alice, new Notice(NoticeKinds.InvitationAccepted, _bed.Acme, new NoticeFacts { PersonId = _bed.Bob.Value, PersonName = "Bob Brown" }));
        await TellAsync(_bed.Bob, new Notice(NoticeKinds.ImportFinished, _bed.Acme, NoticeFacts.None));

        var list = (await Service.ListAsync(1)).Value;

        Assert.Equal([NoticeKinds.InvitationAccepted, NoticeKinds.InvitationDeclined], list.Rows.Select(row => row.Kind));
        Assert.Equal((2, 2), (list.Total, list.Unread));
        Assert.All(list.Rows, row => Assert.Equal("Acme", row.OrganizationName));
        Assert.Equal([$"/organizations/{_bed.Acme}/people/members/{_bed.Bob}", $"/organizations/{_bed.Acme}/people/invitations"], list.Rows.Select(row => row.Href));
    }

    [Fact]
    public async Task Of_an_organization_that_was_left_nothing_is_seen_but_the_own_way_out()
    {
        await TellAsync(_bed.Bob, new Notice(NoticeKinds.InvitationAccepted, _bed.Acme, new NoticeFacts { PersonName = "Dave" }));
        await TellAsync(_bed.Bob, new Notice(NoticeKinds.MembershipEnded, _bed.Acme, new NoticeFacts { PersonId = _bed.Bob.Value, OrganizationName = "Acme" }));
        _bed.SignIn(_bed.Bob);
        _bed.Logto.Members.RemoveAll(member => member.User == _bed.Bob);

        var list = (await Service.ListAsync(1)).Value;

        var row = Assert.Single(list.Rows);
        Assert.Equal((NoticeKinds.MembershipEnded, "Acme", null, true), (row.Kind, row.OrganizationName, row.Href, row.IsAboutMe));
        Assert.Equal((1, 1), (list.Total, list.Unread));
        Assert.Equal(1, (await Service.CountUnreadAsync()).Value);
    }

    [Fact]
    public async Task Counting_asks_Logto_nothing()
    {
        await TellAsync(_bed.Alice, Some());
        _bed.Logto.Calls.Clear();

        Assert.Equal(1, (await Service.CountUnreadAsync()).Value);

        Assert.Empty(_bed.Logto.Calls.Made);
    }

    [Fact]
    public async Task Without_an_answer_from_Logto_nothing_is_shown()
    {
        await TellAsync(_bed.Alice, Some());
        _bed.Logto.Calls.FailNext(new LogtoUnreachableException("test"), 10);

        Assert.IsType<Unavailable>((await Service.ListAsync(1)).Failure);
    }

    [Fact]
    public async Task Another_persons_notice_is_not_marked()
    {
        await TellAsync(_bed.Alice, Some());
        var foreign = (await Service.ListAsync(1)).Value.Rows.Single().Id;
        _bed.SignIn(_bed.Bob);

        Assert.False((await Service.MarkReadAsync(foreign)).IsFailure);
        Assert.False((await Service.MarkAllReadAsync()).IsFailure);

        _bed.SignIn(_bed.Alice);
        Assert.Equal(1, (await Service.CountUnreadAsync()).Value);
    }

    [Fact]
    public async Task Marking_tells_my_other_pages_and_marking_again_nobody()
    {
        await TellAsync(_bed.Alice, Some());
        await TellAsync(_bed.Alice, Some());
        var first = (await Service.ListAsync(1)).Value.Rows[0].Id;
        var heard = new List<TenantEvent>();
        using var _ = _bed.Get<ITenantEvents>().Subscribe(heard.Add);

        await Service.MarkReadAsync(first);
        Assert.Equal(1, (await Service.CountUnreadAsync()).Value);
        await Service.MarkAllReadAsync();
        await Service.MarkAllReadAsync();

        Assert.Equal(0, (await Service.CountUnreadAsync()).Value);
        Assert.Equal([new NoticesChanged(_bed.Alice), new NoticesChanged(_bed.Alice)], heard);
        Assert.All((await Service.ListAsync(1)).Value.Rows, row => Assert.True(row.IsRead));
    }

    [Fact]
    public async Task Pages_follow_each_other()
    {
        for (var i = 0; i < NoticeList.PageSize + 5; i++)
        {
            await TellAsync(_bed.Alice, Some());
        }

        var (first, second) = ((await Service.ListAsync(1)).Value, (await Service.ListAsync(2)).Value);

        Assert.Equal((NoticeList.PageSize, 5), (first.Rows.Count, second.Rows.Count));
        Assert.Empty(first.Rows.Select(row => row.Id).Intersect(second.Rows.Select(row => row.Id)));
        Assert.Equal(NoticeList.PageSize + 5, second.Total);
    }

    [Theory]
    [InlineData("people/invitations/imports/ab_1-2", "people/invitations/imports/ab_1-2")]
    [InlineData("../../elsewhere", "people/invitations")]
    [InlineData("//evil.example", "people/invitations")]
    [InlineData("https://evil.example", "people/invitations")]
    [InlineData("people?x=1", "people/invitations")]
    public async Task A_notice_leads_nowhere_but_into_its_organization(string page, string expected)
    {
        await TellAsync(_bed.Alice, new Notice(NoticeKinds.ImportFinished, _bed.Acme, new NoticeFacts { Page = page }));

        Assert.Equal($"/organizations/{_bed.Acme}/{expected}", (await Service.ListAsync(1)).Value.Rows.Single().Href);
    }

    private Notice Some() => new(NoticeKinds.InvitationAccepted, _bed.Acme, new NoticeFacts { PersonName = "Dave" });

    private Task TellAsync(UserId person, Notice notice) => _bed.Get<INotices>().TellAsync([person], notice);
}
