using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Security;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Security;

/// <summary>Requiring a second factor, from a day on, and requiring none any more.</summary>
public sealed class SecondFactorServiceTests : IDisposable
{
    private static readonly string Updates = FakeLogtoCalls.Name(nameof(IOrganizationsClient), nameof(IOrganizationsClient.UpdateAsync));

    private readonly SecurityHouse _house = new();

    private DateTimeOffset InTwoWeeks => _house.Clock.GetUtcNow().AddDays(14);

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Required_now_it_counts_at_once_in_Logto_and_in_the_portal()
    {
        var pages = _house.Get<IOrganizationGuard>();
        _house.SignIn(_house.Bob);
        Assert.Null(await pages.DenyReadUnlessAsync(_house.Acme, OrganizationPermissions.ReadMembers));

        _house.SignIn(_house.Alice);
        Assert.Null((await _house.Service.RequireAsync(_house.Acme)).Failure);

        Assert.True(_house.IsRequired);
        Assert.Equal(["done"], _house.OutcomesOf(AuditActions.RequireSecondFactor));
        Assert.Contains(new OrganizationChanged(_house.Acme), _house.Events.Published);
        Assert.Null(await pages.DenyUnlessAsync(_house.Acme, OrganizationPermissions.ManageSecurity));
        _house.SignIn(_house.Bob);
        Assert.IsType<SecondFactorRequired>(await pages.DenyReadUnlessAsync(_house.Acme, OrganizationPermissions.ReadMembers));
        Assert.IsType<SecondFactorRequired>(await pages.DenyReadUnlessMemberAsync(_house.Acme));
        Assert.IsType<SecondFactorRequired>(await pages.DenyUnlessMemberAsync(_house.Acme));
        Assert.Equal("second_factor_required", Assert.Single(_house.Audit.Records, record => record.Action == AuditActions.Denied).Reason);
        Assert.IsType<Forbidden>(await pages.DenyReadUnlessAsync(_house.Acme, OrganizationPermissions.ManageSecurity));
    }

    [Fact]
    public async Task Whoever_has_set_one_up_looks_again_and_goes_on()
    {
        await _house.Service.RequireAsync(_house.Acme);
        _house.SignIn(_house.Bob);
        Assert.IsType<SecondFactorRequired>((await _house.Service.GetOwnAsync(_house.Acme)).Failure);
        Assert.IsType<SecondFactorRequired>((await _house.Service.LookAgainAsync(_house.Acme)).Failure);

        _house.Logto.SecondFactors.Add((_house.Bob, "WebAuthn"));
        Assert.Null((await _house.Service.LookAgainAsync(_house.Acme)).Failure);

        Assert.Contains(new MembersChanged(_house.Acme, _house.Bob), _house.Events.Published);
        Assert.Equal(new OwnSecondFactor(true, null, true), (await _house.Service.GetOwnAsync(_house.Acme)).Value);
        Assert.IsType<NotFound>((await _house.Service.LookAgainAsync(_house.Globex)).Failure);
    }

    [Fact]
    public async Task From_a_day_on_nothing_changes_until_then_and_people_know()
    {
        Assert.Null((await _house.Service.RequireAsync(_house.Acme, InTwoWeeks)).Failure);
        Assert.Null((await _house.Service.RequireAsync(_house.Acme, InTwoWeeks)).Failure);

        Assert.False(_house.IsRequired);
        var state = (await _house.Service.GetAsync(_house.Acme)).Value;
        Assert.Equal((false, InTwoWeeks, "Alice Adams", true, true), (state.IsRequired, state.Planned!.From, state.Planned.SetByName, state.CanBeLed, state.HasOwn));
        Assert.Equal(["done"], _house.OutcomesOf(AuditActions.RequireSecondFactor));
        _house.SignIn(_house.Bob);
        Assert.Equal(new OwnSecondFactor(false, InTwoWeeks, false), (await _house.Service.GetOwnAsync(_house.Acme)).Value);

        _house.SignIn(_house.Sam);
        Assert.Null((await _house.Service.RequireAsync(_house.Acme, InTwoWeeks.AddDays(1), SecondFactorAcceptance.Oneself)).Failure);
        Assert.Equal("Sam Secure", (await _house.Service.GetAsync(_house.Acme)).Value.Planned!.SetByName);
        Assert.Null((await _house.Service.CallOffAsync(_house.Acme)).Failure);
        Assert.Null((await _house.Service.CallOffAsync(_house.Acme)).Failure);
        Assert.Null((await _house.Service.GetAsync(_house.Acme)).Value.Planned);
        Assert.Equal(["done"], _house.OutcomesOf(AuditActions.CallOffSecondFactor));
    }

    [Fact]
    public async Task Nothing_is_asked_about_people_where_nothing_asks_for_one()
    {
        _house.SignIn(_house.Bob);
        _house.Logto.Calls.Clear();

        Assert.Equal(OwnSecondFactor.Unasked, (await _house.Service.GetOwnAsync(_house.Acme)).Value);

        Assert.DoesNotContain(FakeLogtoCalls.Name(nameof(IUsersClient), nameof(IUsersClient.ListSecondFactorsAsync)), _house.Logto.Calls.Made);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(91)]
    public async Task A_day_that_is_past_or_too_far_away_is_refused(int days) =>
        Assert.Equal([new FieldFailure("from", "out_of_range")], Assert.IsType<Invalid>((await _house.Service.RequireAsync(_house.Acme, _house.Clock.GetUtcNow().AddDays(days))).Failure).Fields);

    [Theory]
    [InlineData("BackupCode")]
    [InlineData("EmailVerificationCode")]
    [InlineData("")]
    public async Task Where_the_tenant_offers_none_that_is_enough_it_is_refused_and_put_on_record(string offered)
    {
        _house.Logto.Mfa = new(offered.Length == 0 ? [] : [offered]);

        Assert.Equal(RefusalReasons.NoSecondFactorOffered, (await _house.Service.RequireAsync(_house.Acme, null, SecondFactorAcceptance.Administrators)).Failure!.Code);
        Assert.Equal(RefusalReasons.NoSecondFactorOffered, (await _house.Service.RequireAsync(_house.Acme, InTwoWeeks)).Failure!.Code);

        Assert.False(_house.IsRequired);
        Assert.Equal(["denied", "denied"], _house.OutcomesOf(AuditActions.RequireSecondFactor));
        Assert.Empty((await _house.Service.GetAsync(_house.Acme)).Value.Offered);
    }

    [Fact]
    public async Task Whoever_would_be_stopped_as_well_is_told_first_and_more_so_where_nobody_who_administers_gets_in()
    {
        _house.SignIn(_house.Ann);
        Assert.Equal(RefusalReasons.LocksOutOneself, (await _house.Service.RequireAsync(_house.Acme)).Failure!.Code);

        _house.Logto.SecondFactors.Clear();
        Assert.Equal(RefusalReasons.LocksOutAdministrators, (await _house.Service.RequireAsync(_house.Acme, null, SecondFactorAcceptance.Oneself)).Failure!.Code);
        Assert.False(_house.IsRequired);

        // Somebody who is no administrator has one: that helps nobody who administers.
        _house.Logto.SecondFactors.Add((_house.Sam, "Totp"));
        _house.SignIn(_house.Sam);
        Assert.Equal(RefusalReasons.LocksOutAdministrators, (await _house.Service.RequireAsync(_house.Acme, InTwoWeeks)).Failure!.Code);
        Assert.Null((await _house.Service.RequireAsync(_house.Acme, null, SecondFactorAcceptance.Administrators)).Failure);
        Assert.True(_house.IsRequired);
    }

    [Fact]
    public async Task Requiring_none_any_more_asks_for_a_fresh_sign_in_and_the_others_are_told()
    {
        await _house.Service.RequireAsync(_house.Acme);
        _house.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<ReauthenticationRequired>((await _house.Service.LiftAsync(_house.Acme)).Failure);
        Assert.True(_house.IsRequired);

        _house.SignIn(_house.Alice);
        Assert.Null((await _house.Service.LiftAsync(_house.Acme)).Failure);

        Assert.False(_house.IsRequired);
        Assert.Equal(["denied", "done"], _house.OutcomesOf(AuditActions.LiftSecondFactor));
        Assert.Equal([(NoticeKinds.SecondFactorLifted, _house.Ann.Value)], _house.Told());
        _house.SignIn(_house.Bob);
        Assert.Null(await _house.Get<IOrganizationGuard>().DenyReadUnlessMemberAsync(_house.Acme));
    }

    [Fact]
    public async Task Without_the_permission_and_from_another_organization_nothing_is_seen_or_changed()
    {
        await _house.Service.RequireAsync(_house.Acme, InTwoWeeks);
        await _house.CountAsync();
        foreach (var (somebody, denied) in new[] { (_house.Bob, typeof(Forbidden)), (_house.Greta, typeof(NotFound)) })
        {
            _house.SignIn(somebody);
            Assert.IsType(denied, (await _house.Service.GetAsync(_house.Acme)).Failure);
            Assert.IsType(denied, (await _house.Service.SummarizeAsync(_house.Acme)).Failure);
            Assert.IsType(denied, (await _house.Service.RequireAsync(_house.Acme)).Failure);
            Assert.IsType(denied, (await _house.Service.CallOffAsync(_house.Acme)).Failure);
            Assert.IsType(denied, (await _house.Service.LiftAsync(_house.Acme)).Failure);
            Assert.IsType(denied, (await _house.Service.StartCountAsync(_house.Acme)).Failure);
            Assert.IsType(denied, (await _house.Service.CancelCountAsync(_house.Acme)).Failure);
            Assert.IsType(denied, (await _house.Service.ListWithoutAsync(_house.Acme, 1)).Failure);
            Assert.IsType(denied, (await _house.Service.RemindAsync(_house.Acme)).Failure);
        }

        Assert.False(_house.IsRequired);
        Assert.Empty(_house.Told());
        _house.SignIn(_house.Alice);
        Assert.NotNull((await _house.Service.GetAsync(_house.Acme)).Value.Planned);
    }

    [Fact]
    public async Task What_Logto_or_the_record_do_not_take_is_not_done()
    {
        _house.Logto.Calls.Fail(Updates, FakeLogtoCalls.Outage());
        Assert.IsType<Unavailable>((await _house.Service.RequireAsync(_house.Acme)).Failure);
        Assert.False(_house.IsRequired);
        Assert.Equal(["failed"], _house.OutcomesOf(AuditActions.RequireSecondFactor));

        _house.Audit.IsDown = true;
        Assert.IsType<Unavailable>((await _house.Service.RequireAsync(_house.Acme)).Failure);
        Assert.IsType<Unavailable>((await _house.Service.RequireAsync(_house.Acme, InTwoWeeks)).Failure);
        Assert.False(_house.IsRequired);
        _house.Audit.IsDown = false;

        // Done, and the answer was lost: whoever goes on asks Logto again.
        _house.Logto.Calls.FailAfterActing(Updates, FakeLogtoCalls.Outage());
        Assert.IsType<Unavailable>((await _house.Service.RequireAsync(_house.Acme)).Failure);
        _house.SignIn(_house.Bob);
        Assert.IsType<SecondFactorRequired>(await _house.Get<IOrganizationGuard>().DenyReadUnlessMemberAsync(_house.Acme));
    }

    [Fact]
    public async Task A_right_that_was_taken_away_while_it_waited_for_the_organization_is_gone()
    {
        _house.SignIn(_house.Sam);
        _house.Locks.Held += () =>
        {
            _house.Logto.Members.RemoveAll(member => member.User == _house.Sam);
            _house.Events.Publish(new MembersChanged(_house.Acme, _house.Sam));
        };

        Assert.IsType<NotFound>((await _house.Service.RequireAsync(_house.Acme, null, SecondFactorAcceptance.Administrators)).Failure);
        Assert.False(_house.IsRequired);
    }

    [Theory]
    [InlineData("https://account.example/security", true, "https://account.example/security", false)]
    [InlineData(null, true, null, true)]
    [InlineData(null, false, null, false)]
    public async Task Where_one_is_set_up_is_the_deployers_page_or_the_next_sign_in(string? configured, bool asks, string? page, bool bySigningIn)
    {
        using var house = new SecurityHouse(settings: configured is null ? [] : [("Portal:SecondFactor:Url", configured)]);
        house.Logto.Mfa = house.Logto.Mfa with { OrganizationRequiredMfaPolicy = asks ? "Mandatory" : null };
        house.SignIn(house.Bob);

        var setUp = (await house.Service.GetSetUpAsync()).Value;

        Assert.Equal((page, bySigningIn), (setUp.Page?.AbsoluteUri, setUp.BySigningIn));
        house.SignIn(house.Alice);
        Assert.Equal(page is not null || bySigningIn, (await house.Service.GetAsync(house.Acme)).Value.CanBeLed);
    }

    [Theory]
    [InlineData("EmailVerificationCode")]
    [InlineData("PhoneVerificationCode")]
    public async Task Where_codes_by_mail_or_message_are_factors_too_nobody_is_led_past_them(string factor)
    {
        _house.Logto.Mfa = _house.Logto.Mfa with { Factors = ["Totp", factor] };

        var state = (await _house.Service.GetAsync(_house.Acme)).Value;

        Assert.Equal(["Totp"], state.Offered);
        Assert.False(state.CanBeLed);
        Assert.False((await _house.Service.GetSetUpAsync()).Value.BySigningIn);
    }

    [Fact]
    public async Task Whoever_comes_through_an_identity_provider_is_told_that_Logto_does_not_ask()
    {
        _house.Logto.SsoConnectors.Add(new FakeSsoConnector("c1", SsoProviders.Oidc, "Directory"));
        Assert.False((await _house.Service.GetAsync(_house.Acme)).Value.LeavesProvidersOut);
        _house.Logto.JustInTimeSsoConnectors.Add((_house.Acme, "c1"));
        _house.Logto.SsoIdentities.Add((_house.Bob, "c1"));

        Assert.True((await _house.Service.GetAsync(_house.Acme)).Value.LeavesProvidersOut);
        Assert.Equal(new SecondFactorSetUp(null, true), (await _house.Service.GetSetUpAsync()).Value);
        _house.SignIn(_house.Bob);
        Assert.Equal(new SecondFactorSetUp(null, true, UnlessByProvider: true), (await _house.Service.GetSetUpAsync()).Value);

        _house.Logto.HasSingleSignOn = false;
        Assert.False((await _house.Service.GetSetUpAsync()).Value.UnlessByProvider);
        _house.SignIn(_house.Alice);
        Assert.False((await _house.Service.GetAsync(_house.Acme)).Value.LeavesProvidersOut);
    }

    [Theory]
    [InlineData("account.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://account.example/")]
    public void A_page_that_is_no_safe_address_is_refused_at_the_start(string url) =>
        Assert.True(new SecondFactorOptionsValidator().Validate(null, new SecondFactorOptions { Url = new Uri(url, UriKind.RelativeOrAbsolute) }).Failed);
}
