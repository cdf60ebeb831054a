using Microsoft.EntityFrameworkCore;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Organizations;

public sealed class OrganizationServiceTests : IDisposable
{
    private static readonly OrganizationProfileForm NewProfile = new("  Acme Corporation ", " Everything for the desert ");

    private readonly OrganizationsHouse _house = new();

    public OrganizationServiceTests() => _house.SignIn(_house.Alice);

    private Organization Acme => _house.Logto.Organizations.Single(one => one.Id == _house.Acme);

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task My_organizations_come_by_name_with_my_roles_in_one_call()
    {
        _house.Logto.AddMember(_house.Logto.AddOrganization("aardvark"), _house.Alice);

        var mine = await _house.Service.ListMineAsync();

        Assert.Equal(["aardvark", "Acme"], mine.Value.Select(one => one.Name));
        Assert.Equal(["admin"], mine.Value[1].RoleNames);
        Assert.Empty(mine.Value[0].RoleNames);
        Assert.Single(_house.Logto.Calls.Made);
    }

    [Fact]
    public async Task Every_member_may_read_what_the_organization_says_about_itself()
    {
        _house.SignIn(_house.Bob);

        var read = await _house.Service.GetAsync(_house.Acme);

        Assert.Equal(("Acme", "Road-runner supplies"), (read.Value.Name, read.Value.Description));
    }

    [Fact]
    public async Task An_organization_of_others_looks_like_none()
    {
        var foreign = await _house.Service.GetAsync(_house.Globex);
        var unknown = await _house.Service.GetAsync(OrganizationId.Parse("nosuchone123"));

        Assert.IsType<NotFound>(foreign.Failure);
        Assert.Equal(foreign.Failure, unknown.Failure);
    }

    [Fact]
    public async Task The_profile_is_changed_recorded_and_announced()
    {
        var changed = await _house.Service.UpdateAsync(_house.Acme, NewProfile);

        Assert.False(changed.IsFailure);
        Assert.Equal(("Acme Corporation", "Everything for the desert"), (Acme.Name, Acme.Description));
        Assert.Equal([new OrganizationChanged(_house.Acme)], _house.Events.Published);
        var record = Assert.Single(_house.Audit.Records);
        Assert.Equal((AuditActions.UpdateOrganization, "done", _house.Acme.Value), (record.Action, record.Outcome, record.TargetId));
        Assert.Equal(new OrganizationProfileForm("Acme", "Road-runner supplies"), record.Act.Before);
        Assert.Equal(new OrganizationProfileForm("Acme Corporation", "Everything for the desert"), record.Act.After);
    }

    [Fact]
    public async Task An_emptied_description_is_none()
    {
        await _house.Service.UpdateAsync(_house.Acme, new OrganizationProfileForm("Acme", " "));

        Assert.Null(Acme.Description);
    }

    [Fact]
    public async Task Without_the_permission_the_profile_stays()
    {
        _house.SignIn(_house.Bob);

        Assert.Equal(new Forbidden("organization.manage"), (await _house.Service.UpdateAsync(_house.Acme, NewProfile)).Failure);
        Assert.Equal("Acme", Acme.Name);
        Assert.Equal("denied", Assert.Single(_house.Audit.Records).Outcome);
    }

    [Fact]
    public async Task From_another_organization_the_profile_stays()
    {
        _house.SignIn(_house.Greta);

        Assert.IsType<NotFound>((await _house.Service.UpdateAsync(_house.Acme, NewProfile)).Failure);
        Assert.Equal("Acme", Acme.Name);
    }

    [Fact]
    public async Task A_right_that_was_taken_a_moment_ago_is_gone()
    {
        await _house.Service.UpdateAsync(_house.Acme, NewProfile);
        _house.Logto.FindMember(_house.Acme, _house.Alice)!.Roles.Clear();

        Assert.IsType<Forbidden>((await _house.Service.UpdateAsync(_house.Acme, new OrganizationProfileForm("Other"))).Failure);
        Assert.Equal("Acme Corporation", Acme.Name);
    }

    [Fact]
    public async Task A_profile_that_is_not_what_the_person_saw_is_not_overwritten()
    {
        var seen = new OrganizationProfileForm("Acme before", "Road-runner supplies");

        var refused = await _house.Service.UpdateAsync(_house.Acme, NewProfile, seen);

        Assert.Equal(new Refused(RefusalReasons.ChangedMeanwhile), refused.Failure);
        Assert.Equal("Acme", Acme.Name);
        Assert.Equal("denied", Assert.Single(_house.Audit.Records).Outcome);
    }

    [Fact]
    public async Task When_Logto_fails_the_change_is_on_record_as_failed_and_not_announced()
    {
        _house.Logto.Calls.Fail("IOrganizationsClient.UpdateAsync", FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _house.Service.UpdateAsync(_house.Acme, NewProfile)).Failure);
        Assert.Equal("failed", Assert.Single(_house.Audit.Records).Outcome);
        Assert.Empty(_house.Events.Published);
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("locks")]
    public async Task What_cannot_be_recorded_or_locked_is_not_changed(string down)
    {
        (_house.Audit.IsDown, _house.Locks.IsDown) = (down == "audit", down == "locks");

        Assert.IsType<Unavailable>((await _house.Service.UpdateAsync(_house.Acme, NewProfile)).Failure);
        Assert.IsType<Unavailable>((await _house.Service.DeleteAsync(_house.Acme, "Acme")).Failure);
        Assert.Equal("Acme", Acme.Name);
    }

    [Fact]
    public async Task A_name_that_cannot_be_used_is_refused()
    {
        var refused = await _house.Service.UpdateAsync(_house.Acme, new OrganizationProfileForm(" "));

        Assert.Equal(new FieldFailure("name", "required"), Assert.Single(Assert.IsType<Invalid>(refused.Failure).Fields));
    }

    [Fact]
    public async Task What_a_deleted_organization_leaves_in_Logto_is_marked_to_be_deleted_there_and_nothing_of_others()
    {
        var then = DateTimeOffset.UnixEpoch;
        foreach (var (organization, name) in ((string, string)[])[(_house.Acme.Value, "1"), ("another00000", "2")])
        {
            await using var adding = _house.Store.CreateDbContext();
            adding.Add(new OrganizationMachine
            {
                Id = Guid.NewGuid(), OrganizationId = organization, Name = name, State = "active", CreatedById = "u1", CreatedAt = then, ChangedAt = then, NextLookAt = then,
            });
            adding.Add(new OrganizationConnector
            {
                Id = Guid.NewGuid(), OrganizationId = organization, Name = name, Kind = "oidc", State = "active", CreatedById = "u1", CreatedAt = then, ChangedAt = then, NextLookAt = then,
            });
            await adding.SaveChangesAsync();
        }

        await _house.Service.DeleteAsync(_house.Acme, "Acme");

        await using var context = _house.Store.CreateDbContext();
        Assert.Equal(["ending", "active"], await context.OrganizationMachines.OrderBy(one => one.Name).Select(one => one.State).ToListAsync());
        Assert.Equal(["ending", "active"], await context.OrganizationConnectors.OrderBy(one => one.Name).Select(one => one.State).ToListAsync());
    }

    [Fact]
    public async Task Deleting_takes_memberships_invitations_and_their_links_with_it()
    {
        await _house.Get<IInvitationService>().SendAsync(_house.Acme, new SendInvitationsForm(["erin@example.com"], [_house.Member]));
        _house.Events.Published.Clear();

        var deleted = await _house.Service.DeleteAsync(_house.Acme, "Acme");

        Assert.False(deleted.IsFailure);
        Assert.Empty(_house.Named("Acme"));
        Assert.DoesNotContain(_house.Logto.Members, member => member.Organization == _house.Acme);
        Assert.Contains(new OrganizationDeleted(_house.Acme), _house.Events.Published);
        Assert.Equal(("done", "Acme"), (_house.Audit.Records[^1].Outcome, _house.Audit.Records[^1].Act.TargetName));
        await using var store = _house.Store.CreateDbContext();
        Assert.All(await store.InvitationTokens.ToListAsync(), token => Assert.NotNull(token.EndedAt));
        Assert.NotEmpty(await store.InvitationTokens.ToListAsync());
    }

    [Theory]
    [InlineData("acme")]
    [InlineData("Acme ")]
    [InlineData("")]
    public async Task A_name_that_is_not_typed_exactly_deletes_nothing(string typed)
    {
        var refused = await _house.Service.DeleteAsync(_house.Acme, typed);

        Assert.Equal(new Refused(RefusalReasons.NameMismatch, "Acme"), refused.Failure);
        Assert.Single(_house.Named("Acme"));
        Assert.Equal("denied", Assert.Single(_house.Audit.Records).Outcome);
    }

    [Fact]
    public async Task The_name_counts_that_the_organization_has_at_this_moment()
    {
        _house.Logto.Calls.Before("IOrganizationsClient.GetAsync", () => _house.Logto.Organizations[0] = Acme with { Name = "Renamed" });

        Assert.IsType<Refused>((await _house.Service.DeleteAsync(_house.Acme, "Acme")).Failure);
        Assert.Single(_house.Named("Renamed"));
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_deleted()
    {
        _house.SignIn(_house.Bob);

        Assert.Equal(new Forbidden("organization.delete"), (await _house.Service.DeleteAsync(_house.Acme, "Acme")).Failure);
        Assert.Equal(new Forbidden("organization.delete"), (await _house.Service.GetDeletionImpactAsync(_house.Acme)).Failure);
        Assert.Single(_house.Named("Acme"));
    }

    [Fact]
    public async Task An_old_sign_in_is_not_enough_to_delete_but_is_asked_about_after_the_permission()
    {
        _house.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.IsType<ReauthenticationRequired>((await _house.Service.DeleteAsync(_house.Acme, "Acme")).Failure);
        var record = Assert.Single(_house.Audit.Records);
        Assert.Equal((AuditActions.DeleteOrganization, "denied", "reauthentication_required"), (record.Action, record.Outcome, record.Reason));

        _house.User.Person = _house.User.SignIn(_house.Bob);
        Assert.Equal(new Forbidden("organization.delete"), (await _house.Service.DeleteAsync(_house.Acme, "Acme")).Failure);
        Assert.Single(_house.Named("Acme"));
    }

    [Fact]
    public async Task From_another_organization_nothing_is_deleted()
    {
        _house.SignIn(_house.Greta);

        Assert.IsType<NotFound>((await _house.Service.DeleteAsync(_house.Acme, "Acme")).Failure);
        Assert.IsType<NotFound>((await _house.Service.GetDeletionImpactAsync(_house.Acme)).Failure);
        Assert.Single(_house.Named("Acme"));
    }

    [Fact]
    public async Task When_Logto_fails_the_links_of_invitations_go_on_living()
    {
        await _house.Get<IInvitationService>().SendAsync(_house.Acme, new SendInvitationsForm(["erin@example.com"], [_house.Member]));
        _house.Logto.Calls.Fail("IOrganizationsClient.DeleteAsync", FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _house.Service.DeleteAsync(_house.Acme, "Acme")).Failure);
        Assert.Equal("failed", _house.Audit.Records[^1].Outcome);
        await using var store = _house.Store.CreateDbContext();
        Assert.All(await store.InvitationTokens.ToListAsync(), token => Assert.Null(token.EndedAt));
    }

    [Fact]
    public async Task What_deletion_takes_with_it_is_counted()
    {
        _house.Logto.AddInvitation(_house.Acme, "erin@example.com");
        _house.Logto.AddInvitation(_house.Acme, "late@example.com", expiresAt: _house.Clock.GetUtcNow().AddDays(-1));
        _house.Logto.AddInvitation(_house.Globex, "other@example.com");

        Assert.Equal(new DeletionImpact(2, 1), (await _house.Service.GetDeletionImpactAsync(_house.Acme)).Value);
    }
}
