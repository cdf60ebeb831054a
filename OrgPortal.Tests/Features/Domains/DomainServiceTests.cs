using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Domains.Proofs;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Domains;

public sealed class DomainServiceTests : IDisposable
{
    private static readonly string AddsDomain = Call(nameof(IOrganizationJustInTimeClient.AddDomainAsync));
    private static readonly string RemovesDomain = Call(nameof(IOrganizationJustInTimeClient.RemoveDomainAsync));

    private readonly DomainHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_domain_is_claimed_in_the_form_of_DNS_with_a_value_of_its_own()
    {
        Assert.Equal("acme.example", (await _house.Service.AddAsync(_house.Acme, "  @ACME.Example. ")).Value);
        Assert.Equal("xn--bcher-kva.example", (await _house.Service.AddAsync(_house.Acme, "Bücher.example")).Value);

        var rows = (await _house.Service.ListAsync(_house.Acme)).Value.Domains;
        Assert.Equal(["acme.example", "bücher.example"], rows.Select(row => row.Readable));
        Assert.All(rows, row => Assert.Equal((DomainState.Unverified, DomainEnrolment.Nothing), (row.State, row.Enrolment)));
        Assert.Equal(2, rows.Select(row => row.RecordValue).Distinct().Count());
        Assert.Equal("_orgportal-challenge.acme.example", rows[0].RecordName);
        Assert.Equal([AuditActions.AddDomain, AuditActions.AddDomain], _house.Audit.Records.Select(record => record.Action));
        Assert.Equal(2, _house.Events.Published.OfType<DomainsChanged>().Count());
    }

    [Theory]
    [InlineData("acme", "domain_format")]
    [InlineData("", "domain_format")]
    [InlineData("https://acme.example/", "domain_format")]
    [InlineData("someone@acme.example", "domain_format")]
    [InlineData("192.168.0.1", "domain_format")]
    [InlineData("a..example", "domain_format")]
    [InlineData("-a.example", "domain_format")]
    [InlineData("co.uk", "public_suffix")]
    [InlineData("github.io", "public_suffix")]
    [InlineData("anything.ck", "public_suffix")]
    [InlineData("gmail.com", "public_mail_provider")]
    [InlineData("MAIL.Outlook.com", "public_mail_provider")]
    public async Task What_is_nobodys_own_is_refused_with_the_reason(string domain, string reason)
    {
        var refused = Assert.IsType<Invalid>((await _house.Service.AddAsync(_house.Acme, domain)).Failure);

        Assert.Equal([new FieldFailure("domain", reason)], refused.Fields);
        Assert.Empty((await _house.Service.ListAsync(_house.Acme)).Value.Domains);
    }

    [Theory]
    [InlineData("acme.co.uk")]
    [InlineData("www.ck")]
    [InlineData("acme.github.io")]
    [InlineData("acme.例子")]
    public async Task What_somebody_registered_is_taken(string domain) => Assert.Null((await _house.Service.AddAsync(_house.Acme, domain)).Failure);

    [Fact]
    public async Task More_than_the_deployer_allows_are_refused_and_so_is_the_same_again()
    {
        using var house = new DomainHouse(("Portal:Domains:PerOrganization", "1"), ("Portal:Domains:Refused:0", "partner.example"));
        Assert.Equal("public_mail_provider", Assert.IsType<Invalid>((await house.Service.AddAsync(house.Acme, "eu.partner.example")).Failure).Fields[0].Reason);
        await house.Service.AddAsync(house.Acme, "acme.example");

        Assert.Equal(RefusalReasons.DomainListed, (await house.Service.AddAsync(house.Acme, "ACME.example")).Failure!.Code);
        Assert.Equal(DomainService.PerOrganization, (await house.Service.AddAsync(house.Acme, "acme2.example")).Failure!.Code);
    }

    [Fact]
    public async Task The_record_verifies_and_each_other_answer_is_told_apart()
    {
        await _house.Service.AddAsync(_house.Acme, "acme.example");
        async Task<DomainProof> LookAsync()
        {
            _house.Clock.Advance(TimeSpan.FromMinutes(1));
            return (await _house.Service.VerifyAsync(_house.Acme, "acme.example")).Value;
        }

        Assert.Equal(DomainProof.Missing, await LookAsync());
        _house.Dns.Records["acme.example"] = ["something=else"];
        Assert.Equal(DomainProof.Different, await LookAsync());
        _house.Dns.IsSilent = true;
        Assert.Equal(DomainProof.NoAnswer, await LookAsync());
        Assert.Equal(DomainProof.NoAnswer, Assert.Single((await _house.Service.ListAsync(_house.Acme)).Value.Domains).LastProof);
        _house.Dns.IsSilent = false;
        _house.Dns.Records["acme.example"].Add(_house.ValueOf(_house.Acme));
        Assert.Equal(DomainProof.Found, await LookAsync());

        var row = Assert.Single((await _house.Service.ListAsync(_house.Acme)).Value.Domains);
        Assert.Equal((DomainState.Verified, _house.Clock.GetUtcNow()), (row.State, row.VerifiedAt));
        Assert.Equal(1, _house.Audit.Records.Count(record => record.Action == AuditActions.VerifyDomain && record.Outcome == "done"));
    }

    [Fact]
    public async Task Looking_again_at_once_is_refused()
    {
        await _house.Service.AddAsync(_house.Acme, "acme.example");
        await _house.Service.VerifyAsync(_house.Acme, "acme.example");

        Assert.Equal(DomainService.Checks, (await _house.Service.VerifyAsync(_house.Acme, "acme.example")).Failure!.Code);
        Assert.Equal(1, _house.Dns.Looks);
    }

    [Fact]
    public async Task The_value_of_another_organization_proves_nothing()
    {
        await _house.ClaimAsync(_house.Acme);
        _house.SignIn(_house.Greta);
        await _house.Service.AddAsync(_house.Globex, "acme.example");

        Assert.Equal(DomainProof.Different, (await _house.Service.VerifyAsync(_house.Globex, "acme.example")).Value);
        Assert.Null(_house.Row(_house.Globex)!.VerifiedAt);
    }

    [Fact]
    public async Task A_domain_of_another_organization_is_claimed_without_a_word_and_refused_when_proved()
    {
        await _house.VerifyAsync();
        _house.SignIn(_house.Greta);
        await _house.ClaimAsync(_house.Globex);

        Assert.Equal(RefusalReasons.DomainTaken, (await _house.Service.VerifyAsync(_house.Globex, "acme.example")).Failure!.Code);

        Assert.Null(_house.Row(_house.Globex)!.VerifiedAt);
        Assert.NotNull(_house.Row(_house.Acme)!.VerifiedAt);
        Assert.Equal((DomainState.Unverified, DomainProof.Found), Assert.Single((await _house.Service.ListAsync(_house.Globex)).Value.Domains) is var row ? (row.State, row.LastProof) : default);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Of_two_who_verify_at_the_same_moment_one_is_refused(StoreProvider provider)
    {
        using var house = new DomainHouse(provider);
        await house.ClaimAsync(house.Acme);
        house.SignIn(house.Greta);
        await house.ClaimAsync(house.Globex);
        house.Dns.Meanwhile = async () => Assert.Equal(DomainProof.Found, (await house.Service.VerifyAsync(house.Globex, "acme.example")).Value);

        // Greta finishes while Acme's look is still under way.
        Assert.Equal(RefusalReasons.DomainTaken, (await house.Get<DomainProving>().CheckAsync(house.Acme, Name("acme.example"))).Failure!.Code);

        Assert.NotNull(house.Row(house.Globex)!.VerifiedAt);
        Assert.Null(house.Row(house.Acme)!.VerifiedAt);
    }

    [Fact]
    public async Task A_domain_that_was_removed_and_added_meanwhile_is_not_verified_by_the_old_value()
    {
        await _house.ClaimAsync(_house.Acme);
        _house.Dns.Meanwhile = async () =>
        {
            await _house.Service.RemoveAsync(_house.Acme, "acme.example");
            await _house.Service.AddAsync(_house.Acme, "acme.example");
        };

        Assert.IsType<NotFound>((await _house.Service.VerifyAsync(_house.Acme, "acme.example")).Failure);
        Assert.Null(_house.Row(_house.Acme)!.VerifiedAt);
    }

    [Fact]
    public async Task A_domain_of_another_organization_is_not_found()
    {
        await _house.VerifyAsync();
        _house.SignIn(_house.Greta);

        Assert.IsType<NotFound>((await _house.Service.VerifyAsync(_house.Globex, "acme.example")).Failure);
        Assert.IsType<NotFound>((await _house.Service.RemoveAsync(_house.Globex, "acme.example")).Failure);
        Assert.IsType<NotFound>((await _house.Service.SetEnrolmentAsync(_house.Globex, "acme.example", DomainEnrolment.Ask, [])).Failure);
        Assert.IsType<NotFound>((await _house.Service.RemoveAsync(_house.Acme, "acme.example")).Failure);
        Assert.NotNull(_house.Row(_house.Acme)!.VerifiedAt);
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_seen_and_nothing_changes()
    {
        await _house.VerifyAsync();
        _house.SignIn(_house.Ina);

        Assert.IsType<Forbidden>((await _house.Service.ListAsync(_house.Acme)).Failure);
        Assert.IsType<Forbidden>((await _house.Service.AddAsync(_house.Acme, "more.example")).Failure);
        Assert.IsType<Forbidden>((await _house.Service.SetEnrolmentAsync(_house.Acme, "acme.example", DomainEnrolment.Ask, [])).Failure);
        Assert.IsType<Forbidden>((await _house.Service.RemoveAsync(_house.Acme, "acme.example")).Failure);
        Assert.Equal(DomainStates.Nothing, _house.Row(_house.Acme)!.Enrolment);
        Assert.Null(_house.Row(_house.Acme, "more.example"));
    }

    [Fact]
    public async Task Only_a_verified_domain_is_opened()
    {
        await _house.ClaimAsync(_house.Acme);

        Assert.Equal(RefusalReasons.DomainNotVerified, (await _house.Service.SetEnrolmentAsync(_house.Acme, "acme.example", DomainEnrolment.Automatic, [_house.Member])).Failure!.Code);
        Assert.Equal(RefusalReasons.DomainNotVerified, (await _house.Service.SetEnrolmentAsync(_house.Acme, "acme.example", DomainEnrolment.Ask, [])).Failure!.Code);
        Assert.Empty(_house.Logto.JustInTimeDomains);
        Assert.Empty(_house.Logto.JustInTimeRoles);
    }

    [Fact]
    public async Task Whoever_signs_up_joins_with_the_roles_chosen_and_nobody_after_it_is_closed()
    {
        await _house.VerifyAsync(DomainEnrolment.Automatic, roles: _house.Member);

        Assert.Equal([(_house.Acme, "acme.example")], _house.Logto.JustInTimeDomains);
        Assert.Equal([(_house.Acme, _house.Member)], _house.Logto.JustInTimeRoles);
        Assert.Equal("member", Assert.Single((await _house.Service.ListAsync(_house.Acme)).Value.JoinRoles).Name);
        Assert.Null((await _house.Service.SetEnrolmentAsync(_house.Acme, "acme.example", DomainEnrolment.Automatic, [_house.Inviting])).Failure);
        Assert.Equal([(_house.Acme, _house.Inviting)], _house.Logto.JustInTimeRoles);

        Assert.Null((await _house.Service.SetEnrolmentAsync(_house.Acme, "acme.example", DomainEnrolment.Ask, [])).Failure);

        Assert.Empty(_house.Logto.JustInTimeDomains);
        Assert.Equal(3, _house.Audit.Records.Count(record => record.Action == AuditActions.ChangeDomainEnrolment && record.Outcome == "done"));
    }

    [Fact]
    public async Task Nobody_lets_others_join_with_more_than_they_hold()
    {
        await _house.VerifyAsync();
        _house.SignIn(_house.Sam);

        Assert.Equal(RefusalReasons.AboveOwnPermissions, (await _house.Service.SetEnrolmentAsync(_house.Acme, "acme.example", DomainEnrolment.Automatic, [_house.Admin])).Failure!.Code);
        Assert.Equal(RefusalReasons.MachineRole, (await _house.Service.SetEnrolmentAsync(_house.Acme, "acme.example", DomainEnrolment.Automatic, [_house.Machine])).Failure!.Code);

        // What whoever runs the tenant has put there would be given away as well.
        _house.Logto.JustInTimeRoles.Add((_house.Acme, _house.Admin));
        Assert.Equal(RefusalReasons.AboveOwnPermissions, (await _house.Service.SetEnrolmentAsync(_house.Acme, "acme.example", DomainEnrolment.Automatic, [_house.Member])).Failure!.Code);
        Assert.Empty(_house.Logto.JustInTimeDomains);
        Assert.Equal(3, _house.Audit.Records.Count(record => record.Action == AuditActions.ChangeDomainEnrolment && record.Outcome == "denied"));
    }

    [Fact]
    public async Task Where_addresses_prove_nothing_nobody_joins_by_them()
    {
        await _house.VerifyAsync();
        _house.Logto.VerifiesAddresses = false;

        Assert.Equal(RefusalReasons.AddressesNotVerified, (await _house.Service.SetEnrolmentAsync(_house.Acme, "acme.example", DomainEnrolment.Automatic, [_house.Member])).Failure!.Code);
        Assert.Equal(RefusalReasons.AddressesNotVerified, (await _house.Service.SetEnrolmentAsync(_house.Acme, "acme.example", DomainEnrolment.Ask, [])).Failure!.Code);
        Assert.False((await _house.Service.ListAsync(_house.Acme)).Value.CanOpen);
    }

    [Fact]
    public async Task A_deployer_may_say_that_addresses_can_be_trusted()
    {
        using var house = new DomainHouse(("Portal:Domains:TrustAddresses", "true"));
        house.Logto.VerifiesAddresses = false;

        await house.VerifyAsync(DomainEnrolment.Ask);

        Assert.Equal(house.Acme, (await house.Get<DomainDirectory>().FindToAskAsync("dave@ACME.example")).Value!.Value.Organization);

        ((NoOrganizationHolds)house.Get<IOrganizationHolds>()).Held.Add(house.Acme);
        Assert.Null((await house.Get<DomainDirectory>().FindToAskAsync("dave@acme.example")).Value);
    }

    [Fact]
    public async Task When_Logto_fails_while_it_is_told_the_domain_stays_closed_on_both_sides()
    {
        await _house.VerifyAsync(DomainEnrolment.Ask);
        _house.Logto.Calls.FailAfterActing(AddsDomain, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _house.Service.SetEnrolmentAsync(_house.Acme, "acme.example", DomainEnrolment.Automatic, [_house.Member])).Failure);

        Assert.Empty(_house.Logto.JustInTimeDomains);
        Assert.Equal(DomainStates.Ask, _house.Row(_house.Acme)!.Enrolment);
    }

    [Fact]
    public async Task What_may_be_open_in_Logto_is_never_shown_as_closed()
    {
        await _house.VerifyAsync();
        _house.Logto.Calls.FailAfterActing(AddsDomain, FakeLogtoCalls.Outage());
        _house.Logto.Calls.Fail(RemovesDomain, FakeLogtoCalls.Outage(), 2);

        Assert.IsType<Unavailable>((await _house.Service.SetEnrolmentAsync(_house.Acme, "acme.example", DomainEnrolment.Automatic, [_house.Member])).Failure);
        Assert.Equal(DomainStates.Automatic, _house.Row(_house.Acme)!.Enrolment);
        Assert.IsType<Unavailable>((await _house.Service.SetEnrolmentAsync(_house.Acme, "acme.example", DomainEnrolment.Nothing, [])).Failure);
        Assert.Equal(DomainStates.Automatic, _house.Row(_house.Acme)!.Enrolment);

        Assert.Null((await _house.Service.SetEnrolmentAsync(_house.Acme, "acme.example", DomainEnrolment.Nothing, [])).Failure);
        Assert.Empty(_house.Logto.JustInTimeDomains);
    }

    [Fact]
    public async Task Removing_a_domain_closes_it_first()
    {
        await _house.VerifyAsync(DomainEnrolment.Automatic, roles: _house.Member);
        _house.Logto.Calls.Fail(RemovesDomain, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _house.Service.RemoveAsync(_house.Acme, "acme.example")).Failure);
        Assert.NotNull(_house.Row(_house.Acme));

        Assert.Null((await _house.Service.RemoveAsync(_house.Acme, "acme.example")).Failure);
        Assert.Empty(_house.Logto.JustInTimeDomains);
        Assert.Null(_house.Row(_house.Acme));
        Assert.Equal(["failed", "done"], _house.Audit.Records.Where(record => record.Action == AuditActions.RemoveDomain).Select(record => record.Outcome));
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_done()
    {
        await _house.ClaimAsync(_house.Acme);
        _house.Audit.IsDown = true;

        Assert.IsType<Unavailable>((await _house.Service.AddAsync(_house.Acme, "more.example")).Failure);
        Assert.IsType<Unavailable>((await _house.Service.VerifyAsync(_house.Acme, "acme.example")).Failure);
        Assert.Null(_house.Row(_house.Acme)!.VerifiedAt);
        Assert.Null(_house.Row(_house.Acme, "more.example"));
    }

    [Fact]
    public async Task A_record_put_into_DNS_later_is_found_without_anybody_asking()
    {
        await _house.ClaimAsync(_house.Acme);
        Assert.Equal(0, await _house.RecheckAsync());

        _house.Clock.Advance(TimeSpan.FromMinutes(15));
        _house.User.SignOut();

        Assert.Equal(1, await _house.RecheckAsync());
        Assert.NotNull(_house.Row(_house.Acme)!.VerifiedAt);
        Assert.Equal([(NoticeKinds.DomainVerified, _house.Alice.Value)], _house.Told());
    }

    [Fact]
    public async Task Nobody_looks_for_ever_for_a_record_that_never_comes()
    {
        await _house.Service.AddAsync(_house.Acme, "acme.example");

        _house.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await _house.RecheckAsync());
        _house.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(0, await _house.RecheckAsync());
    }

    [Fact]
    public async Task A_domain_whose_record_is_gone_stays_for_a_week_and_then_nobody_joins_by_it()
    {
        await _house.VerifyAsync(DomainEnrolment.Automatic, roles: _house.Member);
        _house.Dns.Records.Clear();
        _house.Clock.Advance(TimeSpan.FromDays(7));
        await _house.RecheckAsync();

        var lapsing = Assert.Single((await _house.Service.ListAsync(_house.Acme)).Value.Domains);
        Assert.Equal((DomainState.Lapsing, _house.Clock.GetUtcNow().AddDays(7)), (lapsing.State, lapsing.LapsesAt));
        Assert.NotEmpty(_house.Logto.JustInTimeDomains);

        _house.Clock.Advance(TimeSpan.FromDays(7));
        await _house.RecheckAsync();

        var lapsed = Assert.Single((await _house.Service.ListAsync(_house.Acme)).Value.Domains);
        Assert.Equal((DomainState.Unverified, true, DomainEnrolment.Nothing), (lapsed.State, lapsed.HasLapsed, lapsed.Enrolment));
        Assert.Empty(_house.Logto.JustInTimeDomains);
        Assert.Equal("done", _house.Audit.Records.Single(record => record.Action == AuditActions.LapseDomain).Outcome);
        Assert.Equal([(NoticeKinds.DomainLapsing, _house.Alice.Value), (NoticeKinds.DomainLapsed, _house.Alice.Value)], _house.Told());
    }

    [Fact]
    public async Task A_record_that_comes_back_in_time_changes_nothing()
    {
        await _house.VerifyAsync(DomainEnrolment.Ask);
        var value = _house.Dns.Records["acme.example"];
        _house.Dns.Records.Remove("acme.example");
        _house.Clock.Advance(TimeSpan.FromDays(7));
        await _house.RecheckAsync();
        _house.Dns.Records["acme.example"] = value;
        _house.Clock.Advance(TimeSpan.FromDays(1));
        await _house.RecheckAsync();

        var row = Assert.Single((await _house.Service.ListAsync(_house.Acme)).Value.Domains);
        Assert.Equal((DomainState.Verified, DomainEnrolment.Ask, (DateTimeOffset?)null), (row.State, row.Enrolment, row.LapsesAt));
    }

    [Fact]
    public async Task A_DNS_that_is_silent_for_a_day_takes_nothing_away_and_one_that_is_for_weeks_does()
    {
        await _house.VerifyAsync(DomainEnrolment.Ask);
        _house.Dns.IsSilent = true;
        _house.Clock.Advance(TimeSpan.FromDays(8));
        await _house.RecheckAsync();
        Assert.Equal(DomainState.Verified, Assert.Single((await _house.Service.ListAsync(_house.Acme)).Value.Domains).State);

        _house.Clock.Advance(TimeSpan.FromDays(14));
        await _house.RecheckAsync();
        Assert.Equal(DomainState.Lapsing, Assert.Single((await _house.Service.ListAsync(_house.Acme)).Value.Domains).State);
    }

    [Fact]
    public async Task A_domain_past_its_grace_opens_nothing_also_while_Logto_fails()
    {
        await _house.VerifyAsync(DomainEnrolment.Automatic, roles: _house.Member);
        _house.Dns.Records.Clear();
        _house.Clock.Advance(TimeSpan.FromDays(7));
        await _house.RecheckAsync();
        _house.Clock.Advance(TimeSpan.FromDays(7));
        _house.Logto.Calls.Fail(RemovesDomain, FakeLogtoCalls.Outage());

        await _house.RecheckAsync();
        Assert.Equal(DomainState.Unverified, Assert.Single((await _house.Service.ListAsync(_house.Acme)).Value.Domains).State);
        Assert.NotEmpty(_house.Logto.JustInTimeDomains);

        _house.Clock.Advance(TimeSpan.FromDays(1));
        await _house.RecheckAsync();
        Assert.Empty(_house.Logto.JustInTimeDomains);
    }

    [Fact]
    public async Task An_organization_deleted_past_the_portal_frees_its_domains()
    {
        await _house.VerifyAsync();
        _house.Logto.Organizations.RemoveAll(organization => organization.Id == _house.Acme);
        _house.Clock.Advance(TimeSpan.FromDays(7));

        await _house.RecheckAsync();

        Assert.Null(_house.Row(_house.Acme));
    }

    [Theory]
    [InlineData("dave@acme.example", true)]
    [InlineData("DAVE@ACME.EXAMPLE", true)]
    [InlineData("dave@sub.acme.example", false)]
    [InlineData("dave@xacme.example", false)]
    [InlineData("dave@acme.example.evil.example", false)]
    [InlineData("\"dave@acme.example\"@evil.example", false)]
    [InlineData("acme.example", false)]
    [InlineData(null, false)]
    public async Task Only_addresses_of_exactly_the_domain_lead_to_the_organization(string? address, bool leads)
    {
        await _house.VerifyAsync(DomainEnrolment.Ask);

        Assert.Equal(leads, (await _house.Get<DomainDirectory>().FindToAskAsync(address)).Value is not null);
    }

    private static DomainName Name(string text) => DomainName.TryParse(text, out var name) ? name : throw new FormatException();

    private static string Call(string method) => FakeLogtoCalls.Name(nameof(IOrganizationJustInTimeClient), method);
}
