using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Operators;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.OperatorsConsole;

/// <summary>Findings, looked at anew, and half-made organizations, cleared away.</summary>
public sealed class FindingTests : IDisposable
{
    private readonly OperatorsHouse _house = new();

    private IFindingService Service => _house.Get<IFindingService>();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Findings_come_in_pages_and_by_kind()
    {
        await _house.SurveyAsync();

        var all = await Service.ListAsync(new PageRequest(1, 1));
        var one = await Service.ListAsync(new PageRequest(1, 20), FindingKind.WithoutRole);

        Assert.Equal((1, 2), (all.Value.Findings.Items.Count, all.Value.Findings.TotalCount));
        Assert.Equal((_house.Initech, 1), (Assert.Single(one.Value.Findings.Items).Organization, one.Value.Findings.Items[0].Number));
        Assert.Equal((1, 1, 0), (one.Value.Counts[FindingKind.NoAdministrator], one.Value.Counts[FindingKind.WithoutRole], one.Value.Counts[FindingKind.SharedDomain]));
    }

    [Fact]
    public async Task Looking_at_one_now_ends_what_is_not_so_any_more()
    {
        var heard = new List<TenantEvent>();
        using var _ = _house.Get<ITenantEvents>().Subscribe(heard.Add);
        Assert.Equal([FindingKind.NoAdministrator, FindingKind.WithoutRole], (await Service.RecheckAsync(_house.Initech)).Value.Select(finding => finding.Kind));
        _house.Logto.AddMember(_house.Initech, _house.Ivan, _house.Admin);

        Assert.Empty((await Service.RecheckAsync(_house.Initech)).Value);

        Assert.Empty(await _house.FindingsAsync());
        Assert.Equal(2, heard.OfType<TenantSurveyed>().Count());
    }

    [Fact]
    public async Task What_cannot_be_looked_at_stays_as_it_was_known_and_what_is_gone_ends()
    {
        await Service.RecheckAsync(_house.Initech);
        _house.Logto.Calls.Fail("IOrganizationMembersClient.ListAsync", FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await Service.RecheckAsync(_house.Initech)).Failure);
        Assert.Equal(2, (await _house.FindingsAsync()).Count);
        _house.Logto.Organizations.RemoveAll(one => one.Id == _house.Initech);
        Assert.IsType<NotFound>((await Service.RecheckAsync(_house.Initech)).Failure);
        Assert.Empty(await _house.FindingsAsync());
    }

    [Fact]
    public async Task An_organization_that_is_being_made_has_no_findings()
    {
        var made = _house.Logto.AddOrganization("New");

        Assert.Empty((await Service.RecheckAsync(made)).Value);
        _house.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(FindingKind.NoAdministrator, Assert.Single((await Service.RecheckAsync(made)).Value).Kind);
    }

    [Fact]
    public async Task Members_on_every_page_are_looked_at()
    {
        for (var number = 0; number < 250; number++)
        {
            _house.Logto.AddMember(_house.Initech, _house.Logto.AddUser($"p{number}@initech.example", id: $"person{number:D6}"));
        }

        _house.Logto.AddMember(_house.Initech, _house.Logto.AddUser("boss@initech.example", "Boss", id: "zzzzboss0001"), _house.Admin);

        var found = Assert.Single((await Service.RecheckAsync(_house.Initech)).Value);

        Assert.Equal((FindingKind.WithoutRole, 251), (found.Kind, found.Number));
    }

    [Fact]
    public async Task A_half_made_organization_is_cleared_away_under_its_creators_lock_and_that_is_on_record()
    {
        var (creation, left) = _house.AddHalfMade();
        var half = Assert.Single((await Service.ListAsync(new PageRequest(1, 20))).Value.HalfMade);
        Assert.Equal((creation, left), (half.Creation, half.Organization));

        Assert.Null((await Service.ClearAwayAsync(half.Creator, half.Creation)).Failure);

        Assert.DoesNotContain(_house.Logto.Organizations, one => one.Id == left);
        Assert.Empty((await Service.ListAsync(new PageRequest(1, 20))).Value.HalfMade);
        var record = Assert.Single(_house.Audit.Records);
        Assert.Equal((AuditActions.ClearCreation, "done", left.Value, null), (record.Action, record.Outcome, record.TargetId, record.Organization));
        Assert.IsType<NotFound>((await Service.ClearAwayAsync(half.Creator, half.Creation)).Failure);
    }

    [Fact]
    public async Task What_Logto_does_not_let_go_stays_and_says_so()
    {
        var (creation, left) = _house.AddHalfMade();
        _house.Logto.Calls.Fail("IOrganizationsClient.DeleteAsync", FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await Service.ClearAwayAsync(_house.Bob, creation)).Failure);

        Assert.Contains(_house.Logto.Organizations, one => one.Id == left);
        Assert.Equal("failed", Assert.Single(_house.Audit.Records).Outcome);
        Assert.Single((await Service.ListAsync(new PageRequest(1, 20))).Value.HalfMade);
    }

    [Fact]
    public async Task Nothing_is_cleared_away_by_somebody_who_is_no_operator()
    {
        var (creation, left) = _house.AddHalfMade();
        _house.SignIn(_house.Alice);

        Failure?[] told = [(await Service.ListAsync(new PageRequest(1, 20))).Failure, (await Service.RecheckAsync(_house.Acme)).Failure, (await Service.ClearAwayAsync(_house.Bob, creation)).Failure];
        _house.User.SignOut();

        Assert.All(told, failure => Assert.IsType<NotFound>(failure));
        Assert.IsType<SignInRequired>((await Service.ClearAwayAsync(_house.Bob, creation)).Failure);
        Assert.Contains(_house.Logto.Organizations, one => one.Id == left);
        Assert.Empty(_house.Audit.Records);
    }
}
