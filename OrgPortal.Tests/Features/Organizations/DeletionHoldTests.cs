using Microsoft.EntityFrameworkCore;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Features.Organizations.Deletion;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Organizations;

public sealed class DeletionHoldTests : IDisposable
{
    private static readonly TimeSpan Hold = TimeSpan.FromDays(7);

    private readonly OrganizationsHouse _house = new(("Portal:Deletion:Hold", "7.00:00:00"));

    public DeletionHoldTests() => _house.SignIn(_house.Alice);

    private DateTimeOffset Until { get; } = new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.Zero);

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_deleted_organization_stays_in_Logto_and_looks_gone_to_everybody()
    {
        var deleted = await DeleteAsync();

        Assert.Equal(Until, deleted.Value);
        Assert.Single(_house.Named("Acme"));
        Assert.Equal([new OrganizationDeleted(_house.Acme)], _house.Events.Published);
        Assert.IsType<NotFound>((await _house.Service.GetAsync(_house.Acme)).Failure);
        Assert.IsType<NotFound>((await _house.Service.UpdateAsync(_house.Acme, new OrganizationProfileForm("Other"))).Failure);
        Assert.IsType<NotFound>((await DeleteAsync()).Failure);
        Assert.IsType<NotFound>(await _house.Get<IOrganizationGuard>().DenyUnlessMemberAsync(_house.Acme));
        _house.SignIn(_house.Bob);
        Assert.IsType<NotFound>((await _house.Service.GetAsync(_house.Acme)).Failure);
    }

    [Fact]
    public async Task Only_whoever_may_restore_it_still_sees_that_it_was_there()
    {
        await DeleteAsync();

        var mine = Assert.Single((await _house.Service.ListMineAsync()).Value);
        var opened = await _house.Get<IShellSource>().OpenAsync(_house.Acme, CancellationToken.None);
        Assert.Equal(new OrganizationHold(_house.Acme, 2, Until), mine.Hold);
        Assert.True(opened.Value is { IsClosed: true, RestorableUntil: { } until, Permissions.Count: 0 } && until == Until);
        Assert.Empty((await _house.Get<IShellSource>().OrganizationsAsync(CancellationToken.None)).Value);

        _house.SignIn(_house.Bob);
        Assert.Empty((await _house.Service.ListMineAsync()).Value);
        Assert.IsType<NotFound>((await _house.Get<IShellSource>().OpenAsync(_house.Acme, CancellationToken.None)).Failure);
    }

    [Fact]
    public async Task What_happened_is_on_record_and_the_other_administrators_are_told()
    {
        var ann = _house.Logto.AddUser("ann@acme.example", "Ann");
        _house.Logto.AddMember(_house.Acme, ann, _house.Admin);

        await DeleteAsync();
        await RestoreAsync();

        Assert.Equal([(AuditActions.DeleteOrganization, "done"), (AuditActions.RestoreOrganization, "done")], _house.Audit.Records.Select(record => (record.Action, record.Outcome)));
        await using var store = _house.Store.CreateDbContext();
        Assert.Equal([(NoticeKinds.OrganizationDeleted, ann.Value), (NoticeKinds.OrganizationRestored, ann.Value)], store.Notices.OrderBy(one => one.Id).AsEnumerable().Select(one => (one.Kind, one.RecipientId)));
    }

    [Fact]
    public async Task An_invitation_cannot_be_accepted_meanwhile_and_can_after_it_was_restored()
    {
        _house.Logto.VerifiesAddresses = true;
        var invitation = _house.Logto.AddInvitation(_house.Acme, "dave@example.com", _house.Alice, null, _house.Member);
        await DeleteAsync();
        _house.SignIn(_house.Dave);

        Assert.Empty((await _house.Get<IInvitationResponseService>().ListMineAsync()).Value.Items);
        Assert.IsType<NotFound>((await _house.Get<IInvitationResponseService>().AcceptMineAsync(invitation)).Failure);
        Assert.IsType<NotFound>((await _house.Get<IInvitationResponseService>().DeclineMineAsync(invitation)).Failure);
        Assert.Null(_house.Logto.FindMember(_house.Acme, _house.Dave));

        _house.SignIn(_house.Alice);
        await RestoreAsync();
        _house.SignIn(_house.Dave);
        Assert.Null((await _house.Get<IInvitationResponseService>().AcceptMineAsync(invitation)).Failure);
    }

    [Fact]
    public async Task A_link_of_an_invitation_leads_nowhere_meanwhile()
    {
        await _house.Get<IInvitationService>().SendAsync(_house.Acme, new SendInvitationsForm(["dave@example.com"], [_house.Member]));
        var link = _house.Logto.Messages[^1].Message.Link.Split('/')[^1];
        var responses = _house.Get<IInvitationResponseService>();
        Assert.NotNull((await responses.FindAsync(link)).Offer);
        await DeleteAsync();
        _house.SignIn(_house.Dave);

        Assert.Null((await responses.FindAsync(link)).Offer);
        Assert.IsType<NotFound>((await responses.AcceptAsync(link)).Failure);
        Assert.IsType<NotFound>((await responses.SignUpAsync(link)).Failure);
        Assert.IsType<NotFound>((await responses.SendNewLinkAsync(link)).Failure);
        Assert.IsType<NotFound>((await responses.AskForNewAsync(link)).Failure);
    }

    [Fact]
    public async Task Restored_it_is_as_it_was()
    {
        await DeleteAsync();
        _house.Events.Published.Clear();

        Assert.Null((await RestoreAsync()).Failure);

        Assert.Equal([new OrganizationChanged(_house.Acme)], _house.Events.Published);
        Assert.Equal("Acme", (await _house.Service.GetAsync(_house.Acme)).Value.Name);
        Assert.Null(Assert.Single((await _house.Service.ListMineAsync()).Value).Hold);
        _house.Clock.Advance(Hold + Hold);
        await WorkAsync();
        Assert.Single(_house.Named("Acme"));
    }

    [Fact]
    public async Task Restoring_needs_the_permission_the_organization_and_a_recent_sign_in()
    {
        await DeleteAsync();

        _house.SignIn(_house.Bob);
        Assert.Equal(new Forbidden("organization.delete"), (await RestoreAsync()).Failure);
        _house.SignIn(_house.Greta);
        Assert.IsType<NotFound>((await RestoreAsync()).Failure);
        Assert.IsType<NotFound>((await _house.Service.RestoreAsync(_house.Globex)).Failure);
        _house.SignIn(_house.Alice);
        _house.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.IsType<ReauthenticationRequired>((await RestoreAsync()).Failure);
        Assert.IsType<NotFound>((await _house.Service.GetAsync(_house.Acme)).Failure);
    }

    [Fact]
    public async Task When_the_time_has_come_it_is_removed_for_good_for_whoever_deleted_it()
    {
        await _house.Get<IInvitationService>().SendAsync(_house.Acme, new SendInvitationsForm(["erin@example.com"], [_house.Member]));
        await DeleteAsync();
        _house.Clock.Advance(Hold - TimeSpan.FromMinutes(1));
        await WorkAsync();
        Assert.Single(_house.Named("Acme"));

        _house.Clock.Advance(TimeSpan.FromMinutes(2));
        _house.SignIn(_house.Alice);
        Assert.Equal(new Refused(RefusalReasons.TooLateToUndo), (await RestoreAsync()).Failure);
        await WorkAsync();

        Assert.Empty(_house.Named("Acme"));
        Assert.Equal((AuditActions.RemoveOrganization, "done"), (_house.Audit.Records[^1].Action, _house.Audit.Records[^1].Outcome));
        Assert.Equal(new OrganizationDeleted(_house.Acme), _house.Events.Published[^1]);
        await using var store = _house.Store.CreateDbContext();
        Assert.Empty(store.HeldOrganizations);
        Assert.All(await store.InvitationTokens.ToListAsync(), token => Assert.NotNull(token.EndedAt));
    }

    [Fact]
    public async Task When_Logto_fails_on_the_day_it_stays_closed_and_is_tried_again()
    {
        await DeleteAsync();
        _house.Clock.Advance(Hold);
        _house.Logto.Calls.Fail("IOrganizationsClient.DeleteAsync", FakeLogtoCalls.Outage());
        await WorkAsync();

        Assert.Single(_house.Named("Acme"));
        Assert.Equal("failed", _house.Audit.Records[^1].Outcome);
        _house.SignIn(_house.Alice);
        Assert.IsType<NotFound>((await _house.Service.GetAsync(_house.Acme)).Failure);

        await WorkAsync();
        Assert.Single(_house.Named("Acme"));
        _house.Clock.Advance(TimeSpan.FromMinutes(11));
        await WorkAsync();
        Assert.Empty(_house.Named("Acme"));
    }

    [Fact]
    public async Task What_is_gone_from_Logto_already_is_cleared_away_all_the_same()
    {
        await DeleteAsync();
        _house.Clock.Advance(Hold);
        await _house.Logto.OrganizationsClient.DeleteAsync(_house.Acme);

        await WorkAsync();

        await using var store = _house.Store.CreateDbContext();
        Assert.Empty(store.HeldOrganizations);
        Assert.Equal("done", _house.Audit.Records[^1].Outcome);
    }

    [Fact]
    public async Task Of_two_nodes_one_removes_it()
    {
        await DeleteAsync();
        _house.Clock.Advance(Hold);
        var due = Assert.Single(await _house.Get<OrganizationHolds>().ListDueAsync(10, CancellationToken.None));
        var deletion = _house.Get<OrganizationDeletion>();

        await deletion.FinishAsync(due);
        await deletion.FinishAsync(due);

        Assert.Single(_house.Audit.Records, record => record.Action == AuditActions.RemoveOrganization);
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("locks")]
    [InlineData("logto")]
    public async Task What_cannot_be_recorded_locked_or_counted_is_not_deleted(string down)
    {
        (_house.Audit.IsDown, _house.Locks.IsDown) = (down == "audit", down == "locks");
        if (down == "logto")
        {
            _house.Logto.Calls.Fail("IOrganizationMembersClient.ListAsync", FakeLogtoCalls.Outage());
        }

        Assert.IsType<Unavailable>((await DeleteAsync()).Failure);
        (_house.Audit.IsDown, _house.Locks.IsDown) = (false, false);
        Assert.False((await _house.Service.GetAsync(_house.Acme)).IsFailure);
    }

    [Fact]
    public async Task The_dialog_is_told_until_when_it_could_be_restored() =>
        Assert.Equal(new DeletionImpact(2, 0, Until), (await _house.Service.GetDeletionImpactAsync(_house.Acme)).Value);

    [Theory]
    [InlineData("00:00:00", true)]
    [InlineData("01:00:00", true)]
    [InlineData("90.00:00:00", true)]
    [InlineData("00:59:00", false)]
    [InlineData("91.00:00:00", false)]
    [InlineData("-1.00:00:00", false)]
    public void A_hold_that_makes_no_sense_is_answered_with_a_remedy(string hold, bool isFine)
    {
        var validated = new DeletionOptionsValidator().Validate(null, new DeletionOptions { Hold = TimeSpan.Parse(hold, System.Globalization.CultureInfo.InvariantCulture) });

        Assert.Equal(isFine, validated.Succeeded);
        Assert.True(isFine || validated.FailureMessage!.Contains("Portal:Deletion:Hold", StringComparison.Ordinal));
    }

    private Task<Result<DateTimeOffset?>> DeleteAsync() => _house.Service.DeleteAsync(_house.Acme, "Acme");

    private Task<Result> RestoreAsync() => _house.Service.RestoreAsync(_house.Acme);

    private Task WorkAsync() => _house.Get<DeletionWork>().RunAsync(CancellationToken.None);
}
