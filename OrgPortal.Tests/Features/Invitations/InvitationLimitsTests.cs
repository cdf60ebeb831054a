using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Invitations;

public sealed class InvitationLimitsTests : IDisposable
{
    private InvitationTestBed? _used;

    private InvitationTestBed Bed => _used!;

    public void Dispose() => _used?.Dispose();

    private void Use(StoreProvider provider) =>
        _used = new InvitationTestBed(provider, ("Portal:Invitations:PerOrganizationAndDay", "10"), ("Portal:Invitations:PerInviterAndHour", "4"));

    [Theory, OnSqlite, OnPostgreSql]
    public async Task An_inviter_gets_what_the_hour_leaves_and_hears_when_there_is_more(StoreProvider on)
    {
        Use(on);
        Assert.Equal(new InvitationAllowance(3, null), (await Bed.Limits.ReserveAsync(Bed.Acme, Bed.Alice, 3)).Value);

        var second = (await Bed.Limits.ReserveAsync(Bed.Acme, Bed.Alice, 3)).Value;

        Assert.Equal(1, second.Granted);
        Assert.Equal(new LimitReached(InvitationLimits.PerInviter, TimeSpan.FromMinutes(30)), second.Limit);
        Bed.Clock.Advance(second.Limit!.RetryAfter!.Value);
        Assert.Equal(4, (await Bed.Limits.ReserveAsync(Bed.Acme, Bed.Alice, 4)).Value.Granted);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task An_organization_gets_what_the_day_leaves_whoever_invites(StoreProvider on)
    {
        Use(on);
        await Bed.Limits.ReserveAsync(Bed.Acme, Bed.Alice, 4);
        await Bed.Limits.ReserveAsync(Bed.Acme, Bed.Ina, 4);

        var third = (await Bed.Limits.ReserveAsync(Bed.Acme, Bed.Bob, 4)).Value;

        Assert.Equal(2, third.Granted);
        Assert.Equal(new LimitReached(InvitationLimits.PerOrganization, TimeSpan.FromHours(13.5)), third.Limit);
        Assert.Equal(4, (await Bed.Limits.ReserveAsync(Bed.Globex, Bed.Greta, 4)).Value.Granted);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_the_inviter_may_not_use_does_not_count_for_the_organization(StoreProvider on)
    {
        Use(on);
        await Bed.Limits.ReserveAsync(Bed.Acme, Bed.Alice, 100);
        await Bed.Limits.ReserveAsync(Bed.Acme, Bed.Alice, 100);

        Assert.Equal(4, (await Bed.Limits.ReserveAsync(Bed.Acme, Bed.Ina, 4)).Value.Granted);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_is_given_back_can_be_used_again(StoreProvider on)
    {
        Use(on);
        await Bed.Limits.ReserveAsync(Bed.Acme, Bed.Alice, 4);
        await Bed.Limits.ReleaseAsync(Bed.Acme, Bed.Alice, 3);

        Assert.Equal(3, (await Bed.Limits.ReserveAsync(Bed.Acme, Bed.Alice, 4)).Value.Granted);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Nobody_gets_past_a_limit_by_asking_many_times_at_once(StoreProvider on)
    {
        Use(on);
        var granted = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Bed.Limits.ReserveAsync(Bed.Acme, Bed.Alice, 1))));

        Assert.Equal(4, granted.Sum(result => result.Value.Granted));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_store_that_is_down_grants_nothing(StoreProvider on)
    {
        Use(on);
        Bed.Store.IsDown = true;

        Assert.IsType<Unavailable>((await Bed.Limits.ReserveAsync(Bed.Acme, Bed.Alice, 1)).Failure);
    }

    [Theory]
    [InlineData(0, 0, 0, "ExpiresInDays is 0")]
    [InlineData(31, 0, 0, "ExpiresInDays is 31")]
    [InlineData(7, -1, 0, "PerOrganizationAndDay is -1")]
    [InlineData(7, 0, -1, "PerInviterAndHour is -1")]
    public void A_setting_that_cannot_be_used_is_named(int days, int perDay, int perHour, string named)
    {
        var result = new InvitationOptionsValidator().Validate(null, new InvitationOptions { ExpiresInDays = days, PerOrganizationAndDay = perDay, PerInviterAndHour = perHour });

        Assert.Contains(named, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task No_limit_means_no_limit(StoreProvider on)
    {
        Use(on);
        using var bed = new InvitationTestBed(("Portal:Invitations:PerOrganizationAndDay", "0"), ("Portal:Invitations:PerInviterAndHour", "0"));

        Assert.Equal(new InvitationAllowance(100_000, null), (await bed.Limits.ReserveAsync(bed.Acme, bed.Alice, 100_000)).Value);
    }
}
