using OrgPortal.Tests.Features.Invitations;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;
using Microsoft.Extensions.Logging.Abstractions;

namespace OrgPortal.Tests.Features.Members;

public sealed class PermissionRequestServiceTests : IDisposable
{
    private static readonly string ListMembers = FakeLogtoCalls.Name(nameof(IOrganizationMembersClient), nameof(IOrganizationMembersClient.ListAsync));

    private readonly InvitationTestBed _bed = new();

    private PermissionRequestService Service => new(
        _bed.Get<IOrganizationGuard>(),
        _bed.User,
        _bed.Get<IPermissionReader>(),
        _bed.Get<IAdministrators>(),
        new PermissionAsks(_bed.Store, _bed.Clock, NullLogger<PermissionAsks>.Instance),
        _bed.Get<INotices>(),
        _bed.Audit);

    public PermissionRequestServiceTests() => _bed.SignIn(_bed.Bob);

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task Every_member_knows_whom_to_ask_by_name()
    {
        _bed.Logto.Members.Single(member => member.User == _bed.Bob).Roles.Clear();

        var contact = Assert.Single((await Service.ListAdministratorsAsync(_bed.Acme)).Value);

        Assert.Equal(new AdministratorContact(_bed.Alice, "Alice Adams", null), contact);
    }

    [Fact]
    public async Task Of_many_a_handful_is_named_and_oneself_is_not()
    {
        foreach (var i in Enumerable.Range(0, 20))
        {
            _bed.Logto.AddMember(_bed.Acme, _bed.Logto.AddUser($"admin{i}@acme.example", $"Admin {i}"), _bed.Admin);
        }

        _bed.SignIn(_bed.Alice);
        _bed.Logto.Calls.Clear();
        var named = (await Service.ListAdministratorsAsync(_bed.Acme)).Value;

        Assert.Equal(IPermissionRequestService.MostNamed, named.Count);
        Assert.DoesNotContain(named, person => person.Id == _bed.Alice);
        Assert.Equal(1, _bed.Logto.Calls.CountOf(ListMembers));
    }

    [Fact]
    public async Task Somebody_without_a_name_is_not_named_by_address()
    {
        _bed.Logto.AddMember(_bed.Acme, _bed.Logto.AddUser("nameless@acme.example", null), _bed.Admin);

        Assert.DoesNotContain((await Service.ListAdministratorsAsync(_bed.Acme)).Value, person => person.Name.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asking_tells_the_administrators_who_asks_for_what()
    {
        Assert.False((await Service.AskAsync(_bed.Acme, OrganizationPermissions.InviteMembers)).IsFailure);

        var notice = Assert.Single(_bed.NoticesOf(_bed.Alice));
        var facts = NoticeFacts.Read(notice.Facts);
        Assert.Equal((NoticeKinds.PermissionAsked, _bed.Bob.Value, "Bob Brown", "members.invite"), (notice.Kind, facts.PersonId, facts.PersonName, facts.Permission));
        Assert.Empty(_bed.NoticesOf(_bed.Ina));
        Assert.Contains(_bed.Audit.Records, record => record is { Action: AuditActions.AskForPermission, Outcome: "done" } && record.Act.TargetName == "members.invite");
        Assert.Equal(["member"], _bed.Logto.RoleNamesOf(_bed.Acme, _bed.Bob));
    }

    [Fact]
    public async Task The_same_is_asked_once_a_day_and_something_else_at_once()
    {
        await Service.AskAsync(_bed.Acme, OrganizationPermissions.InviteMembers);

        var again = Assert.IsType<LimitReached>((await Service.AskAsync(_bed.Acme, OrganizationPermissions.InviteMembers)).Failure);
        Assert.Equal(TimeSpan.FromHours(13.5), again.RetryAfter);
        Assert.False((await Service.AskAsync(_bed.Acme, OrganizationPermissions.ReadAudit)).IsFailure);
        _bed.Clock.Advance(TimeSpan.FromHours(14));
        Assert.False((await Service.AskAsync(_bed.Acme, OrganizationPermissions.InviteMembers)).IsFailure);

        Assert.Equal(3, _bed.NoticesOf(_bed.Alice).Length);
    }

    [Fact]
    public async Task What_one_holds_by_now_is_not_asked_for()
    {
        Assert.False((await Service.AskAsync(_bed.Acme, OrganizationPermissions.ReadMembers)).IsFailure);

        Assert.Empty(_bed.NoticesOf(_bed.Alice));
        Assert.Empty(_bed.Audit.Records);
    }

    [Fact]
    public async Task A_permission_that_does_not_exist_is_refused()
    {
        Assert.IsType<Invalid>((await Service.AskAsync(_bed.Acme, new PermissionKey("everything"))).Failure);

        Assert.Empty(_bed.NoticesOf(_bed.Alice));
    }

    [Fact]
    public async Task Nobody_asks_in_another_organization()
    {
        Assert.IsType<NotFound>((await Service.AskAsync(_bed.Globex, OrganizationPermissions.InviteMembers)).Failure);
        Assert.IsType<NotFound>((await Service.ListAdministratorsAsync(_bed.Globex)).Failure);

        Assert.Empty(_bed.NoticesOf(_bed.Greta));
    }

    [Fact]
    public async Task When_nobody_could_be_told_it_may_be_tried_again_at_once()
    {
        _bed.Logto.Calls.Fail(ListMembers, new LogtoUnreachableException("test"));

        Assert.IsType<Unavailable>((await Service.AskAsync(_bed.Acme, OrganizationPermissions.InviteMembers)).Failure);
        Assert.False((await Service.AskAsync(_bed.Acme, OrganizationPermissions.InviteMembers)).IsFailure);

        Assert.Single(_bed.NoticesOf(_bed.Alice));
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_asked()
    {
        _bed.Audit.IsDown = true;

        Assert.IsType<Unavailable>((await Service.AskAsync(_bed.Acme, OrganizationPermissions.InviteMembers)).Failure);

        Assert.Empty(_bed.NoticesOf(_bed.Alice));
    }
}
