using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Security;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Notices;

namespace OrgPortal.Tests.Features.Security;

/// <summary>The day comes from which a second factor is required.</summary>
public sealed class SecondFactorEnforcingTests : IDisposable
{
    private static readonly string Updates = FakeLogtoCalls.Name(nameof(IOrganizationsClient), nameof(IOrganizationsClient.UpdateAsync));

    private readonly SecurityHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task On_the_day_the_portal_requires_it_for_whoever_set_the_day_and_tells_who_administers()
    {
        await PlanAsync();
        await PassAsync(days: 6);
        Assert.False(_house.IsRequired);

        await PassAsync(days: 1);

        Assert.True(_house.IsRequired);
        Assert.Equal(["done"], _house.OutcomesOf(AuditActions.EnforceSecondFactor));
        Assert.Equal([(NoticeKinds.SecondFactorRequired, _house.Alice.Value), (NoticeKinds.SecondFactorRequired, _house.Ann.Value)], _house.Told().Order());
        Assert.Contains(new OrganizationChanged(_house.Acme), _house.Events.Published);
        Assert.Null((await _house.Service.GetAsync(_house.Acme)).Value.Planned);

        // Another turn, and another round, find nothing to do.
        Assert.Null(await _house.WorkAsync<SecondFactorEnforcing>());
        await PassAsync(days: 1);
        Assert.Equal(1, _house.Logto.Calls.CountOf(Updates));
        Assert.Equal(2, _house.Told().Count);
    }

    [Fact]
    public async Task In_an_organization_that_was_deleted_the_day_stays_for_when_it_is_restored()
    {
        await PlanAsync();
        var held = ((NoOrganizationHolds)_house.Get<IOrganizationHolds>()).Held;
        held.Add(_house.Acme);
        await PassAsync(days: 8);
        Assert.False(_house.IsRequired);

        held.Clear();
        await PassAsync(days: 1);

        Assert.True(_house.IsRequired);
    }

    [Fact]
    public async Task Whoever_set_it_must_still_be_allowed_to_or_it_is_dropped_and_told()
    {
        _house.SignIn(_house.Sam);
        await PlanAsync();
        _house.Logto.Members.RemoveAll(member => member.User == _house.Sam);
        _house.Logto.AddMember(_house.Acme, _house.Sam, _house.Member);

        await PassAsync(days: 7);

        Assert.False(_house.IsRequired);
        Assert.Contains(_house.Audit.Records, record => record.Action == AuditActions.Denied && record.Outcome == "denied");
        Assert.Equal([(NoticeKinds.SecondFactorNotRequired, _house.Alice.Value), (NoticeKinds.SecondFactorNotRequired, _house.Ann.Value)], _house.Told().Order());
        _house.SignIn(_house.Alice);
        Assert.Null((await _house.Service.GetAsync(_house.Acme)).Value.Planned);
    }

    [Fact]
    public async Task Where_none_is_offered_any_more_nobody_is_locked_out()
    {
        await PlanAsync();
        _house.Logto.Mfa = new([]);

        await PassAsync(days: 7);

        Assert.False(_house.IsRequired);
        Assert.Equal(["denied"], _house.OutcomesOf(AuditActions.EnforceSecondFactor));
        Assert.All(_house.Told(), told => Assert.Equal(NoticeKinds.SecondFactorNotRequired, told.Kind));
    }

    [Fact]
    public async Task What_was_moved_or_called_off_does_not_happen()
    {
        await PlanAsync();
        await _house.Service.RequireAsync(_house.Acme, _house.Clock.GetUtcNow().AddDays(20));
        await PassAsync(days: 8);
        Assert.False(_house.IsRequired);

        await _house.Service.CallOffAsync(_house.Acme);
        await PassAsync(days: 20);
        Assert.False(_house.IsRequired);
        Assert.Empty(_house.Told());
    }

    [Fact]
    public async Task Moved_while_it_waits_for_the_organization_it_does_not_happen()
    {
        await PlanAsync();
        _house.Clock.Advance(TimeSpan.FromDays(7));
        _house.Locks.Held += () =>
        {
            using var context = _house.Store.CreateDbContext();
            context.SecondFactorPlans.Single().TakesEffectAt = _house.Clock.GetUtcNow().AddDays(30);
            context.SaveChanges();
        };

        Assert.Null(await _house.WorkAsync<SecondFactorEnforcing>());

        Assert.False(_house.IsRequired);
        Assert.NotNull((await _house.Service.GetAsync(_house.Acme)).Value.Planned);
    }

    [Fact]
    public async Task An_outage_puts_it_off_and_nothing_else()
    {
        await PlanAsync();
        _house.Clock.Advance(TimeSpan.FromDays(7));
        _house.Logto.Calls.Fail(Updates, FakeLogtoCalls.Outage());
        Assert.Equal(TimeSpan.FromMinutes(1), await _house.WorkAsync<SecondFactorEnforcing>());
        _house.Locks.IsDown = true;
        Assert.Equal(TimeSpan.FromMinutes(1), await _house.WorkAsync<SecondFactorEnforcing>());
        _house.Locks.IsDown = false;
        _house.Audit.IsDown = true;
        Assert.Equal(TimeSpan.FromMinutes(1), await _house.WorkAsync<SecondFactorEnforcing>());
        _house.Audit.IsDown = false;
        Assert.False(_house.IsRequired);

        Assert.Null(await _house.WorkAsync<SecondFactorEnforcing>());
        Assert.True(_house.IsRequired);
    }

    private async Task PlanAsync() =>
        Assert.Null((await _house.Service.RequireAsync(_house.Acme, _house.Clock.GetUtcNow().AddDays(7), SecondFactorAcceptance.Oneself)).Failure);

    private Task PassAsync(int days)
    {
        _house.Clock.Advance(TimeSpan.FromDays(days));
        return _house.UpkeepAsync();
    }
}
