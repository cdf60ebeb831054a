using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Organizations;

public sealed class CreateOrganizationTests : IDisposable
{
    private const string Create = "IOrganizationsClient.CreateAsync";
    private const string Delete = "IOrganizationsClient.DeleteAsync";
    private const string List = "IOrganizationsClient.ListAsync";
    private const string Join = "IOrganizationMembersClient.AddAsync";
    private const string GiveRole = "IOrganizationMembersClient.AddRolesAsync";

    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(5);

    private readonly OrganizationsHouse _house = new();
    private readonly Guid _request = Guid.NewGuid();

    public CreateOrganizationTests() => _house.SignIn(_house.Dave);

    public static TheoryData<string> Steps => [Create, Join, GiveRole];

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_creator_becomes_its_administrator()
    {
        var created = await CreateAsync();

        var organization = Assert.Single(_house.Logto.Organizations, one => one.Id == created.Value);
        Assert.Equal(("Initech", "Reports"), (organization.Name, organization.Description));
        Assert.Equal(["admin"], _house.Logto.RoleNamesOf(created.Value, _house.Dave));
        Assert.Contains(new MembersChanged(created.Value, _house.Dave), _house.Events.Published);
    }

    [Fact]
    public async Task It_takes_three_calls_the_account_and_the_list_of_roles()
    {
        await CreateAsync();

        Assert.Equal(["IUsersClient.GetAsync", "IOrganizationRolesClient.ListAsync", Create, Join, GiveRole], _house.Logto.Calls.Made);
    }

    [Fact]
    public async Task It_stands_in_the_audit_trail_with_what_was_made()
    {
        var created = await CreateAsync();

        var record = Assert.Single(_house.Audit.Records);
        Assert.Equal((AuditActions.CreateOrganization, "done"), (record.Action, record.Outcome));
        Assert.Equal((created.Value, created.Value.Value), (record.Organization, record.TargetId));
    }

    [Fact]
    public async Task Trying_again_after_success_makes_no_second_one()
    {
        var first = await CreateAsync();
        var second = await CreateAsync();

        Assert.Equal(first.Value, second.Value);
        Assert.Single(_house.Named("Initech"));
        Assert.Single(_house.Audit.Records);
    }

    [Fact]
    public async Task Two_clicks_at_once_make_one()
    {
        var held = _house.Logto.Calls.Hold(Create);
        var first = CreateAsync();
        var second = CreateAsync();
        held.SetResult();

        Assert.Equal((await first).Value, (await second).Value);
        Assert.Single(_house.Named("Initech"));
    }

    [Fact]
    public async Task The_same_number_from_somebody_else_is_another_creation()
    {
        var mine = await CreateAsync();
        _house.SignIn(_house.Alice);
        var hers = await CreateAsync();

        Assert.NotEqual(mine.Value, hers.Value);
        Assert.Null(_house.Logto.FindMember(mine.Value, _house.Alice));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task When_a_step_fails_nothing_is_left_and_trying_again_makes_one(string step)
    {
        _house.Logto.Calls.Fail(step, FakeLogtoCalls.Outage());

        var failed = await CreateAsync();

        Assert.True(failed.Failure is Unavailable or Interrupted { IsUndone: true });
        Assert.Empty(_house.Named("Initech"));
        Assert.Equal(3, _house.Logto.Members.Count);
        Assert.Empty(_house.Events.Published);
        Assert.Equal("failed", Assert.Single(_house.Audit.Records).Outcome);

        await AssertTryingAgainMakesOneAsync();
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task When_the_answer_to_a_step_is_lost_trying_again_makes_one(string step)
    {
        _house.Logto.Calls.FailAfterActing(step, FakeLogtoCalls.Outage());

        Assert.True((await CreateAsync()).IsFailure);

        await AssertTryingAgainMakesOneAsync();
    }

    [Theory]
    [InlineData(Join)]
    [InlineData(GiveRole)]
    public async Task What_cannot_be_taken_back_at_once_is_said_and_taken_back_later(string step)
    {
        _house.Logto.Calls.Fail(step, FakeLogtoCalls.Outage());
        _house.Logto.Calls.Fail(Delete, FakeLogtoCalls.Outage());

        Assert.False(Assert.IsType<Interrupted>((await CreateAsync()).Failure).IsUndone);
        Assert.Single(_house.Named("Initech"));

        _house.Clock.Advance(LongEnough);
        await _house.RepairAsync();
        Assert.Empty(_house.Named("Initech"));
    }

    [Theory]
    [InlineData(Join)]
    [InlineData(GiveRole)]
    public async Task What_could_not_be_taken_back_is_gone_when_trying_again_succeeds(string step)
    {
        _house.Logto.Calls.Fail(step, FakeLogtoCalls.Outage());
        _house.Logto.Calls.Fail(Delete, FakeLogtoCalls.Outage());
        await CreateAsync();

        await AssertTryingAgainMakesOneAsync();
    }

    [Theory]
    [InlineData("Initech")]
    [InlineData("100% of_Initech \\ Sons")]
    [InlineData("%_%")]
    public async Task One_whose_id_never_arrived_is_found_by_its_mark(string name)
    {
        _house.Logto.Calls.FailAfterActing(Create, FakeLogtoCalls.Outage());
        Assert.IsType<Unavailable>((await CreateAsync(name)).Failure);
        Assert.Single(_house.Named(name));

        _house.Clock.Advance(LongEnough);
        await _house.RepairAsync();

        Assert.Empty(_house.Named(name));
        Assert.Equal(2, _house.Logto.Organizations.Count);
    }

    [Fact]
    public async Task It_is_found_among_many_of_the_same_name()
    {
        for (var i = 0; i < 250; i++)
        {
            _house.Logto.AddOrganization("Initech");
        }

        _house.Logto.Calls.FailAfterActing(Create, FakeLogtoCalls.Outage());
        await CreateAsync();
        _house.Clock.Advance(LongEnough);
        await _house.RepairAsync();

        Assert.Equal(250, _house.Named("Initech").Count);
        Assert.Equal(3, _house.Logto.Calls.CountOf(List));
    }

    [Fact]
    public async Task One_that_somebody_belongs_to_is_left_alone()
    {
        _house.Logto.Calls.FailAfterActing(Create, FakeLogtoCalls.Outage());
        await CreateAsync();
        _house.Logto.AddMember(_house.Named("Initech")[0], _house.Bob, _house.Admin);

        _house.Clock.Advance(LongEnough);
        await _house.RepairAsync();

        Assert.Single(_house.Named("Initech"));
    }

    [Fact]
    public async Task The_repair_tries_until_Logto_answers_and_then_rests()
    {
        _house.Logto.Calls.FailAfterActing(Create, FakeLogtoCalls.Outage());
        await CreateAsync();
        _house.Clock.Advance(LongEnough);
        _house.Logto.Calls.Fail(List, FakeLogtoCalls.Outage());

        await _house.RepairAsync();
        Assert.Single(_house.Named("Initech"));
        await _house.RepairAsync();
        Assert.Empty(_house.Named("Initech"));

        _house.Logto.Calls.Clear();
        await _house.RepairAsync();
        Assert.Empty(_house.Logto.Calls.Made);
    }

    [Fact]
    public async Task The_repair_does_not_disturb_what_may_still_be_under_way()
    {
        _house.Logto.Calls.FailAfterActing(Create, FakeLogtoCalls.Outage());
        await CreateAsync();

        await _house.RepairAsync();

        Assert.Single(_house.Named("Initech"));
    }

    [Fact]
    public async Task The_repair_leaves_what_is_done()
    {
        await CreateAsync();
        _house.Clock.Advance(LongEnough);

        await _house.RepairAsync();

        Assert.Single(_house.Named("Initech"));
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData("  \t ", "required")]
    [InlineData("\u200B\u200D", "required")]
    [InlineData("Ini\u0007tech", "control_characters")]
    [InlineData("Initech\u202Egnp", "control_characters")]
    [InlineData("Ini\ntech", "control_characters")]
    [InlineData("Initech <a href=x>", "angle_brackets")]
    public async Task A_name_that_cannot_be_used_is_refused_before_anything_is_made(string name, string reason)
    {
        var refused = await CreateAsync(name);

        Assert.Equal(new FieldFailure("name", reason), Assert.Single(Assert.IsType<Invalid>(refused.Failure).Fields));
        Assert.Equal(["IUsersClient.GetAsync"], _house.Logto.Calls.Made);
    }

    [Fact]
    public async Task Too_long_a_name_and_too_long_a_description_are_both_said()
    {
        var refused = await _house.Service.CreateAsync(_request, new CreateOrganizationForm(new string('n', 129), new string('d', 257)));

        Assert.Equal([new FieldFailure("name", "too_long"), new FieldFailure("description", "too_long")], Assert.IsType<Invalid>(refused.Failure).Fields);
    }

    [Fact]
    public async Task White_space_around_the_name_goes_and_an_empty_description_is_none()
    {
        var created = await _house.Service.CreateAsync(_request, new CreateOrganizationForm("  Initech ", "  "));

        var organization = _house.Logto.Organizations.Single(one => one.Id == created.Value);
        Assert.Equal(("Initech", null), (organization.Name, organization.Description));
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_creates_anything()
    {
        _house.User.SignOut();

        Assert.IsType<SignInRequired>((await CreateAsync()).Failure);
        Assert.Empty(_house.Logto.Calls.Made);
    }

    [Fact]
    public async Task Where_the_deployer_wants_nobody_to_create_nobody_does()
    {
        using var house = new OrganizationsHouse(("Portal:Organizations:Creation", "Nobody"));
        house.SignIn(house.Dave);

        var refused = await house.Service.CreateAsync(_request, new CreateOrganizationForm("Initech"));

        Assert.Equal(new Refused(RefusalReasons.CreationNotAllowed), refused.Failure);
        Assert.Equal(refused.Failure, (await house.Service.GetCreationTermsAsync()).Failure);
        Assert.Empty(house.Named("Initech"));
        Assert.Equal("denied", Assert.Single(house.Audit.Records).Outcome);
    }

    [Fact]
    public async Task One_person_creates_as_many_as_the_deployer_allows_and_a_deleted_one_does_not_count()
    {
        using var house = new OrganizationsHouse(("Portal:Organizations:PerPerson", "1"));
        house.SignIn(house.Dave);
        var first = await house.Service.CreateAsync(Guid.NewGuid(), new CreateOrganizationForm("First"));

        var second = await house.Service.CreateAsync(_request, new CreateOrganizationForm("Second"));
        Assert.Equal("organizations_per_person", Assert.IsType<LimitReached>(second.Failure).Code);
        Assert.Empty(house.Named("Second"));

        await house.Service.DeleteAsync(first.Value, "First");
        Assert.False((await house.Service.CreateAsync(_request, new CreateOrganizationForm("Second"))).IsFailure);
    }

    [Fact]
    public async Task A_failed_one_does_not_count_towards_the_limit()
    {
        using var house = new OrganizationsHouse(("Portal:Organizations:PerPerson", "1"));
        house.SignIn(house.Dave);
        house.Logto.Calls.Fail(GiveRole, FakeLogtoCalls.Outage());
        await house.Service.CreateAsync(Guid.NewGuid(), new CreateOrganizationForm("First"));

        Assert.False((await house.Service.CreateAsync(Guid.NewGuid(), new CreateOrganizationForm("Second"))).IsFailure);
    }

    [Fact]
    public async Task Without_a_role_that_makes_administrators_none_is_created()
    {
        _house.Logto.Roles.RemoveAll(role => role.Id == _house.Admin);

        Assert.Equal(new Refused(RefusalReasons.NoAdministratorRole), (await CreateAsync()).Failure);
        Assert.Empty(_house.Named("Initech"));
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("locks")]
    [InlineData("store")]
    public async Task What_cannot_be_recorded_is_not_done(string down)
    {
        (_house.Audit.IsDown, _house.Locks.IsDown, _house.Store.IsDown) = (down == "audit", down == "locks", down == "store");

        Assert.IsType<Unavailable>((await CreateAsync()).Failure);
        Assert.Equal(0, _house.Logto.Calls.CountOf(Create));
    }

    [Fact]
    public async Task The_terms_list_roles_for_people_and_propose_the_least()
    {
        var terms = await _house.Service.GetCreationTermsAsync();

        Assert.Equal(["member", "admin"], terms.Value.Roles.Select(role => role.Role.Name));
        Assert.All(terms.Value.Roles, role => Assert.True(role.CanGrant));
        Assert.Equal("member", terms.Value.Proposed?.Role.Name);
    }

    [Fact]
    public async Task The_terms_lock_a_role_that_goes_beyond_the_administrators()
    {
        _house.Logto.AddRole("auditor", "read:member", "read:everything");

        var terms = await _house.Service.GetCreationTermsAsync();

        Assert.False(terms.Value.Roles.Single(role => role.Role.Name == "auditor").CanGrant);
    }

    private Task<Result<OrgPortal.Web.Logto.OrganizationId>> CreateAsync(string name = "Initech") =>
        _house.Service.CreateAsync(_request, new CreateOrganizationForm(name, "Reports"));

    private async Task AssertTryingAgainMakesOneAsync()
    {
        var again = await CreateAsync();

        Assert.False(again.IsFailure);
        Assert.Equal(again.Value, Assert.Single(_house.Named("Initech")));
        Assert.Equal(["admin"], _house.Logto.RoleNamesOf(again.Value, _house.Dave));

        _house.Clock.Advance(LongEnough);
        await _house.RepairAsync();
        Assert.Equal(again.Value, Assert.Single(_house.Named("Initech")));
    }
}
