using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Authorization;

/// <summary>Who counts as having proved who they are a moment ago.</summary>
public sealed class ReauthenticationTests
{
    private static readonly OrganizationId Acme = OrganizationId.Parse("acme12345678");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly FakeCurrentUser _user = new();
    private readonly FakeAuditTrail _audit = new();

    [Theory]
    [InlineData(0)]
    [InlineData(600)]
    [InlineData(-60)]
    public async Task A_sign_in_of_the_last_ten_minutes_counts_and_a_clock_that_is_a_little_ahead(int secondsAgo)
    {
        SignIn(_time.GetUtcNow().AddSeconds(-secondsAgo));

        Assert.Null(await AskAsync());
        Assert.True(await Reauthentication.IsRecentAsync());
        Assert.Empty(_audit.Records);
    }

    [Theory]
    [InlineData(601)]
    [InlineData(-61)]
    [InlineData(int.MaxValue)]
    [InlineData(null)]
    public async Task An_old_an_unknown_and_a_future_time_count_as_none_and_go_on_record(int? secondsAgo)
    {
        SignIn(secondsAgo is { } ago ? _time.GetUtcNow().AddSeconds(-(long)ago) : null);

        Assert.IsType<ReauthenticationRequired>(await AskAsync());
        Assert.False(await Reauthentication.IsRecentAsync());
        var record = Assert.Single(_audit.Records);
        Assert.Equal((AuditActions.DeleteOrganization, "denied", "reauthentication_required"), (record.Action, record.Outcome, record.Reason));
        Assert.Equal(Acme, record.Act.Organization);
    }

    [Fact]
    public async Task Nobody_is_asked_to_sign_in()
    {
        Assert.IsType<SignInRequired>(await AskAsync());
        Assert.False(await Reauthentication.IsRecentAsync());
    }

    private Reauthentication Reauthentication => new(_user, _audit, _time);

    private Task<Failure?> AskAsync() => Reauthentication.DenyUnlessRecentAsync(Acme, AuditActions.DeleteOrganization);

    private void SignIn(DateTimeOffset? at) => _user.Person = _user.SignIn(UserId.Parse("alice1234567")) with { AuthenticatedAt = at };
}
