using OrgPortal.Tests.Features.Invitations;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.JoinLinks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.JoinLinks;

public sealed class ChangeJoinLinkTests : IDisposable
{
    private readonly InvitationTestBed _bed = new();

    private JoinLink Stored => Assert.Single(_bed.StoredLinks());

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task What_a_link_is_like_changes_and_its_address_stays()
    {
        _bed.Logto.VerifiesAddresses = true;
        _bed.SignIn(_bed.Ina);
        await _bed.MakeLinkAsync(most: 10);
        var hash = Stored.Hash;
        _bed.SignIn(_bed.Alice);
        _bed.Events.Published.Clear();

        var done = await ChangeAsync(new JoinLinkEdit(" Trainees ", [_bed.Member], ["acme.example"], 60, 5));

        Assert.False(done.IsFailure);
        Assert.Equal(("Trainees", "acme.example", 5, hash, _bed.Alice.Value), (Stored.Name, Stored.Domains, Stored.MaxUses, Stored.Hash, Stored.CreatedById));
        Assert.Equal(_bed.Clock.GetUtcNow().AddDays(60), Stored.ExpiresAt);
        Assert.Contains(nameof(InvitationsChanged), _bed.Announced);
        var record = _bed.Audit.Records[^1];
        Assert.Equal((AuditActions.ChangeJoinLink, "done", "Interns"), (record.Action, record.Outcome, record.Act.TargetName));
        Assert.Contains("Trainees", System.Text.Json.JsonSerializer.Serialize(record.Act.After), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_stays_unless_another_is_asked_for()
    {
        await _bed.MakeLinkAsync(days: 20);
        var end = Stored.ExpiresAt;
        _bed.Clock.Advance(TimeSpan.FromDays(3));

        await ChangeAsync(new JoinLinkEdit("Trainees", [_bed.Member], []));

        Assert.Equal(("Trainees", end), (Stored.Name, Stored.ExpiresAt));
    }

    [Fact]
    public async Task Nothing_that_changes_nothing_is_on_record()
    {
        await _bed.MakeLinkAsync();
        var records = _bed.Audit.Records.Count;

        Assert.False((await ChangeAsync(new JoinLinkEdit("Interns", [_bed.Member], []))).IsFailure);

        Assert.Equal(records, _bed.Audit.Records.Count);
    }

    [Fact]
    public async Task It_gives_fewer_roles_and_never_others()
    {
        await _bed.Links.CreateAsync(_bed.Acme, new JoinLinkForm("Interns", [_bed.Member, _bed.Admin], []));

        Assert.False((await ChangeAsync(new JoinLinkEdit("Interns", [_bed.Member], []))).IsFailure);
        Assert.Equal(_bed.Member.Value, Stored.RoleIds);
        var more = await ChangeAsync(new JoinLinkEdit("Interns", [_bed.Member, _bed.Admin], []));

        Assert.Equal(("roles", "more_than_given"), Assert.IsType<Invalid>(more.Failure).Fields.Select(field => (field.Field, field.Reason)).Single());
        Assert.Equal(_bed.Member.Value, Stored.RoleIds);
    }

    [Fact]
    public async Task Nobody_changes_a_link_that_gives_more_than_they_hold()
    {
        await _bed.MakeLinkAsync(_bed.Admin);
        _bed.SignIn(_bed.Ina);

        var done = await ChangeAsync(new JoinLinkEdit("Mine", [_bed.Admin], []));

        Assert.Equal(RefusalReasons.AboveOwnPermissions, done.Failure!.Code);
        Assert.Equal(("Interns", _bed.Alice.Value), (Stored.Name, Stored.CreatedById));
        Assert.Equal("denied", _bed.Audit.Records[^1].Outcome);
    }

    [Fact]
    public async Task Without_permission_and_from_another_organization_nothing_changes()
    {
        await _bed.MakeLinkAsync();
        var (id, version) = (Stored.Id, Stored.Version());
        _bed.SignIn(_bed.Bob);
        Assert.IsType<Forbidden>((await _bed.Links.ChangeAsync(_bed.Acme, id, new JoinLinkEdit("Mine", [_bed.Member], []), version)).Failure);
        _bed.SignIn(_bed.Alice);
        Assert.True((await _bed.Links.ChangeAsync(OrganizationId.Parse("elsewhere123", null), id, new JoinLinkEdit("Mine", [_bed.Member], []), version)).IsFailure);
        Assert.IsType<NotFound>((await _bed.Links.ChangeAsync(_bed.Acme, Guid.NewGuid(), new JoinLinkEdit("Mine", [_bed.Member], []), version)).Failure);

        Assert.Equal("Interns", Stored.Name);
    }

    [Fact]
    public async Task Whoever_saw_something_else_is_told_and_overwrites_nothing()
    {
        await _bed.MakeLinkAsync();
        var seen = Stored.Version();
        await ChangeAsync(new JoinLinkEdit("Theirs", [_bed.Member], []));

        var done = await _bed.Links.ChangeAsync(_bed.Acme, Stored.Id, new JoinLinkEdit("Mine", [_bed.Member], []), seen);

        Assert.Equal(RefusalReasons.ChangedMeanwhile, done.Failure!.Code);
        Assert.Equal("Theirs", Stored.Name);
    }

    [Fact]
    public async Task A_link_whose_end_has_come_stays_ended()
    {
        await _bed.MakeLinkAsync(days: 1);
        _bed.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(RefusalReasons.JoinLinkEnded, (await ChangeAsync(new JoinLinkEdit("Interns", [_bed.Member], [], 7))).Failure!.Code);
    }

    [Fact]
    public async Task A_limit_below_those_who_joined_is_refused()
    {
        var token = await _bed.MakeLinkAsync(most: 10);
        _bed.SignIn(_bed.Dave);
        await _bed.Joining.JoinAsync(token);
        _bed.SignIn(_bed.Alice);
        Assert.Equal(1, Stored.Uses);

        Assert.False((await ChangeAsync(new JoinLinkEdit("Interns", [_bed.Member], [], MaxUses: 1))).IsFailure);
        Assert.Equal(JoinLinkState.UsedUp, Assert.Single((await _bed.Links.ListAsync(_bed.Acme)).Value).State);
        Assert.Equal("maxUses", Assert.IsType<Invalid>((await ChangeAsync(new JoinLinkEdit("Interns", [_bed.Member], [], MaxUses: 0))).Failure).Fields.Single().Field);
    }

    [Fact]
    public async Task A_long_life_is_for_certain_domains_only()
    {
        _bed.Logto.VerifiesAddresses = true;
        await _bed.MakeLinkAsync(domain: "acme.example", days: 90);

        var opened = await ChangeAsync(new JoinLinkEdit("Interns", [_bed.Member], []));

        Assert.Equal(("expiresInDays", "out_of_range"), Assert.IsType<Invalid>(opened.Failure).Fields.Select(field => (field.Field, field.Reason)).Single());
        Assert.False((await ChangeAsync(new JoinLinkEdit("Interns", [_bed.Member], [], 30))).IsFailure);
        Assert.Equal(string.Empty, Stored.Domains);
    }

    [Fact]
    public async Task Domains_need_addresses_that_prove_something_and_other_changes_do_not()
    {
        _bed.Logto.VerifiesAddresses = true;
        await _bed.MakeLinkAsync(domain: "acme.example");
        _bed.Logto.VerifiesAddresses = false;

        Assert.Equal(RefusalReasons.AddressesNotVerified, (await ChangeAsync(new JoinLinkEdit("Interns", [_bed.Member], ["other.example"]))).Failure!.Code);
        Assert.False((await ChangeAsync(new JoinLinkEdit("Trainees", [_bed.Member], ["acme.example"]))).IsFailure);
    }

    [Fact]
    public async Task What_cannot_go_on_record_is_not_done()
    {
        await _bed.MakeLinkAsync();
        _bed.Audit.IsDown = true;

        Assert.IsType<Unavailable>((await ChangeAsync(new JoinLinkEdit("Trainees", [_bed.Member], []))).Failure);

        Assert.Equal("Interns", Stored.Name);
    }

    private Task<Result> ChangeAsync(JoinLinkEdit edit) => _bed.Links.ChangeAsync(_bed.Acme, Stored.Id, edit, Stored.Version());
}
