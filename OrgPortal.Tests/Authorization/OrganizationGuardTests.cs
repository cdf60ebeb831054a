using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Events.Nodes;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Authorization;

public sealed class OrganizationGuardTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeLogto _logto = new();
    private readonly FakeCurrentUser _currentUser = new();
    private readonly FakeAuditTrail _audit = new();
    private readonly FakeOrganizationEvents _events = new();
    private readonly PermissionReader _reader;
    private readonly OrganizationGuard _guard;
    private readonly OrganizationId _acme;
    private readonly OrganizationId _globex;
    private readonly OrganizationRoleId _admin;
    private readonly UserId _alice;

    public OrganizationGuardTests()
    {
        _reader = new PermissionReader(_logto.MembersClient, Options.Create(new PermissionOptions()), NoVisits.Rights(_logto.UsersClient), _events, new TenantEvents(new SingleNode()), _time);
        _guard = new OrganizationGuard(_currentUser, _reader, new AccountStanding(_logto.UsersClient), new OpenSecondFactorGate(), new NoOrganizationHolds(), _audit);
        _acme = _logto.AddOrganization("Acme");
        _globex = _logto.AddOrganization("Globex");
        _admin = _logto.AddRole("admin", "read:member", "invite:member");
        _alice = _logto.AddUser("alice@example.com");
        _logto.AddMember(_acme, _alice, _admin);
        _currentUser.SignIn(_alice);
    }

    public void Dispose() => _reader.Dispose();

    [Fact]
    public async Task A_member_with_the_permission_goes_on()
    {
        Assert.Null(await _guard.DenyUnlessAsync(_acme, OrganizationPermissions.InviteMembers));
        Assert.Null(await _guard.DenyReadUnlessAsync(_acme, OrganizationPermissions.ReadMembers));
        Assert.Empty(_audit.Records);
    }

    [Fact]
    public async Task A_member_without_the_permission_is_told_which_one_is_missing_and_it_goes_on_record()
    {
        var denied = await _guard.DenyUnlessAsync(_acme, OrganizationPermissions.DeleteMembers);

        Assert.Equal(new Forbidden("members.delete"), denied);
        var record = Assert.Single(_audit.Records);
        Assert.Equal(("access.deny", "denied", "forbidden", "members.delete"), (record.Action, record.Outcome, record.Reason, record.Act.TargetName));
    }

    [Theory]
    [InlineData("members.read", "members.invite", null)]
    [InlineData("members.invite", "members.delete", "members.delete")]
    [InlineData("organization.delete", "members.invite", "organization.delete")]
    public async Task Several_rights_are_read_once_and_the_one_that_lacks_goes_on_record(string first, string second, string? lacking)
    {
        var denied = await _guard.DenyUnlessAllAsync(_acme, [.. OrganizationPermissions.All.Select(permission => permission.Key).Where(key => key.Value == first || key.Value == second)]);

        Assert.Equal(lacking is null ? null : new Forbidden(lacking), denied);
        Assert.Equal(["IOrganizationMembersClient.ListScopesAsync", "IUsersClient.GetAsync"], _logto.Calls.Made);
        Assert.Equal(lacking is null ? [] : [lacking], _audit.Records.Select(record => record.Act.TargetName));
        Assert.IsType<NotFound>(await _guard.DenyUnlessAllAsync(_globex, [OrganizationPermissions.InviteMembers, OrganizationPermissions.ReadMembers]));
    }

    [Fact]
    public async Task Another_organization_answers_exactly_like_an_unknown_one()
    {
        var foreign = await _guard.DenyUnlessAsync(_globex, OrganizationPermissions.ReadMembers);
        var unknown = await _guard.DenyUnlessAsync(OrganizationId.Parse("nosuchorg123"), OrganizationPermissions.ReadMembers);

        Assert.IsType<NotFound>(foreign);
        Assert.Equal(foreign, unknown);
    }

    [Fact]
    public async Task A_member_without_any_role_is_a_member_all_the_same()
    {
        var bob = _logto.AddUser("bob@example.com");
        _logto.AddMember(_acme, bob);
        _currentUser.SignIn(bob);

        Assert.Null(await _guard.DenyUnlessMemberAsync(_acme));
        Assert.IsType<Forbidden>(await _guard.DenyReadUnlessAsync(_acme, OrganizationPermissions.ReadMembers));
    }

    [Fact]
    public async Task Nobody_is_asked_to_sign_in_first()
    {
        _currentUser.SignOut();

        Assert.IsType<SignInRequired>(await _guard.DenyUnlessAsync(_acme, OrganizationPermissions.ReadMembers));
        Assert.IsType<SignInRequired>(await _guard.DenyUnlessSignedInAsync());
        Assert.Empty(_logto.Calls.Made);
    }

    [Fact]
    public async Task A_change_sees_a_right_that_was_just_taken_away()
    {
        Assert.Null(await _guard.DenyReadUnlessAsync(_acme, OrganizationPermissions.InviteMembers));
        _logto.FindMember(_acme, _alice)!.Roles.Clear();

        Assert.IsType<Forbidden>(await _guard.DenyUnlessAsync(_acme, OrganizationPermissions.InviteMembers));
    }

    [Fact]
    public async Task A_change_that_was_denied_ends_the_right_to_read_as_well()
    {
        Assert.Null(await _guard.DenyReadUnlessAsync(_acme, OrganizationPermissions.ReadMembers));
        _logto.FindMember(_acme, _alice)!.Roles.Clear();
        await _guard.DenyUnlessAsync(_acme, OrganizationPermissions.InviteMembers);

        Assert.IsType<Forbidden>(await _guard.DenyReadUnlessAsync(_acme, OrganizationPermissions.ReadMembers));
    }

    [Fact]
    public async Task Reads_use_a_right_for_fifteen_seconds_and_not_longer()
    {
        await _guard.DenyReadUnlessAsync(_acme, OrganizationPermissions.ReadMembers);
        _logto.FindMember(_acme, _alice)!.Roles.Clear();

        _time.Advance(TimeSpan.FromSeconds(14));
        Assert.Null(await _guard.DenyReadUnlessAsync(_acme, OrganizationPermissions.ReadMembers));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<Forbidden>(await _guard.DenyReadUnlessAsync(_acme, OrganizationPermissions.ReadMembers));
    }

    [Fact]
    public async Task Repeated_reads_ask_Logto_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _guard.DenyReadUnlessAsync(_acme, OrganizationPermissions.ReadMembers)));

        Assert.Single(_logto.Calls.Made);
    }

    [Fact]
    public async Task An_own_change_of_members_drops_the_remembered_right_at_once()
    {
        await _guard.DenyReadUnlessAsync(_acme, OrganizationPermissions.ReadMembers);
        _logto.FindMember(_acme, _alice)!.Roles.Clear();

        _events.Publish(new MembersChanged(_acme, _alice));

        Assert.IsType<Forbidden>(await _guard.DenyReadUnlessAsync(_acme, OrganizationPermissions.ReadMembers));
    }

    [Fact]
    public async Task Without_an_answer_from_Logto_nobody_is_allowed_anything_and_the_next_try_asks_again()
    {
        _logto.Calls.FailNext(new LogtoUnreachableException("test"));

        Assert.IsType<Unavailable>(await _guard.DenyUnlessAsync(_acme, OrganizationPermissions.InviteMembers));
        Assert.Null(await _guard.DenyUnlessAsync(_acme, OrganizationPermissions.InviteMembers));
    }

    [Fact]
    public async Task Reads_go_on_for_fifteen_seconds_while_Logto_is_away()
    {
        await _guard.DenyReadUnlessAsync(_acme, OrganizationPermissions.ReadMembers);
        _logto.Calls.FailNext(new LogtoUnreachableException("test"));
        Assert.IsType<Unavailable>(await _guard.DenyUnlessAsync(_acme, OrganizationPermissions.InviteMembers));

        Assert.Null(await _guard.DenyReadUnlessAsync(_acme, OrganizationPermissions.ReadMembers));
    }

    [Fact]
    public async Task The_empty_identifier_names_no_organization()
    {
        Assert.IsType<NotFound>(await _guard.DenyUnlessAsync(default, OrganizationPermissions.ReadMembers));
        Assert.Empty(_logto.Calls.Made);
    }

    [Fact]
    public async Task Somebody_suspended_changes_nothing_whatever_their_roles_are()
    {
        Suspend();

        Assert.IsType<SignInRequired>(await _guard.DenyUnlessAsync(_acme, OrganizationPermissions.InviteMembers));
        Assert.IsType<SignInRequired>(await _guard.DenyUnlessMemberAsync(_acme));
        Assert.IsType<SignInRequired>(await _guard.DenyUnlessActiveAsync());
        Assert.IsType<SignInRequired>((await _guard.FindActiveAsync()).Failure);
        Assert.IsType<SignInRequired>(await _guard.DenyUnlessAllAsync(_acme, [OrganizationPermissions.InviteMembers]));
        Assert.All(_audit.Records, record => Assert.Equal(("denied", "sign_in_required"), (record.Outcome, record.Reason)));
        Assert.Equal(5, _audit.Records.Count);
    }

    [Fact]
    public async Task A_change_asks_Logto_for_the_rights_and_the_account_and_nothing_else()
    {
        await _guard.DenyUnlessAsync(_acme, OrganizationPermissions.InviteMembers);

        Assert.Equal(["IOrganizationMembersClient.ListScopesAsync", "IUsersClient.GetAsync"], _logto.Calls.Made);
    }

    [Fact]
    public async Task An_account_that_is_gone_changes_nothing()
    {
        _logto.Users.Clear();

        Assert.IsType<SignInRequired>(await _guard.DenyUnlessAsync(_acme, OrganizationPermissions.InviteMembers));
        Assert.IsType<SignInRequired>(await _guard.DenyUnlessActiveAsync());
    }

    [Fact]
    public async Task Without_an_answer_about_the_account_nobody_changes_anything()
    {
        _logto.Calls.Fail("IUsersClient.GetAsync", FakeLogtoCalls.Outage(), 3);

        Assert.IsType<Unavailable>(await _guard.DenyUnlessAsync(_acme, OrganizationPermissions.InviteMembers));
        Assert.IsType<Unavailable>(await _guard.DenyUnlessActiveAsync());
        Assert.IsType<Unavailable>((await _guard.FindActiveAsync()).Failure);
        Assert.Equal(_alice, (await _guard.FindActiveAsync()).Value.Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_from_before_an_own_change_is_not_remembered(bool isRemembered)
    {
        if (isRemembered)
        {
            Assert.Null(await _guard.DenyReadUnlessAsync(_acme, OrganizationPermissions.ReadMembers));
        }

        _logto.Calls.Before("IUsersClient.GetAsync", () =>
        {
            _logto.FindMember(_acme, _alice)!.Roles.Clear();
            _events.Publish(new MembersChanged(_acme, _alice));
        });

        Assert.Null(await _guard.DenyUnlessAsync(_acme, OrganizationPermissions.InviteMembers));
        Assert.IsType<Forbidden>(await _guard.DenyReadUnlessAsync(_acme, OrganizationPermissions.ReadMembers));
    }

    [Fact]
    public async Task What_was_asked_before_an_own_change_and_answered_after_it_is_not_learned()
    {
        var asked = _time.GetUtcNow();
        var before = new OrganizationRights(true, new HashSet<PermissionKey> { OrganizationPermissions.ReadMembers });
        _logto.FindMember(_acme, _alice)!.Roles.Clear();
        _events.Publish(new MembersChanged(_acme, _alice));

        Assert.Null(_reader.Learn(_acme, _alice, before, asked));

        Assert.IsType<Forbidden>(await _guard.DenyReadUnlessAsync(_acme, OrganizationPermissions.ReadMembers));
    }

    [Fact]
    public async Task Configuration_maps_a_permission_to_another_name()
    {
        using var reader = new PermissionReader(
            _logto.MembersClient, Options.Create(new PermissionOptions { ["members.delete"] = "invite:member" }), NoVisits.Rights(_logto.UsersClient), _events, new TenantEvents(new SingleNode()), _time);
        var guard = new OrganizationGuard(_currentUser, reader, new AccountStanding(_logto.UsersClient), new OpenSecondFactorGate(), new NoOrganizationHolds(), _audit);

        Assert.Null(await guard.DenyUnlessAsync(_acme, OrganizationPermissions.DeleteMembers));
    }

    private void Suspend()
    {
        var index = _logto.Users.FindIndex(user => user.Id == _alice);
        _logto.Users[index] = _logto.Users[index] with { IsSuspended = true };
    }
}
