using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Members;

public sealed class GetMemberTests : IDisposable
{
    private const string GetsUser = "IUsersClient.GetAsync";
    private const string ReadsRoles = "IOrganizationMembersClient.ListRolesAsync";
    private const string ReadsTemplate = "IOrganizationRolesClient.ListAsync";
    private const string ReadsScopes = "IOrganizationMembersClient.ListScopesAsync";
    private const string ReadsFactors = "IUsersClient.ListSecondFactorsAsync";

    private readonly MembersHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_member_is_told_with_roles_and_through_which_role_each_permission_comes()
    {
        _house.Logto.FindMember(_house.Acme, _house.Bob)!.Roles.Add(_house.Manager);

        var profile = await GetAsync(_house.Alice, _house.Bob);

        Assert.Equal(("Bob Birch", "bob@acme.example", false), (profile.Row.Name, profile.Row.EmailAddress, profile.Row.IsMe));
        Assert.Equal(["Manager", "Member"], profile.Roles.Select(role => role.Name));
        Assert.Equal(["Manager", "Member"], Power(profile, OrganizationPermissions.ReadMembers).Through);
        Assert.Equal(["Manager"], Power(profile, OrganizationPermissions.InviteMembers).Through);
        Assert.Empty(Power(profile, OrganizationPermissions.ReadAudit).Through);
        Assert.Equal([MembersHouse.Administrator], Power(profile, OrganizationPermissions.ReadAudit).ComesWith);
        Assert.Equal(4, profile.Powers!.CountHeld());
        Assert.Equal([MembersHouse.Administrator], profile.Powers.AdministratorRoles.Select(role => role.Name));
    }

    [Fact]
    public async Task Permissions_of_applications_and_of_API_resources_are_told_too()
    {
        var role = _house.Logto.AddRole("Builder", "use:project");
        var index = _house.Logto.Roles.FindIndex(one => one.Id == role);
        _house.Logto.Roles[index] = _house.Logto.Roles[index] with { ResourceScopes = [new ResourceScopeName("rs1", "write:build", new ResourceName("res1", "Build service"))] };
        _house.Logto.AddMember(_house.Acme, _house.Bob, role);

        var powers = (await GetAsync(_house.Alice, _house.Bob)).Powers!;

        var own = powers.Permissions[^1];
        Assert.Equal(("use:project", null, "Builder"), (own.Scope, own.Key, Assert.Single(own.Through)));
        var resource = Assert.Single(powers.Resources);
        Assert.Equal(("res1", "Build service", "write:build", "Builder"), (resource.ResourceId, resource.ResourceName, resource.Scope, Assert.Single(resource.Through)));
    }

    [Fact]
    public async Task A_member_costs_two_calls_beside_the_template_and_an_administrator_one_more()
    {
        await GetAsync(_house.Alice, _house.Bob);
        _house.Logto.Calls.Clear();

        await GetAsync(_house.Alice, _house.Bob);
        Assert.Equal([ReadsRoles, GetsUser], _house.Logto.Calls.Made.Where(call => call != ReadsTemplate).Order());
        _house.Logto.Calls.Clear();

        await GetAsync(_house.Alice, _house.Alice);
        Assert.Equal(["IOrganizationMembersClient.ListAsync", ReadsRoles, GetsUser], _house.Logto.Calls.Made.Distinct().Where(call => call != ReadsTemplate).Order());
    }

    [Fact]
    public async Task What_cannot_be_done_is_told_with_its_reason()
    {
        var manager = _house.AddMember("Mara Moss", _house.Manager);

        var above = await GetAsync(manager, _house.Alice);
        Assert.Equal(new MemberLock(RefusalReasons.AboveOwnPermissions, MembersHouse.Administrator), above.Row.RolesLock);
        Assert.Equal(new MemberLock(RefusalReasons.AboveOwnPermissions, MembersHouse.Administrator), Assert.Single(above.Roles).Lock);

        var lacking = await GetAsync(_house.Bob, _house.Carol);
        Assert.Equal(MemberLock.Needs(OrganizationPermissions.ManageMembers), lacking.Row.RolesLock);
        Assert.Equal(MemberLock.Needs(OrganizationPermissions.DeleteMembers), lacking.Row.RemovalLock);

        var last = await GetAsync(_house.Alice, _house.Alice);
        Assert.True(last.Row.IsLastAdministrator);
        Assert.Equal(MemberLock.LastAdministrator, Assert.Single(last.Roles).Lock);

        Assert.Null(Assert.Single((await GetAsync(_house.Alice, _house.Bob)).Roles).Lock);
    }

    [Fact]
    public async Task Joining_is_told_as_the_records_have_it()
    {
        var joining = new Joining(_house.Clock.GetUtcNow(), true);
        _house.Joinings.Known[_house.Alice] = joining;

        Assert.Equal((joining, true), await JoiningAsync(_house.Alice));
        Assert.Equal((null, true), await JoiningAsync(_house.Bob));
        _house.Joinings.IsDown = true;
        Assert.Equal((null, false), await JoiningAsync(_house.Alice));
    }

    [Fact]
    public async Task Without_the_permission_only_oneself_is_to_be_seen()
    {
        Assert.Equal(new Forbidden(OrganizationPermissions.ReadMembers.Value), (await _house.As(_house.Carol).GetAsync(_house.Acme, _house.Bob)).Failure);
        Assert.Equal(0, _house.Logto.Calls.CountOf(GetsUser));

        var own = await GetAsync(_house.Carol, _house.Carol);
        Assert.True(own.Row.IsMe);
        Assert.Empty(own.Roles);
    }

    [Fact]
    public async Task Whoever_is_no_member_is_answered_like_whoever_does_not_exist()
    {
        var stranger = _house.Logto.AddUser("eve@globex.example", "Eve");
        _house.Logto.AddMember(_house.Logto.AddOrganization("Globex"), stranger, _house.Admin);

        Assert.IsType<NotFound>((await _house.As(_house.Alice).GetAsync(_house.Acme, stranger)).Failure);
        Assert.IsType<NotFound>((await _house.As(_house.Alice).GetAsync(_house.Acme, UserId.Parse("nobody123456"))).Failure);
        Assert.IsType<NotFound>((await _house.As(_house.Alice).ListSecondFactorsAsync(_house.Acme, stranger)).Failure);
        Assert.Equal(0, _house.Logto.Calls.CountOf(ReadsFactors));
        Assert.IsType<NotFound>((await _house.As(stranger).GetAsync(_house.Acme, _house.Bob)).Failure);
        Assert.IsType<NotFound>((await _house.As(stranger).GetAsync(_house.Acme, stranger)).Failure);
        Assert.IsType<SignInRequired>((await _house.As(null).GetAsync(_house.Acme, _house.Bob)).Failure);
    }

    [Theory]
    [InlineData(GetsUser)]
    [InlineData(ReadsRoles)]
    [InlineData(ReadsScopes)]
    public async Task Logto_failing_is_told_as_unavailable(string call)
    {
        _house.Logto.Calls.Fail(call, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _house.As(_house.Alice).GetAsync(_house.Acme, _house.Bob)).Failure);
    }

    [Fact]
    public async Task Without_the_template_the_member_is_shown_and_the_powers_are_not()
    {
        _house.Logto.Calls.Fail(ReadsTemplate, FakeLogtoCalls.Outage());

        var profile = await GetAsync(_house.Alice, _house.Bob);

        Assert.Null(profile.Powers);
        Assert.Equal("Member", Assert.Single(profile.Roles).Name);
    }

    [Fact]
    public async Task When_it_cannot_be_said_whether_there_is_another_administrator_the_page_stands()
    {
        _house.Logto.Calls.Fail("IOrganizationMembersClient.ListAsync", FakeLogtoCalls.Outage());

        Assert.False((await GetAsync(_house.Alice, _house.Alice)).Row.IsLastAdministrator);
    }

    [Fact]
    public async Task Second_factors_are_for_those_who_manage_members_or_security()
    {
        _house.Logto.SecondFactors.Add((_house.Bob, "Totp"));
        var guardian = _house.AddMember("Gia Gale", _house.Logto.AddRole("Guardian", "manage:security"));

        Assert.Equal("Totp", Assert.Single((await _house.As(_house.Alice).ListSecondFactorsAsync(_house.Acme, _house.Bob)).Value).Type);
        Assert.Single((await _house.As(guardian).ListSecondFactorsAsync(_house.Acme, _house.Bob)).Value);
        Assert.Equal(new Forbidden(OrganizationPermissions.ManageMembers.Value), (await _house.As(_house.Bob).ListSecondFactorsAsync(_house.Acme, _house.Bob)).Failure);
        Assert.IsType<SignInRequired>((await _house.As(null).ListSecondFactorsAsync(_house.Acme, _house.Bob)).Failure);
    }

    [Theory]
    [InlineData(ReadsRoles)]
    [InlineData(ReadsFactors)]
    public async Task Second_factors_that_cannot_be_read_are_unavailable(string call)
    {
        _house.Logto.Calls.Fail(call, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _house.As(_house.Alice).ListSecondFactorsAsync(_house.Acme, _house.Bob)).Failure);
    }

    private static MemberPower Power(MemberProfile profile, PermissionKey key) => Assert.Single(profile.Powers!.Permissions, power => power.Key == key);

    private async Task<MemberProfile> GetAsync(UserId viewer, UserId member) => (await _house.As(viewer).GetAsync(_house.Acme, member)).Value;

    private async Task<(Joining?, bool)> JoiningAsync(UserId member)
    {
        var profile = await GetAsync(_house.Alice, member);
        return (profile.Joining, profile.IsJoiningRead);
    }
}
