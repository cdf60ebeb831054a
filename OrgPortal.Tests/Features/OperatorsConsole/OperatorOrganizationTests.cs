using Microsoft.EntityFrameworkCore;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Operators;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.OperatorsConsole;

/// <summary>All organizations of the tenant, and one of them, for operators.</summary>
public sealed class OperatorOrganizationTests : IDisposable
{
    private readonly OperatorsHouse _house = new();

    private IOperatorOrganizationService Service => _house.Get<IOperatorOrganizationService>();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task An_operator_sees_every_organization_with_its_size_and_last_activity_in_one_call()
    {
        var before = _house.Clock.GetUtcNow().AddDays(-3);
        _house.Change(context =>
        {
            context.Add(Record(1, _house.Acme, before.AddDays(-1)));
            context.Add(Record(2, _house.Acme, before));
            context.Add(Record(3, _house.Globex, before.AddDays(-9)));
        });

        var page = await Service.ListAsync(new PageRequest(1, 20));

        Assert.Equal(
            [("Acme", 2, before), ("Globex", 1, before.AddDays(-9)), ("Initech", 1, (DateTimeOffset?)null)],
            page.Value.Items.Select(row => (row.Name, row.Members, row.LastActivityAt)));
        Assert.Equal(1, _house.Logto.Calls.CountOf("IOrganizationsClient.ListCountedAsync"));
        // And who asks: that they hold the role, and are not suspended.
        Assert.Equal(3, _house.Logto.Calls.Count);
    }

    [Fact]
    public async Task However_many_organizations_there_are_a_page_takes_the_same_calls()
    {
        var few = await CallsAsync();
        for (var number = 0; number < 5000; number++)
        {
            _house.Logto.AddOrganization($"Customer {number}");
        }

        Assert.Equal(few, await CallsAsync());

        async Task<int> CallsAsync()
        {
            _house.Logto.Calls.Clear();
            var page = await Service.ListAsync(new PageRequest(1, 3));
            await Service.ListAdministratorsAsync([.. page.Value.Items.Select(row => row.Id)]);
            return _house.Logto.Calls.Count;
        }
    }

    [Fact]
    public async Task Logto_searches_and_counts_what_it_found()
    {
        var page = await Service.ListAsync(new PageRequest(1, 20), " glob ");

        Assert.Equal("Globex", Assert.Single(page.Value.Items).Name);
        Assert.Equal(1, page.Value.TotalCount);
    }

    [Fact]
    public async Task An_organization_held_for_deletion_is_marked()
    {
        var until = _house.Clock.GetUtcNow().AddDays(7);
        _house.Change(context => context.Add(new HeldOrganization
        {
            OrganizationId = _house.Globex.Value, Name = "Globex", Members = 1, DeletedAt = until.AddDays(-7), DeletedById = _house.Greta.Value, DeletedByName = "Greta", RestorableUntil = until, DueAt = until,
        }));

        var page = await Service.ListAsync(new PageRequest(1, 20));

        Assert.Equal([null, until, null], page.Value.Items.Select(row => row.Hold?.RestorableUntil));
    }

    [Fact]
    public async Task Administrators_are_named_and_one_who_cannot_be_read_keeps_nobody_back()
    {
        _house.Logto.Calls.Fail("IOrganizationMembersClient.ListAsync", FakeLogtoCalls.Outage());
        var told = new List<OrganizationAdministrators>();

        var found = await Service.ListAdministratorsAsync([_house.Acme], new Told(told));
        var others = await Service.ListAdministratorsAsync([_house.Acme, _house.Initech], new Told(told));

        Assert.False(Assert.Single(found.Value).IsKnown);
        Assert.Equal("Alice Adams", Assert.Single(others.Value[0].People).Name);
        Assert.True(others.Value[1].AreNone);
        Assert.Equal(3, told.Count);
    }

    [Fact]
    public async Task Of_many_administrators_two_are_named_and_ten_are_counted()
    {
        for (var number = 0; number < 20; number++)
        {
            _house.Logto.AddMember(_house.Acme, _house.Logto.AddUser($"admin{number}@acme.example", $"Admin {number}"), _house.Admin);
        }

        var found = Assert.Single((await Service.ListAdministratorsAsync([_house.Acme])).Value);

        Assert.Equal((2, 8, false), (found.First.Count(), found.Others, found.AreAll));
    }

    [Fact]
    public async Task At_most_four_are_asked_about_at_the_same_time()
    {
        var administrators = new CountingAdministrators();
        var listing = new OperatorListing(_house.Logto.OrganizationsClient, administrators, _house.Get<IOrganizationHolds>(), _house.Get<LastActivity>());

        var reading = listing.ReadAdministratorsAsync([.. Enumerable.Range(0, 12).Select(number => OrganizationId.Parse($"org{number:D9}"))], null, CancellationToken.None);
        administrators.Release.SetResult();

        Assert.Equal(12, (await reading).Count);
        Assert.InRange(administrators.Most, 1, 4);
    }

    [Fact]
    public async Task One_organization_has_its_facts_its_domains_and_who_else_has_them()
    {
        _house.Logto.JustInTimeDomains.Add((_house.Acme, "Acme.Example"));
        _house.Logto.JustInTimeDomains.Add((_house.Acme, "globex.example"));
        _house.Change(context =>
        {
            context.Add(Domain(_house.Acme, "acme.example", isVerified: true));
            context.Add(Domain(_house.Acme, "wish.example", isVerified: false));
            context.Add(Domain(_house.Globex, "globex.example", isVerified: true));
        });
        _house.Logto.AddMachine("Export", _house.Acme);

        var found = (await Service.GetAsync(_house.Acme)).Value;

        Assert.Equal(("Acme", 2, 1, 0), (found.Name, found.Members, found.Machines, found.Connectors!.Count));
        Assert.Equal("Alice Adams", Assert.Single(found.Administrators.People).Name);
        Assert.Equal(
            [
                new OperatorDomain("acme.example", true, true, true, null),
                new OperatorDomain("globex.example", false, false, true, _house.Globex),
                new OperatorDomain("wish.example", false, true, false, null),
            ],
            found.Domains!);
    }

    [Fact]
    public async Task What_Logto_does_not_answer_of_it_is_left_open_and_one_that_is_gone_is_not_found()
    {
        _house.Logto.Calls.Fail("IOrganizationApplicationsClient.ListAsync", FakeLogtoCalls.Outage());
        _house.Logto.Calls.Fail("IOrganizationJustInTimeClient.ListDomainsAsync", FakeLogtoCalls.Outage());

        var found = (await Service.GetAsync(_house.Acme)).Value;

        Assert.Equal((2, null, null), (found.Members, found.Machines, found.Domains));
        Assert.IsType<NotFound>((await Service.GetAsync(OrganizationId.Parse("nosuchorg123"))).Failure);
        _house.Logto.Calls.Fail("IOrganizationsClient.GetAsync", FakeLogtoCalls.Outage());
        Assert.IsType<Unavailable>((await Service.GetAsync(_house.Acme)).Failure);
    }

    [Fact]
    public async Task Its_last_twenty_acts_can_be_read()
    {
        _house.Change(context => context.AddRange(Enumerable.Range(1, 30).Select(number => Record(number, _house.Acme, _house.Clock.GetUtcNow().AddMinutes(number)))));

        var acts = (await Service.ListActivityAsync(_house.Acme)).Value;

        Assert.Equal((20, 30), (acts.Count, acts[0].Sequence));
    }

    [Fact]
    public async Task An_administrator_who_is_no_operator_is_told_that_there_is_nothing()
    {
        _house.SignIn(_house.Alice);

        Assert.IsType<NotFound>((await Service.ListAsync(new PageRequest(1, 20))).Failure);
        Assert.IsType<NotFound>((await Service.ListAdministratorsAsync([_house.Acme])).Failure);
        Assert.IsType<NotFound>((await Service.GetAsync(_house.Acme)).Failure);
        Assert.IsType<NotFound>((await Service.ListActivityAsync(_house.Acme)).Failure);
        Assert.DoesNotContain(_house.Logto.Calls.Made, call => call.StartsWith("IOrganization", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_signed_in_gets_nothing_and_without_Logto_nobody_is_an_operator()
    {
        _house.Logto.Calls.FailNext(FakeLogtoCalls.Outage(), 2);
        Assert.IsType<Unavailable>((await Service.ListAsync(new PageRequest(1, 20))).Failure);
        _house.User.SignOut();

        Assert.IsType<SignInRequired>((await Service.ListAsync(new PageRequest(1, 20))).Failure);
    }

    [Fact]
    public void The_last_activity_is_found_at_the_end_of_an_index()
    {
        using var context = _house.Store.CreateDbContext();
        var query = LastActivity.Newest(context, [_house.Acme, _house.Globex, _house.Initech]).ToQueryString();
        var statement = string.Join('\n', query.Split('\n').Where(line => !line.StartsWith(".param", StringComparison.Ordinal)));
        using var command = context.Database.GetDbConnection().CreateCommand();
        context.Database.OpenConnection();
        foreach (var line in query.Split('\n').Where(line => line.StartsWith(".param set ", StringComparison.Ordinal)))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (line.Split(' ')[2], line.Split(' ')[3].Trim().Trim('\''));
            command.Parameters.Add(parameter);
        }
#pragma warning disable CA2100 // What the query itself is made into.
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var plan = new List<string>();
        while (reader.Read())
        {
            plan.Add(reader.GetString(3));
        }

        Assert.Equal(3, plan.Count(line => line.Contains("IX_AuditRecords_OrganizationId_At_Sequence (OrganizationId=?)", StringComparison.Ordinal)));
        Assert.DoesNotContain(plan, line => line.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    private static AuditRecord Record(long sequence, OrganizationId organization, DateTimeOffset at) => new()
    {
        Sequence = sequence, At = at, Action = AuditActions.UpdateOrganization, OrganizationId = organization.Value, TargetKind = "organization", Outcome = AuditOutcomes.Done, PreviousHash = "-", Hash = "-",
    };

    private OrganizationDomain Domain(OrganizationId organization, string name, bool isVerified) => new()
    {
        OrganizationId = organization.Value, Name = name, Challenge = "-", AddedAt = _house.Clock.GetUtcNow(), VerifiedAt = isVerified ? _house.Clock.GetUtcNow() : null, Enrolment = "nothing",
    };

    private sealed class Told(List<OrganizationAdministrators> told) : IProgress<OrganizationAdministrators>
    {
        public void Report(OrganizationAdministrators value)
        {
            lock (told)
            {
                told.Add(value);
            }
        }
    }

    private sealed class CountingAdministrators : IAdministrators
    {
        private readonly Lock _gate = new();
        private int _now;

        public TaskCompletionSource Release { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Most { get; private set; }

        public async Task<Result<IReadOnlyList<OrganizationMember>>> ListAsync(OrganizationId organization, int most, CancellationToken cancellationToken = default)
        {
            lock (_gate)
            {
                Most = Math.Max(Most, ++_now);
            }

            await Release.Task;
            lock (_gate)
            {
                _now--;
            }

            return Result.Of<IReadOnlyList<OrganizationMember>>([]);
        }
    }
}
