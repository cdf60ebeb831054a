using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Authorization;

public sealed class SecondFactorGateTests : IDisposable
{
    private static readonly string AsksOrganization = FakeLogtoCalls.Name(nameof(IOrganizationsClient), nameof(IOrganizationsClient.GetAsync));
    private static readonly string AsksPerson = FakeLogtoCalls.Name(nameof(IUsersClient), nameof(IUsersClient.ListSecondFactorsAsync));

    private readonly FakeTimeProvider _time = new();
    private readonly FakeLogto _logto = new();
    private readonly FakeOrganizationEvents _events = new();
    private readonly SecondFactorGate _gate;
    private readonly OrganizationId _acme;
    private readonly UserId _alice;

    public SecondFactorGateTests()
    {
        _gate = new SecondFactorGate(_logto.OrganizationsClient, _logto.UsersClient, _events, _time);
        _acme = _logto.AddOrganization("Acme");
        _alice = _logto.AddUser("alice@example.com");
    }

    public void Dispose() => _gate.Dispose();

    [Fact]
    public async Task Where_none_is_required_nothing_is_asked_about_people_and_once_a_minute_about_the_organization()
    {
        for (var i = 0; i < 20; i++)
        {
            Assert.Null(await AskAsync(isFresh: i % 2 == 0));
        }

        Assert.Equal([AsksOrganization], _logto.Calls.Made);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await AskAsync());
        Assert.Equal([AsksOrganization, AsksOrganization], _logto.Calls.Made);
    }

    [Fact]
    public async Task Where_one_is_required_whoever_has_none_is_stopped_and_codes_by_mail_are_none()
    {
        Require();
        Assert.IsType<SecondFactorRequired>(await AskAsync());

        _logto.SecondFactors.Add((_alice, "EmailVerificationCode"));
        _gate.Forget(_alice);
        Assert.IsType<SecondFactorRequired>(await AskAsync());

        _logto.SecondFactors.Add((_alice, "Totp"));
        _gate.Forget(_alice);
        Assert.Null(await AskAsync());
    }

    [Fact]
    public async Task That_somebody_has_one_counts_for_a_minute_that_they_have_none_for_five_seconds_and_a_change_always_asks()
    {
        Require();
        await AskAsync();
        await AskAsync();
        Assert.Equal(1, _logto.Calls.CountOf(AsksPerson));
        _time.Advance(TimeSpan.FromSeconds(5));
        _logto.SecondFactors.Add((_alice, "WebAuthn"));
        Assert.Null(await AskAsync());
        Assert.Equal(2, _logto.Calls.CountOf(AsksPerson));

        _logto.SecondFactors.Clear();
        _time.Advance(TimeSpan.FromSeconds(50));
        Assert.Null(await AskAsync());
        Assert.IsType<SecondFactorRequired>(await AskAsync(isFresh: true));
        Assert.IsType<SecondFactorRequired>(await AskAsync());
    }

    [Fact]
    public async Task A_change_that_is_announced_counts_at_once_also_while_the_old_answer_is_on_its_way()
    {
        Assert.Null(await AskAsync());
        Require();
        Assert.Null(await AskAsync());

        _events.Publish(new OrganizationChanged(_acme));
        Assert.IsType<SecondFactorRequired>(await AskAsync());

        _time.Advance(TimeSpan.FromMinutes(1));
        var late = _logto.Calls.Hold(AsksOrganization);
        var asking = AskAsync();
        _events.Publish(new OrganizationChanged(_acme));
        Assert.IsType<SecondFactorRequired>(await AskAsync());
        late.SetResult();
        Assert.IsType<SecondFactorRequired>(await asking);
    }

    [Fact]
    public async Task No_answer_lets_nobody_through_and_is_not_remembered()
    {
        _logto.Calls.Fail(AsksOrganization, FakeLogtoCalls.Outage());
        Assert.IsType<Unavailable>(await AskAsync());
        Assert.Null(await AskAsync());

        Require();
        _events.Publish(new OrganizationChanged(_acme));
        _logto.Calls.Fail(AsksPerson, FakeLogtoCalls.Outage());
        Assert.IsType<Unavailable>(await AskAsync());
        Assert.IsType<SecondFactorRequired>(await AskAsync());
    }

    [Fact]
    public async Task Equal_questions_at_the_same_time_are_one()
    {
        Require();
        var organization = _logto.Calls.Hold(AsksOrganization);
        var asking = Enumerable.Range(0, 50).Select(_ => AskAsync()).ToList();
        organization.SetResult();

        Assert.All(await Task.WhenAll(asking), answer => Assert.IsType<SecondFactorRequired>(answer));
        Assert.Equal((1, 1), (_logto.Calls.CountOf(AsksOrganization), _logto.Calls.CountOf(AsksPerson)));
    }

    private void Require() => _logto.Organizations[0] = _logto.Organizations[0] with { IsMfaRequired = true };

    private Task<Failure?> AskAsync(bool isFresh = false) => _gate.DenyWithoutAsync(_acme, _alice, isFresh);
}
