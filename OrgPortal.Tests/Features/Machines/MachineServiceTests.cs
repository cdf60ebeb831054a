using System.Net;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Machines;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Machines;

public sealed class MachineServiceTests : IDisposable
{
    private static readonly string Creates = Call<IApplicationsClient>(nameof(IApplicationsClient.CreateAsync));
    private static readonly string Deletes = Call<IApplicationsClient>(nameof(IApplicationsClient.DeleteAsync));
    private static readonly string Adds = Call<IOrganizationApplicationsClient>(nameof(IOrganizationApplicationsClient.AddAsync));
    private static readonly string Gives = Call<IOrganizationApplicationsClient>(nameof(IOrganizationApplicationsClient.AddRolesAsync));
    private static readonly string MakesSecret = Call<IApplicationsClient>(nameof(IApplicationsClient.CreateSecretAsync));

    private readonly MachineHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_machine_is_made_with_roles_here_none_elsewhere_and_one_secret_that_ends(StoreProvider provider)
    {
        using var house = new MachineHouse(provider);
        house.Logto.DefaultMachineRoles.Add(new Role("r1", "Opens everything", "", "MachineToMachine"));

        var made = (await house.Service.CreateAsync(house.Acme, new MachineForm(" Nightly export ", "Copies orders", [house.Reader, house.Inviter]), new SecretForm(null, 90))).Value;

        var application = house.Application(made)!;
        Assert.Equal(("Nightly export", "Copies orders", "MachineToMachine"), (application.Name, application.Description, application.Type));
        Assert.Empty(application.TenantRoles);
        var secret = Assert.Single(application.Secrets);
        Assert.Equal(("2026-11-23", made.Value, house.Clock.GetUtcNow().AddDays(90)), (secret.Name, secret.Value, secret.ExpiresAt));
        var membership = Assert.Single(house.Logto.Machines);
        Assert.Equal((house.Acme, made.ClientId), (membership.Organization, membership.Application));
        Assert.Equal([house.Reader, house.Inviter], membership.Roles);
        var row = Assert.Single((await house.Service.ListAsync(house.Acme)).Value.Machines);
        Assert.Equal((made.Machine, MachineState.Active, "Alice Adams", secret.ExpiresAt), (row.Id!.Value, row.State, row.CreatedBy, row.SecretEndsAt));
        Assert.Equal(["inviter", "reader"], row.Roles.Select(role => role.Name));
        Assert.IsType<MachinesChanged>(Assert.Single(house.Events.Published));
        var record = Assert.Single(house.Audit.Records);
        Assert.Equal((AuditActions.CreateMachine, "done", made.ClientId, "Nightly export"), (record.Action, record.Outcome, record.TargetId, record.Act.TargetName));
    }

    [Fact]
    public async Task No_secret_is_on_record_in_the_store_in_a_list_or_in_words()
    {
        var made = await _house.MakeAsync();
        var second = (await _house.Service.CreateSecretAsync(_house.Acme, made.Machine, new SecretForm("Spring"))).Value;
        await _house.Service.DeleteSecretAsync(_house.Acme, made.Machine, "Spring");

        string[] values = [made.Value, second.Value];
        var told = _house.Audit.Records.Select(record => System.Text.Json.JsonSerializer.Serialize(record.Act))
            .Concat(_house.Rows().Select(row => System.Text.Json.JsonSerializer.Serialize(row)))
            .Append(System.Text.Json.JsonSerializer.Serialize((await _house.Service.GetAsync(_house.Acme, made.Machine)).Value))
            .Append(System.Text.Json.JsonSerializer.Serialize((await _house.Service.ListAsync(_house.Acme)).Value))
            .Append($"{made} {second}");

        Assert.All(told, text => Assert.All(values, value => Assert.DoesNotContain(value, text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nobody_gives_a_machine_more_than_they_hold_themselves()
    {
        _house.SignIn(_house.Ken);

        var above = await CreateAsync(_house.Inviter);
        var unheld = await CreateAsync(_house.Payer);
        var people = await CreateAsync(_house.Member);
        var unknown = await CreateAsync(OrganizationRoleId.Parse("nosuchrole00000000001"));
        var within = await CreateAsync(_house.Reader);

        Assert.Equal(new Refused(RefusalReasons.AboveOwnPermissions, "inviter"), above.Failure);
        Assert.Equal(RefusalReasons.AboveOwnPermissions, unheld.Failure!.Code);
        Assert.Equal(new Refused(RefusalReasons.PeopleRole, "member"), people.Failure);
        Assert.Equal("unknown_role", Assert.IsType<Invalid>(unknown.Failure).Fields[0].Reason);
        Assert.Null(within.Failure);
        Assert.Single(_house.Logto.Applications);
        Assert.Equal(["denied", "denied", "denied", "done"], _house.Audit.Records.Select(record => record.Outcome));
        Assert.Equal(["inviter", "payer"], (await _house.Service.GetTermsAsync(_house.Acme)).Value.Roles.Where(role => !role.CanGrant).Select(role => role.Role.Name));
    }

    [Fact]
    public async Task Whoever_has_not_proved_lately_who_they_are_sees_no_secret()
    {
        var made = await _house.MakeAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.IsType<ReauthenticationRequired>((await CreateAsync(_house.Reader)).Failure);
        Assert.IsType<ReauthenticationRequired>((await _house.Service.CreateSecretAsync(_house.Acme, made.Machine, new SecretForm())).Failure);
        Assert.Null((await _house.Service.DeleteSecretAsync(_house.Acme, made.Machine, made.Name)).Failure);

        Assert.Single(_house.Logto.Applications);
        Assert.Empty(_house.Application(made)!.Secrets);
    }

    [Theory]
    [InlineData("", "x", 30, "name")]
    [InlineData("a\u202Eb", "x", 30, "name")]
    [InlineData("Export", "a\nb", 30, "description")]
    [InlineData("Export", "x", 0, "expiresInDays")]
    [InlineData("Export", "x", 731, "expiresInDays")]
    public async Task What_cannot_be_is_named_by_its_field(string name, string description, int days, string field)
    {
        var made = await _house.Service.CreateAsync(_house.Acme, new MachineForm(name, description, [_house.Reader]), new SecretForm(null, days));

        Assert.Equal([field], Assert.IsType<Invalid>(made.Failure).Fields.Select(wrong => wrong.Field));
        Assert.Empty(_house.Logto.Applications);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    [InlineData("a\\b")]
    public async Task A_secrets_name_leads_nowhere_else(string name)
    {
        var made = await _house.MakeAsync();

        Assert.Equal("secret_name", Assert.IsType<Invalid>((await _house.Service.CreateSecretAsync(_house.Acme, made.Machine, new SecretForm(name))).Failure).Fields[0].Reason);
        Assert.IsType<NotFound>((await _house.Service.DeleteSecretAsync(_house.Acme, made.Machine, name)).Failure);
        _house.Application(made)!.Secrets.Add(new ApplicationSecret("..", "operators", null));
        Assert.IsType<NotFound>((await _house.Service.DeleteSecretAsync(_house.Acme, made.Machine, "..")).Failure);
        Assert.Throws<ArgumentException>(() => LogtoRoutes.ApplicationSecret(made.ClientId, ".."));
        Assert.NotNull(_house.Application(made));
    }

    [Fact]
    public async Task Another_organization_neither_sees_nor_touches_it_even_where_somebody_put_it_there()
    {
        var made = await _house.MakeAsync();
        _house.Logto.Machines.Add(new FakeMachineMembership(_house.Globex, made.ClientId) { Roles = { _house.Reader } });
        _house.SignIn(_house.Greta);

        await AssertUntouchableAsync(_house.Globex, made.Machine);
        await AssertUntouchableAsync(_house.Acme, made.Machine);

        var list = (await _house.Service.ListAsync(_house.Globex)).Value;
        Assert.Empty(list.Machines);
        var shown = Assert.Single(list.Provided);
        Assert.Equal((null, "Nightly export", MachineState.Provided), (shown.Id, shown.Name, shown.State));
        Assert.Equal(2, _house.Logto.Machines.Count);
        Assert.Single(_house.Application(made)!.Secrets);
    }

    [Fact]
    public async Task A_machine_that_somebody_else_put_into_the_organization_is_seen_and_the_portals_own_never()
    {
        var theirs = _house.Logto.AddMachine("Billing", _house.Acme, _house.Payer);
        _house.Logto.Applications.Add(new FakeApplication(MachineHouse.PortalServer, "OrgPortal server", null, "MachineToMachine"));
        _house.Logto.Machines.Add(new FakeMachineMembership(_house.Acme, MachineHouse.PortalServer));
        await AdoptAsync(MachineHouse.PortalServer);

        var list = (await _house.Service.ListAsync(_house.Acme)).Value;

        Assert.Equal([theirs.Id], list.Provided.Select(one => one.ClientId));
        Assert.Equal(0, list.MoreProvided);
        // Also when its id got into the store, by whatever way.
        await AssertUntouchableAsync(_house.Acme, _house.Rows().Single(row => row.ApplicationId == MachineHouse.PortalServer).Id);
        Assert.Contains(_house.Logto.Applications, one => one.Id == MachineHouse.PortalServer);
    }

    [Theory]
    [InlineData(nameof(IOrganizationApplicationsClient.AddAsync))]
    [InlineData(nameof(IOrganizationApplicationsClient.AddRolesAsync))]
    [InlineData(nameof(IApplicationsClient.CreateSecretAsync))]
    [InlineData(nameof(IApplicationsClient.ListSecretsAsync))]
    [InlineData(nameof(IApplicationsClient.DeleteSecretAsync))]
    [InlineData(nameof(IApplicationsClient.ListRolesAsync))]
    [InlineData(nameof(IApplicationsClient.RemoveRoleAsync))]
    public async Task When_Logto_fails_in_the_middle_nothing_is_left(string method)
    {
        _house.Logto.DefaultMachineRoles.Add(new Role("r1", "Opens everything", "", "MachineToMachine"));
        _house.Logto.Calls.Fail(method is nameof(IOrganizationApplicationsClient.AddAsync) or nameof(IOrganizationApplicationsClient.AddRolesAsync)
            ? Call<IOrganizationApplicationsClient>(method)
            : Call<IApplicationsClient>(method), FakeLogtoCalls.Outage());

        var made = await CreateAsync(_house.Reader);

        Assert.Equal(new Interrupted(true, new Unavailable()), made.Failure);
        Assert.Empty(_house.Logto.Applications);
        Assert.Empty(_house.Rows());
        Assert.Equal("failed", Assert.Single(_house.Audit.Records).Outcome);
    }

    [Fact]
    public async Task What_cannot_be_taken_back_at_once_is_taken_back_later()
    {
        _house.Logto.Calls.Fail(Gives, FakeLogtoCalls.Outage());
        _house.Logto.Calls.Fail(Deletes, FakeLogtoCalls.Outage());

        Assert.Equal(new Interrupted(false, new Unavailable()), (await CreateAsync(_house.Reader)).Failure);
        Assert.Equal(MachineState.Ending, Assert.Single((await _house.Service.ListAsync(_house.Acme)).Value.Machines).State);
        await _house.UpkeepAsync();
        Assert.Single(_house.Logto.Applications);

        _house.Clock.Advance(MachineUpkeep.BrokenOffAfter);
        await _house.UpkeepAsync();

        Assert.Empty(_house.Logto.Applications);
        Assert.Empty(_house.Rows());
    }

    [Fact]
    public async Task An_application_whose_creation_got_no_answer_is_found_by_its_mark_and_deleted()
    {
        var other = _house.Logto.AddMachine("Nightly export", _house.Acme);
        _house.Logto.Calls.FailAfterActing(Creates, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await CreateAsync(_house.Reader)).Failure);
        Assert.Equal(2, _house.Logto.Applications.Count);
        Assert.Empty((await _house.Service.ListAsync(_house.Acme)).Value.Machines);

        _house.Clock.Advance(MachineUpkeep.BrokenOffAfter);
        await _house.UpkeepAsync();

        Assert.Equal([other.Id], _house.Logto.Applications.Select(one => one.Id));
        Assert.Empty(_house.Rows());
    }

    [Theory]
    [InlineData("subscription.limit_exceeded", HttpStatusCode.Forbidden)]
    [InlineData("system_limit.limit_exceeded", HttpStatusCode.Forbidden)]
    public async Task A_tenant_whose_plan_allows_no_more_is_told_of(string code, HttpStatusCode status)
    {
        _house.Logto.Calls.Fail(Creates, new LogtoApiException(status, code, "applications"));

        Assert.Equal(RefusalReasons.TenantLimit, (await CreateAsync(_house.Reader)).Failure!.Code);
        Assert.Empty(_house.Rows());
    }

    [Fact]
    public async Task More_machines_and_more_secrets_than_allowed_are_refused()
    {
        using var house = new MachineHouse(("Portal:Machines:PerOrganization", "1"));
        var made = await house.MakeAsync();
        for (var number = 2; number <= MachineOptions.MostSecrets; number++)
        {
            Assert.Null((await house.Service.CreateSecretAsync(house.Acme, made.Machine, new SecretForm())).Failure);
        }

        Assert.Equal(["2026-11-23", "2026-11-23 (2)", "2026-11-23 (3)", "2026-11-23 (4)", "2026-11-23 (5)"], house.Application(made)!.Secrets.Select(secret => secret.Name));
        Assert.Equal(MachineSecrets.PerMachine, (await house.Service.CreateSecretAsync(house.Acme, made.Machine, new SecretForm())).Failure!.Code);
        Assert.Equal(MachineMaking.PerOrganization, (await house.Service.CreateAsync(house.Acme, new MachineForm("Another", null, [house.Reader]), new SecretForm())).Failure!.Code);
        Assert.Single(house.Logto.Applications);
    }

    [Fact]
    public async Task Secrets_are_changed_without_a_break()
    {
        var made = await _house.MakeAsync();
        var second = (await _house.Service.CreateSecretAsync(_house.Acme, made.Machine, new SecretForm("Spring", 30))).Value;
        Assert.Equal(RefusalReasons.SecretListed, (await _house.Service.CreateSecretAsync(_house.Acme, made.Machine, new SecretForm("Spring", 30))).Failure!.Code);
        Assert.Equal(second.EndsAt, Assert.Single(_house.Rows()).SecretEndsAt);

        Assert.Null((await _house.Service.DeleteSecretAsync(_house.Acme, made.Machine, made.Name)).Failure);
        _house.Clock.Advance(TimeSpan.FromDays(17));
        Assert.Equal([("Spring", MachineSecretState.EndingSoon)], (await _house.Service.GetAsync(_house.Acme, made.Machine)).Value.Secrets.Select(secret => (secret.Name, secret.State)));
        _house.Clock.Advance(TimeSpan.FromDays(13));

        Assert.Equal([("Spring", MachineSecretState.Ended)], (await _house.Service.GetAsync(_house.Acme, made.Machine)).Value.Secrets.Select(secret => (secret.Name, secret.State)));
        Assert.Equal(MachineSecretState.Ended, Assert.Single((await _house.Service.ListAsync(_house.Acme)).Value.Machines).SecretState);
        Assert.Equal([AuditActions.CreateMachine, AuditActions.CreateMachineSecret, AuditActions.CreateMachineSecret, AuditActions.DeleteMachineSecret], _house.Audit.Records.Select(record => record.Action));
    }

    [Fact]
    public async Task Nobody_gets_by_a_new_secret_what_they_do_not_hold()
    {
        var made = await _house.MakeAsync("Inviter", _house.Inviter);
        _house.SignIn(_house.Ken);

        Assert.Equal(new Refused(RefusalReasons.AboveOwnPermissions, "inviter"), (await _house.Service.CreateSecretAsync(_house.Acme, made.Machine, new SecretForm())).Failure);
        // Taking away is not giving: whoever may manage machines may stop them.
        Assert.Null((await _house.Service.DeleteSecretAsync(_house.Acme, made.Machine, made.Name)).Failure);
    }

    [Fact]
    public async Task A_machine_that_reaches_further_gets_no_secret_from_here()
    {
        var made = await _house.MakeAsync();
        _house.Logto.Machines.Add(new FakeMachineMembership(_house.Globex, made.ClientId));
        Assert.Equal(RefusalReasons.MachineReachesFurther, (await _house.Service.CreateSecretAsync(_house.Acme, made.Machine, new SecretForm())).Failure!.Code);

        _house.Logto.Machines.RemoveAll(one => one.Organization == _house.Globex);
        _house.Application(made)!.TenantRoles.Add(new Role("r1", "Opens everything", "", "MachineToMachine"));
        Assert.Equal(RefusalReasons.MachineReachesFurther, (await _house.Service.CreateSecretAsync(_house.Acme, made.Machine, new SecretForm())).Failure!.Code);

        Assert.Single(_house.Application(made)!.Secrets);
    }

    [Fact]
    public async Task Name_description_and_roles_are_changed_within_the_own_permissions()
    {
        var made = await _house.MakeAsync("Inviter", _house.Inviter);
        _house.SignIn(_house.Ken);

        Assert.Equal(RefusalReasons.AboveOwnPermissions, (await ChangeAsync(made, "Reader", _house.Reader)).Failure!.Code);
        // What it keeps, Ken neither gives nor takes.
        Assert.Null((await ChangeAsync(made, "Sends invitations", _house.Inviter)).Failure);
        Assert.Null((await ChangeAsync(made, "Sends invitations", _house.Inviter, _house.Reader)).Failure);

        Assert.Equal(("Sends invitations", null), (_house.Application(made)!.Name, _house.Application(made)!.Description));
        Assert.Equal([_house.Inviter, _house.Reader], Assert.Single(_house.Logto.Machines).Roles);
        Assert.Equal("Sends invitations", Assert.Single(_house.Rows()).Name);
    }

    [Fact]
    public async Task Switched_off_it_is_out_and_comes_back_with_the_roles_it_had()
    {
        var made = await _house.MakeAsync("Export", _house.Reader, _house.Inviter);

        Assert.Null((await _house.Service.SwitchAsync(_house.Acme, made.Machine, false)).Failure);
        Assert.Empty(_house.Logto.Machines);
        var off = (await _house.Service.GetAsync(_house.Acme, made.Machine)).Value;
        Assert.Equal((MachineState.Off, "inviter, reader"), (off.Machine.State, string.Join(", ", off.Machine.Roles.Select(role => role.Name))));
        Assert.Equal(RefusalReasons.MachineNotIn, (await _house.Service.CreateSecretAsync(_house.Acme, made.Machine, new SecretForm())).Failure!.Code);
        Assert.Equal(RefusalReasons.MachineNotIn, (await ChangeAsync(made, "Export", _house.Reader)).Failure!.Code);
        Assert.Null((await _house.Service.SwitchAsync(_house.Acme, made.Machine, false)).Failure);

        _house.SignIn(_house.Ken);
        Assert.Equal(RefusalReasons.AboveOwnPermissions, (await _house.Service.SwitchAsync(_house.Acme, made.Machine, true)).Failure!.Code);
        Assert.Empty(_house.Logto.Machines);
        _house.SignIn(_house.Alice);
        Assert.Null((await _house.Service.SwitchAsync(_house.Acme, made.Machine, true)).Failure);
        Assert.Equal([_house.Inviter, _house.Reader], Assert.Single(_house.Logto.Machines).Roles);
        Assert.Equal(MachineState.Active, Assert.Single((await _house.Service.ListAsync(_house.Acme)).Value.Machines).State);
    }

    [Fact]
    public async Task Switching_on_that_fails_in_the_middle_leaves_it_off()
    {
        var made = await _house.MakeAsync();
        await _house.Service.SwitchAsync(_house.Acme, made.Machine, false);
        _house.Logto.Calls.Fail(Gives, FakeLogtoCalls.Outage());

        Assert.Equal(new Interrupted(true, new Unavailable()), (await _house.Service.SwitchAsync(_house.Acme, made.Machine, true)).Failure);

        Assert.Empty(_house.Logto.Machines);
        Assert.Equal(MachineState.Off, Assert.Single((await _house.Service.ListAsync(_house.Acme)).Value.Machines).State);
    }

    [Fact]
    public async Task What_the_operator_took_out_the_organization_does_not_put_back()
    {
        var made = await _house.MakeAsync();
        _house.Logto.Machines.Clear();

        Assert.Equal(MachineState.Withdrawn, (await _house.Service.GetAsync(_house.Acme, made.Machine)).Value.Machine.State);
        Assert.Equal(RefusalReasons.MachineWithdrawn, (await _house.Service.SwitchAsync(_house.Acme, made.Machine, true)).Failure!.Code);
        Assert.Empty(_house.Logto.Machines);
        _house.Logto.Applications.Clear();
        Assert.Equal((MachineState.Withdrawn, 0), (await _house.Service.GetAsync(_house.Acme, made.Machine)).Value is var gone ? (gone.Machine.State, gone.Secrets.Count) : default);
        Assert.Null((await _house.Service.DeleteAsync(_house.Acme, made.Machine)).Failure);
        Assert.Empty(_house.Rows());
    }

    [Fact]
    public async Task A_deletion_that_Logto_does_not_answer_is_finished_later()
    {
        var made = await _house.MakeAsync();
        _house.Logto.Calls.Fail(Deletes, FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await _house.Service.DeleteAsync(_house.Acme, made.Machine)).Failure);
        Assert.Equal(MachineState.Ending, Assert.Single((await _house.Service.ListAsync(_house.Acme)).Value.Machines).State);
        Assert.IsType<NotFound>((await _house.Service.GetAsync(_house.Acme, made.Machine)).Failure);
        _house.Clock.Advance(MachineUpkeep.BrokenOffAfter);
        await _house.UpkeepAsync();

        Assert.Empty(_house.Logto.Applications);
        Assert.Empty(_house.Logto.Machines);
        Assert.Empty(_house.Rows());
    }

    [Fact]
    public async Task The_machines_of_an_organization_that_is_gone_are_deleted()
    {
        await _house.MakeAsync();
        _house.Logto.Organizations.RemoveAll(one => one.Id == _house.Acme);
        _house.Clock.Advance(MachineMaking.BetweenLooks);

        await _house.UpkeepAsync();

        Assert.Empty(_house.Logto.Applications);
        Assert.Empty(_house.Rows());
    }

    [Fact]
    public async Task Administrators_are_told_once_of_a_secret_that_ends_soon()
    {
        await _house.MakeAsync();
        _house.Clock.Advance(TimeSpan.FromDays(170));

        await _house.UpkeepAsync();
        _house.Clock.Advance(MachineMaking.BetweenLooks);
        await _house.UpkeepAsync();

        Assert.Equal([(NoticeKinds.MachineSecretEnding, _house.Alice.Value)], _house.Told());
    }

    [Fact]
    public async Task The_last_token_is_the_last_that_was_given_out()
    {
        var made = await _house.MakeAsync();
        Assert.Null((await _house.Service.GetLastUseAsync(_house.Acme, made.Machine)).Value.At);
        var at = _house.Clock.GetUtcNow();
        _house.Logto.MachineTokens.AddRange([(made.ClientId, at, true), (made.ClientId, at.AddMinutes(1), false), ("another", at.AddMinutes(2), true)]);

        Assert.Equal(at, (await _house.Service.GetLastUseAsync(_house.Acme, made.Machine)).Value.At);
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_seen_or_done()
    {
        var made = await _house.MakeAsync();
        _house.SignIn(_house.Bob);
        var calls = _house.Logto.Calls.CountOf(Creates);

        Failure?[] failures =
        [
            (await _house.Service.ListAsync(_house.Acme)).Failure, (await _house.Service.GetAsync(_house.Acme, made.Machine)).Failure, (await CreateAsync(_house.Reader)).Failure,
            (await _house.Service.CreateSecretAsync(_house.Acme, made.Machine, new SecretForm())).Failure, (await _house.Service.DeleteAsync(_house.Acme, made.Machine)).Failure,
        ];

        Assert.All(failures, failure => Assert.Equal(new Forbidden("applications.manage"), failure));
        Assert.Equal(calls, _house.Logto.Calls.CountOf(Creates));
        Assert.Single(_house.Application(made)!.Secrets);
    }

    [Fact]
    public async Task The_right_that_was_lost_while_waiting_for_the_lock_counts_for_nothing()
    {
        var made = await _house.MakeAsync();
        _house.Locks.Held += () => _house.Logto.FindMember(_house.Acme, _house.Alice)!.Roles.Clear();

        Assert.IsType<Forbidden>((await _house.Service.DeleteAsync(_house.Acme, made.Machine)).Failure);

        Assert.NotNull(_house.Application(made));
    }

    [Fact]
    public async Task Without_a_record_nothing_is_done()
    {
        var made = await _house.MakeAsync();
        _house.Audit.IsDown = true;

        Assert.IsType<Unavailable>((await CreateAsync(_house.Reader)).Failure);
        Assert.IsType<Unavailable>((await _house.Service.DeleteAsync(_house.Acme, made.Machine)).Failure);
        Assert.IsType<Unavailable>((await _house.Service.CreateSecretAsync(_house.Acme, made.Machine, new SecretForm())).Failure);

        Assert.Single(Assert.Single(_house.Logto.Applications).Secrets);
    }

    [Fact]
    public async Task The_command_quotes_what_a_shell_would_read()
    {
        _house.Logto.Roles.RemoveAll(role => role.Id == _house.Reader);
        var odd = _house.Logto.AddMachineRole("odd", "read:member", "it's $(odd)");
        _house.Logto.AddMember(_house.Acme, _house.Alice, _house.Logto.AddRole("odd too", "it's $(odd)"));
        var made = await _house.MakeAsync("Export", odd);

        var curl = MachineCurl.Of((await _house.Service.GetAsync(_house.Acme, made.Machine)).Value, _house.Acme);

        Assert.Equal(
            $"""
            curl 'https://logto.example/oidc/token' \
              -d grant_type=client_credentials \
              --data-urlencode 'client_id={made.ClientId}' \
              --data-urlencode "client_secret=$CLIENT_SECRET" \
              --data-urlencode 'organization_id={_house.Acme}' \
              --data-urlencode 'scope=it'\''s $(odd) read:member'
            """.ReplaceLineEndings("\n"),
            curl);
    }

    private Task<Result<ShownSecret>> CreateAsync(params OrganizationRoleId[] roles) => _house.Service.CreateAsync(_house.Acme, new MachineForm("Export", null, roles), new SecretForm());

    private Task<Result> ChangeAsync(ShownSecret machine, string name, params OrganizationRoleId[] roles) => _house.Service.ChangeAsync(_house.Acme, machine.Machine, new MachineForm(name, "", roles));

    private async Task AssertUntouchableAsync(OrganizationId organization, Guid machine)
    {
        Failure?[] failures =
        [
            (await _house.Service.GetAsync(organization, machine)).Failure,
            (await _house.Service.GetLastUseAsync(organization, machine)).Failure,
            (await _house.Service.ChangeAsync(organization, machine, new MachineForm("Mine now", null, [_house.Reader]))).Failure,
            (await _house.Service.SwitchAsync(organization, machine, false)).Failure,
            (await _house.Service.CreateSecretAsync(organization, machine, new SecretForm())).Failure,
            (await _house.Service.DeleteSecretAsync(organization, machine, "2026-11-23")).Failure,
            (await _house.Service.DeleteAsync(organization, machine)).Failure,
        ];
        Assert.All(failures, failure => Assert.IsType<NotFound>(failure));
    }

    private async Task AdoptAsync(string application)
    {
        var now = _house.Clock.GetUtcNow();
        await using var context = _house.Store.CreateDbContext();
        context.Add(new OrganizationMachine
        {
            Id = Guid.NewGuid(), OrganizationId = _house.Acme.Value, ApplicationId = application, Name = "Ours", State = MachineStates.Active, CreatedAt = now, CreatedById = _house.Alice.Value, ChangedAt = now, NextLookAt = now.AddDays(1),
        });
        await context.SaveChangesAsync();
    }

    private static string Call<TClient>(string method) => FakeLogtoCalls.Name(typeof(TClient).Name, method);
}
