using OrgPortal.Tests.Features.Invitations;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.JoinLinks;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.JoinLinks;

public sealed class JoinLinkServiceTests : IDisposable
{
    private readonly InvitationTestBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task A_new_link_is_shown_once_and_kept_as_a_hash()
    {
        var made = await _bed.Links.CreateAsync(_bed.Acme, new JoinLinkForm("  Interns ", [_bed.Member], [], 7, 10));

        Assert.Matches("^https://portal\\.example/join/[A-Za-z0-9_-]{32}$", made.Value.Address.AbsoluteUri);
        var stored = Assert.Single(_bed.StoredLinks());
        Assert.Equal(JoinLinkSecret.HashOf(InvitationTestBed.TokenIn(made.Value.Address.AbsoluteUri)), stored.Hash);
        Assert.Equal(("Interns", _bed.Alice.Value, 10, true), (stored.Name, stored.CreatedById, stored.MaxUses, stored.IsOn));
        Assert.Equal(_bed.Clock.GetUtcNow().AddDays(7), stored.ExpiresAt);
        Assert.Contains(nameof(InvitationsChanged), _bed.Announced);
        var record = Assert.Single(_bed.Audit.Records);
        Assert.Equal((AuditActions.CreateJoinLink, "done", "Interns"), (record.Action, record.Outcome, record.Act.TargetName));
        var row = Assert.Single((await _bed.Links.ListAsync(_bed.Acme)).Value);
        Assert.Equal((made.Value.Id, JoinLinkState.Live, 0, "Alice Adams"), (row.Id, row.State, row.Uses, row.MakerName));
        Assert.Equal("member", Assert.Single(row.Roles).Name);
    }

    [Fact]
    public async Task Nobody_makes_a_link_with_more_than_they_hold()
    {
        _bed.SignIn(_bed.Ina);

        var made = await _bed.Links.CreateAsync(_bed.Acme, new JoinLinkForm("All", [_bed.Admin], []));

        Assert.Equal(RefusalReasons.AboveOwnPermissions, made.Failure!.Code);
        Assert.Empty(_bed.StoredLinks());
        Assert.Equal(("denied", RefusalReasons.AboveOwnPermissions), (_bed.Audit.Records[^1].Outcome, _bed.Audit.Records[^1].Reason));
    }

    [Fact]
    public async Task A_role_for_machines_is_refused() =>
        Assert.Equal(RefusalReasons.MachineRole, (await _bed.Links.CreateAsync(_bed.Acme, new JoinLinkForm("Bots", [_bed.Machine], []))).Failure!.Code);

    [Fact]
    public async Task What_cannot_be_used_is_told_field_by_field()
    {
        _bed.Logto.VerifiesAddresses = true;
        var made = await _bed.Links.CreateAsync(_bed.Acme, new JoinLinkForm("\t", [], ["acme"], 91, 0));

        Assert.Equal(["name", "roles", "domains", "expiresInDays", "maxUses"], Assert.IsType<Invalid>(made.Failure).Fields.Select(field => field.Field));
    }

    [Theory]
    [InlineData(30, null, true)]
    [InlineData(31, null, false)]
    [InlineData(0, null, false)]
    [InlineData(90, "acme.example", true)]
    [InlineData(91, "acme.example", false)]
    public async Task No_link_lives_for_ever_and_one_for_anybody_not_long(int days, string? domain, bool isPossible)
    {
        _bed.Logto.VerifiesAddresses = true;
        Assert.Equal(isPossible, !(await _bed.Links.CreateAsync(_bed.Acme, new JoinLinkForm("Interns", [_bed.Member], domain is null ? [] : [domain], days))).IsFailure);
    }

    [Fact]
    public async Task Where_addresses_are_not_verified_no_link_can_be_limited_to_domains()
    {
        var made = await _bed.Links.CreateAsync(_bed.Acme, new JoinLinkForm("Interns", [_bed.Member], ["acme.example"]));

        Assert.Equal(RefusalReasons.AddressesNotVerified, made.Failure!.Code);
        Assert.False((await _bed.Links.GetTermsAsync(_bed.Acme)).Value.CanLimitDomains);
    }

    [Fact]
    public async Task There_are_only_so_many()
    {
        for (var i = 0; i < JoinLinkRecords.MostLinks; i++)
        {
            await _bed.MakeLinkAsync();
        }

        var one = await _bed.Links.CreateAsync(_bed.Acme, new JoinLinkForm("One more", [_bed.Member], []));

        Assert.Equal(JoinLinkRecords.PerOrganization, Assert.IsType<LimitReached>(one.Failure).Code);
        Assert.Equal(JoinLinkRecords.MostLinks, _bed.StoredLinks().Length);
        Assert.Equal("failed", _bed.Audit.Records[^1].Outcome);
    }

    [Fact]
    public async Task The_list_says_why_a_link_does_not_work()
    {
        _bed.Logto.VerifiesAddresses = true;
        await _bed.MakeLinkAsync(domain: "acme.example");
        _bed.Logto.VerifiesAddresses = false;
        await AssertStateAsync(JoinLinkState.Unproven);
        _bed.Logto.VerifiesAddresses = true;
        await AssertStateAsync(JoinLinkState.Live);
        await _bed.Links.SwitchAsync(_bed.Acme, Only.Id, false);
        await AssertStateAsync(JoinLinkState.Off);
        await _bed.Links.SwitchAsync(_bed.Acme, Only.Id, true);
        _bed.PassExpiry();
        await AssertStateAsync(JoinLinkState.Expired);
    }

    [Theory]
    [InlineData("demoted")]
    [InlineData("left")]
    [InlineData("suspended")]
    [InlineData("gone")]
    public async Task A_link_of_somebody_who_may_no_longer_invite_is_void_until_somebody_vouches(string fate)
    {
        _bed.SignIn(_bed.Ina);
        await _bed.MakeLinkAsync();
        var index = _bed.Logto.Users.FindIndex(user => user.Id == _bed.Ina);
        switch (fate)
        {
            case "demoted":
                _bed.Logto.FindMember(_bed.Acme, _bed.Ina)!.Roles.Clear();
                break;
            case "left":
                _bed.Logto.Members.RemoveAll(member => member.User == _bed.Ina);
                break;
            case "suspended":
                _bed.Logto.Users[index] = _bed.Logto.Users[index] with { IsSuspended = true };
                break;
            default:
                _bed.Logto.Users.RemoveAt(index);
                break;
        }

        _bed.SignIn(_bed.Alice);
        await AssertStateAsync(JoinLinkState.Void);

        await _bed.Links.SwitchAsync(_bed.Acme, Only.Id, true);
        await AssertStateAsync(JoinLinkState.Live);
        Assert.Equal(_bed.Alice.Value, Only.CreatedById);
    }

    [Fact]
    public async Task Nobody_revives_or_replaces_a_link_that_gives_more_than_they_hold_but_may_end_it()
    {
        await _bed.MakeLinkAsync(_bed.Admin);
        await _bed.Links.SwitchAsync(_bed.Acme, Only.Id, false);
        _bed.SignIn(_bed.Ina);

        Assert.Equal(RefusalReasons.AboveOwnPermissions, (await _bed.Links.SwitchAsync(_bed.Acme, Only.Id, true)).Failure!.Code);
        Assert.Equal(RefusalReasons.AboveOwnPermissions, (await _bed.Links.ReplaceAsync(_bed.Acme, Only.Id)).Failure!.Code);
        Assert.False(Only.IsOn);
        Assert.False((await _bed.Links.SwitchAsync(_bed.Acme, Only.Id, false)).IsFailure);
        Assert.False((await _bed.Links.DeleteAsync(_bed.Acme, Only.Id)).IsFailure);
    }

    [Fact]
    public async Task A_replaced_link_ends_at_once_and_keeps_its_count()
    {
        var old = await _bed.MakeLinkAsync();
        _bed.SignIn(_bed.Dave);
        await _bed.Joining.JoinAsync(old);
        _bed.SignIn(_bed.Ina);

        var made = await _bed.Links.ReplaceAsync(_bed.Acme, Only.Id);

        Assert.Equal((1, _bed.Ina.Value), (Only.Uses, Only.CreatedById));
        _bed.User.SignOut();
        Assert.Equal(JoinLandingState.Unknown, (await _bed.Joining.FindAsync(old)).State);
        Assert.Equal(JoinLandingState.SignedOut, (await _bed.Joining.FindAsync(InvitationTestBed.TokenIn(made.Value.Address.AbsoluteUri))).State);
    }

    [Fact]
    public async Task Whoever_joined_is_listed_and_stays_when_the_link_is_deleted()
    {
        var token = await _bed.MakeLinkAsync();
        _bed.SignIn(_bed.Dave);
        await _bed.Joining.JoinAsync(token);
        _bed.SignIn(_bed.Alice);

        var joined = Assert.Single((await _bed.Links.ListJoinedAsync(_bed.Acme, Only.Id)).Value);
        Assert.Equal((_bed.Dave, "Dave Dunn", _bed.Clock.GetUtcNow()), (joined.Id, joined.Name, joined.At));

        Assert.False((await _bed.Links.DeleteAsync(_bed.Acme, Only.Id)).IsFailure);
        Assert.Empty(_bed.StoredLinks());
        Assert.Empty(_bed.StoredUses());
        Assert.NotNull(_bed.Logto.FindMember(_bed.Acme, _bed.Dave));
        Assert.Equal((AuditActions.DeleteJoinLink, "done"), (_bed.Audit.Records[^1].Action, _bed.Audit.Records[^1].Outcome));
    }

    [Fact]
    public async Task A_link_of_another_organization_is_not_found()
    {
        await _bed.MakeLinkAsync();
        var id = Only.Id;
        _bed.SignIn(_bed.Greta);

        Assert.IsType<NotFound>((await _bed.Links.ListJoinedAsync(_bed.Globex, id)).Failure);
        Assert.IsType<NotFound>((await _bed.Links.SwitchAsync(_bed.Globex, id, false)).Failure);
        Assert.IsType<NotFound>((await _bed.Links.ReplaceAsync(_bed.Globex, id)).Failure);
        Assert.IsType<NotFound>((await _bed.Links.DeleteAsync(_bed.Globex, id)).Failure);
        Assert.IsType<NotFound>((await _bed.Links.DeleteAsync(_bed.Acme, id)).Failure);
        Assert.Empty((await _bed.Links.ListAsync(_bed.Globex)).Value);
        Assert.True(Only.IsOn);
    }

    [Fact]
    public async Task Without_permission_nothing_is_seen_and_nothing_changes()
    {
        await _bed.MakeLinkAsync();
        var before = Only;
        _bed.SignIn(_bed.Bob);

        Assert.IsType<Forbidden>((await _bed.Links.ListAsync(_bed.Acme)).Failure);
        Assert.IsType<Forbidden>((await _bed.Links.ListJoinedAsync(_bed.Acme, before.Id)).Failure);
        Assert.IsType<Forbidden>((await _bed.Links.GetTermsAsync(_bed.Acme)).Failure);
        Assert.IsType<Forbidden>((await _bed.Links.CreateAsync(_bed.Acme, new JoinLinkForm("Mine", [_bed.Member], []))).Failure);
        Assert.IsType<Forbidden>((await _bed.Links.SwitchAsync(_bed.Acme, before.Id, false)).Failure);
        Assert.IsType<Forbidden>((await _bed.Links.ReplaceAsync(_bed.Acme, before.Id)).Failure);
        Assert.IsType<Forbidden>((await _bed.Links.DeleteAsync(_bed.Acme, before.Id)).Failure);
        Assert.Equal((before.Hash, true), (Only.Hash, Only.IsOn));
    }

    [Fact]
    public async Task Whoever_loses_the_right_while_waiting_for_the_lock_does_nothing_more()
    {
        await _bed.MakeLinkAsync();
        _bed.Locks.Held += () => _bed.Logto.FindMember(_bed.Acme, _bed.Alice)!.Roles.Clear();

        Assert.IsType<Forbidden>((await _bed.Links.SwitchAsync(_bed.Acme, Only.Id, false)).Failure);
        Assert.True(Only.IsOn);
    }

    [Fact]
    public async Task What_cannot_be_recorded_or_kept_is_not_done()
    {
        await _bed.MakeLinkAsync();
        _bed.Audit.IsDown = true;
        Assert.IsType<Unavailable>((await _bed.Links.CreateAsync(_bed.Acme, new JoinLinkForm("Two", [_bed.Member], []))).Failure);
        Assert.IsType<Unavailable>((await _bed.Links.SwitchAsync(_bed.Acme, Only.Id, false)).Failure);
        Assert.True(Only.IsOn);
        _bed.Audit.IsDown = false;
        _bed.Store.IsDown = true;
        Assert.IsType<Unavailable>((await _bed.Links.ListAsync(_bed.Acme)).Failure);
        Assert.IsType<Unavailable>((await _bed.Links.CreateAsync(_bed.Acme, new JoinLinkForm("Two", [_bed.Member], []))).Failure);
        Assert.Equal("failed", _bed.Audit.Records[^1].Outcome);
    }

    [Fact]
    public async Task Links_of_one_maker_with_the_same_roles_cost_one_question()
    {
        for (var i = 0; i < 5; i++)
        {
            await _bed.MakeLinkAsync();
        }

        _bed.Logto.Calls.Clear();
        Assert.Equal(5, (await _bed.Links.ListAsync(_bed.Acme)).Value.Count);
        var five = _bed.Logto.Calls.Count;
        _bed.Logto.Calls.Clear();
        await _bed.Links.DeleteAsync(_bed.Acme, _bed.StoredLinks()[0].Id);
        _bed.Logto.Calls.Clear();
        await _bed.Links.ListAsync(_bed.Acme);

        Assert.Equal(five, _bed.Logto.Calls.Count);
        Assert.InRange(five, 1, 8);
    }

    private OrgPortal.Web.Store.JoinLink Only => Assert.Single(_bed.StoredLinks());

    private async Task AssertStateAsync(JoinLinkState state) => Assert.Equal(state, Assert.Single((await _bed.Links.ListAsync(_bed.Acme)).Value).State);
}
