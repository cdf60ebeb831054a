using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Members;

public sealed class MemberServiceListTests : IDisposable
{
    private readonly MembersHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_page_costs_one_call_beside_the_right_and_the_template()
    {
        var service = _house.As(_house.Bob);

        var page = (await service.ListAsync(_house.Acme, new MemberQuery())).Value;

        Assert.Equal(3, page.TotalCount);
        Assert.Equal(["IOrganizationMembersClient.ListScopesAsync", "IOrganizationMembersClient.ListAsync", "IOrganizationRolesClient.ListAsync"], _house.Logto.Calls.Made);

        _house.Logto.Calls.Clear();
        await service.ListAsync(_house.Acme, new MemberQuery(Search: "ali"));
        Assert.Equal(1, _house.Logto.Calls.CountOf("IOrganizationMembersClient.ListAsync"));
        Assert.Equal(0, _house.Logto.Calls.CountOf("IOrganizationMembersClient.ListScopesAsync"));
    }

    [Fact]
    public async Task A_row_says_what_the_page_shows()
    {
        var signedIn = _house.Clock.GetUtcNow().AddHours(-2);
        _house.Change(_house.Alice, user => user with { Avatar = "https://pictures.example/a.png", LastSignInAt = signedIn });
        _house.Suspend(_house.Carol);

        var rows = (await _house.As(_house.Bob).ListAsync(_house.Acme, new MemberQuery())).Value.Items;

        Assert.Equal(["Alice Arbor", "Bob Birch", "Carol Cedar"], rows.Select(row => row.Name));
        Assert.Equal("alice@acme.example", rows[0].EmailAddress);
        Assert.Equal("https://pictures.example/a.png", rows[0].PictureUrl);
        Assert.Equal(signedIn, rows[0].LastSignInAt);
        Assert.Equal([MembersHouse.Administrator], rows[0].Roles.Select(role => role.Name));
        Assert.Equal([false, true, false], rows.Select(row => row.IsMe));
        Assert.Equal([false, false, true], rows.Select(row => row.IsSuspended));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/relative.png")]
    [InlineData("")]
    public async Task An_avatar_that_is_no_web_address_is_left_out(string avatar)
    {
        _house.Change(_house.Bob, user => user with { Avatar = avatar });

        var row = (await _house.As(_house.Alice).ListAsync(_house.Acme, new MemberQuery(Search: "bob"))).Value.Items.Single();

        Assert.Null(row.PictureUrl);
    }

    [Fact]
    public async Task Who_has_no_name_is_called_by_the_user_name()
    {
        _house.Change(_house.Bob, user => user with { Name = null, Username = "bobby" });

        Assert.Equal("bobby", (await _house.As(_house.Alice).ListAsync(_house.Acme, new MemberQuery(Search: "bob"))).Value.Items.Single().Name);
    }

    [Fact]
    public async Task Search_role_and_page_go_to_Logto()
    {
        for (var number = 1; number <= 25; number++)
        {
            _house.AddMember($"Dora {number:D2}", _house.Manager);
        }

        var second = (await _house.As(_house.Alice).ListAsync(_house.Acme, new MemberQuery("  dora ", _house.Manager, Page: 2, PageSize: 10))).Value;
        var none = (await _house.As(_house.Alice).ListAsync(_house.Acme, new MemberQuery("dora", _house.Member))).Value;

        Assert.Equal(25, second.TotalCount);
        Assert.Equal(10, second.Items.Count);
        Assert.Equal("Dora 11", second.Items[0].Name);
        Assert.Empty(none.Items);
    }

    [Theory]
    [InlineData(0, 0, 1, 1)]
    [InlineData(-5, 1000, 1, 100)]
    [InlineData(int.MaxValue, int.MaxValue, 1_000_000, 100)]
    public async Task A_page_out_of_range_is_the_nearest(int page, int size, int expectedPage, int expectedSize)
    {
        var read = (await _house.As(_house.Alice).ListAsync(_house.Acme, new MemberQuery(Page: page, PageSize: size))).Value;

        Assert.Equal(new PageRequest(expectedPage, expectedSize), read.Request);
    }

    [Fact]
    public async Task A_plain_member_sees_every_row_locked_for_the_missing_permission()
    {
        var rows = (await _house.As(_house.Bob).ListAsync(_house.Acme, new MemberQuery())).Value.Items;

        Assert.All(rows, row => Assert.Equal(new Forbidden("members.manage"), row.RolesLock!.ToFailure()));
        Assert.Equal(new Forbidden("members.delete"), rows[0].RemovalLock!.ToFailure());
        Assert.Equal(new Refused(RefusalReasons.OwnMembership), rows[1].RemovalLock!.ToFailure());
    }

    [Fact]
    public async Task A_manager_sees_those_above_locked_by_the_role_that_is_above()
    {
        var manager = _house.AddMember("Mona", _house.Manager);

        var rows = (await _house.As(manager).ListAsync(_house.Acme, new MemberQuery())).Value.Items;

        var above = new Refused(RefusalReasons.AboveOwnPermissions, MembersHouse.Administrator);
        Assert.Equal(above, rows[0].RolesLock!.ToFailure());
        Assert.Equal(above, rows[0].RemovalLock!.ToFailure());
        Assert.Null(rows[1].RolesLock);
        Assert.Null(rows[1].RemovalLock);
        Assert.Null(rows[3].RolesLock);
        Assert.Equal(new Refused(RefusalReasons.OwnMembership), rows[3].RemovalLock!.ToFailure());
    }

    [Fact]
    public async Task People_who_share_an_answer_are_each_told_what_they_may_do()
    {
        var manager = _house.AddMember("Mona", _house.Manager);
        UserId[] everybody = [_house.Alice, manager, _house.Bob];
        var alone = new List<IReadOnlyList<MemberRow>>();
        foreach (var person in everybody)
        {
            alone.Add((await _house.As(person).ListAsync(_house.Acme, new MemberQuery())).Value.Items);
        }

        var together = await AskTogetherAsync(new MemberQuery(), everybody);

        for (var number = 0; number < everybody.Length; number++)
        {
            Assert.Equal(alone[number].Select(WhatTheyMay), together[number].Items.Select(WhatTheyMay));
            Assert.Equal(everybody[number], together[number].Items.Single(row => row.IsMe).Id);
        }

        Assert.Equal(everybody.Length, together.Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Fact]
    public async Task Rows_are_described_once_for_people_to_whom_they_say_the_same()
    {
        var (mona, nora) = (_house.AddMember("Mona", _house.Manager), _house.AddMember("Nora", _house.Manager));

        var elsewhere = await AskTogetherAsync(new MemberQuery(Search: "bob"), mona, nora, _house.Alice);
        var onThePage = await AskTogetherAsync(new MemberQuery(Search: "mona"), mona, nora);

        Assert.Same(elsewhere[0], elsewhere[1]);
        Assert.NotSame(elsewhere[0], elsewhere[2]);
        Assert.Equal([true, false], onThePage.Select(page => page.Items.Single().IsMe));
    }

    [Fact]
    public async Task Without_the_permission_nobody_is_shown()
    {
        var failure = (await _house.As(_house.Carol).ListAsync(_house.Acme, new MemberQuery())).Failure;

        Assert.Equal(new Forbidden("members.read"), failure);
        Assert.Equal(0, _house.Logto.Calls.CountOf("IOrganizationMembersClient.ListAsync"));
    }

    [Fact]
    public async Task Members_of_another_organization_are_not_shown()
    {
        var stranger = _house.Logto.AddUser("eve@globex.example");
        _house.Logto.AddMember(_house.Logto.AddOrganization("Globex"), stranger, _house.Admin);

        Assert.IsType<NotFound>((await _house.As(stranger).ListAsync(_house.Acme, new MemberQuery())).Failure);
        Assert.IsType<NotFound>((await _house.As(stranger).ListRolesAsync(_house.Acme)).Failure);
        Assert.IsType<SignInRequired>((await _house.As(null).ListAsync(_house.Acme, new MemberQuery())).Failure);
    }

    [Fact]
    public async Task Logto_failing_is_told_as_unavailable()
    {
        _house.Logto.Calls.Fail("IOrganizationMembersClient.ListAsync", FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _house.As(_house.Alice).ListAsync(_house.Acme, new MemberQuery())).Failure);
    }

    [Fact]
    public async Task Without_the_template_the_rows_are_shown_all_the_same()
    {
        _house.Logto.Calls.Fail("IOrganizationRolesClient.ListAsync", FakeLogtoCalls.Outage());

        Assert.Equal(3, (await _house.As(_house.Bob).ListAsync(_house.Acme, new MemberQuery())).Value.Items.Count);
    }

    [Fact]
    public async Task Every_member_may_know_the_roles_and_which_they_could_give()
    {
        var roles = (await _house.As(_house.Bob).ListRolesAsync(_house.Acme)).Value;

        Assert.Equal([MembersHouse.Administrator, "Manager", "Member"], roles.Select(role => role.Role.Name));
        Assert.Equal([false, false, true], roles.Select(role => role.CanGrant));
        Assert.Equal(OrganizationPermissions.ReadMembers, Assert.Single(roles[2].Permissions));
    }

    private static (UserId, bool, MemberLock?, MemberLock?, bool) WhatTheyMay(MemberRow row) => (row.Id, row.IsMe, row.RolesLock, row.RemovalLock, row.IsLastAdministrator);

    // All of them while one and the same call is under way.
    private async Task<Page<MemberRow>[]> AskTogetherAsync(MemberQuery query, params UserId[] people)
    {
        foreach (var person in people)
        {
            await _house.Rights.ReadRecentAsync(_house.Acme, person);
        }

        _house.Logto.Calls.Clear();
        var release = _house.Logto.Calls.Hold("IOrganizationMembersClient.ListAsync");
        var asking = people.Select(person => _house.As(person).ListAsync(_house.Acme, query)).ToList();
        release.SetResult();
        var pages = await Task.WhenAll(asking);
        Assert.Equal(1, _house.Logto.Calls.CountOf("IOrganizationMembersClient.ListAsync"));
        return [.. pages.Select(page => page.Value)];
    }
}
