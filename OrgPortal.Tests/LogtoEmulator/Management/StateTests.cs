using Microsoft.Extensions.Time.Testing;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class StateTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void The_seed_is_the_same_every_time()
    {
        var first = new LogtoState(_clock, DefaultSeed.Create());
        var second = new LogtoState(_clock, DefaultSeed.Create());

        Assert.Equal(Ids(first), Ids(second));
        Assert.All(Ids(first), id => Assert.Matches("^[a-z0-9]{12}$", id));
    }

    [Fact]
    public void The_web_application_knows_every_portal()
    {
        var state = new LogtoState(_clock, DefaultSeed.Create("http://localhost:6000/"));

        var metadata = state.Read(tables => tables.Applications.Find(DefaultSeed.WebClientId)!.OidcClientMetadata);

        Assert.Equal(["http://localhost:5080/signin-oidc", "http://localhost:6000/signin-oidc"], metadata.RedirectUris.ToArray());
        Assert.Equal(2, metadata.PostLogoutRedirectUris.Length);
    }

    [Fact]
    public void Only_the_server_side_application_may_use_the_Management_API()
    {
        var state = new LogtoState(_clock, DefaultSeed.Create());

        Assert.Equal(["all"], Scopes(state, DefaultSeed.ManagementClientId));
        Assert.Empty(Scopes(state, DefaultSeed.WebClientId));
    }

    [Fact]
    public void A_reset_comes_back_to_the_seed_last_loaded()
    {
        var state = new LogtoState(_clock, DefaultSeed.Create());
        state.Load(SeedDocument.FromJson("""
            {
              "organizationScopes": [{ "name": "read:data" }],
              "organizationRoles": [{ "name": "reader", "type": "User", "scopes": ["read:data"] }],
              "users": [{ "username": "zoe", "primaryEmail": "zoe@example.com", "password": "Zoe" }],
              "organizations": [{ "name": "Zeta", "members": [{ "user": "zoe", "roles": ["reader"] }] }],
              "applications": [{ "id": "m2m", "name": "M2M", "type": "MachineToMachine", "secret": "s", "hasManagementApiAccess": true }],
              "signInExperience": { "signInMode": "SignIn" },
              "hasMailbox": false
            }
            """));
        state.Write(tables => tables.CreateUser(new NewUser { Username = "yan" }));

        state.Reset();

        Assert.Equal(["zoe"], state.Read(tables => tables.Users.Select(user => user.Username!).ToArray()));
        Assert.Equal(["all"], Scopes(state, "m2m"));
        Assert.Equal("SignIn", state.Read(tables => tables.SignInExperience.SignInMode));
        Assert.Empty(state.Read(tables => tables.Connectors.ToArray()));
        Assert.Equal(["read:data"], state.Read(tables => tables.OrganizationScopesOfUser(
            tables.Organizations.Single().Id, tables.Users.Single().Id).Select(scope => scope.Name).ToArray()));
    }

    [Fact]
    public void A_seed_that_names_nobody_known_is_refused() => Assert.Throws<InvalidDataException>(() =>
        new LogtoState(_clock, SeedDocument.FromJson("""{"organizations":[{"name":"Zeta","members":[{"user":"zoe"}]}]}""")));

    [Fact]
    public void What_happens_is_announced_outside_the_lock_and_only_if_the_write_succeeds()
    {
        var state = new LogtoState(_clock, DefaultSeed.Create());
        var announced = new List<string>();
        state.Happened += happened => announced.Add($"{happened.Name} {state.Read(tables => tables.Users.Count)}");

        state.Write(tables => tables.CreateUser(new NewUser { Username = "yan" }));
        Assert.Throws<LogtoRefusalException>(() => state.Write(tables =>
        {
            tables.Raise(new LogtoEvent("Never"));
            throw Refusals.NotFound();
        }));
        state.Write(_ => { });

        Assert.Equal(["User.Created 6"], announced);
    }

    [Fact]
    public void A_page_out_of_a_hundred_thousand_members_costs_what_a_page_costs()
    {
        var (small, large) = (AllocatedByAPage(200), AllocatedByAPage(100_000));

        // Counted, not timed: what OrgPortal.Benchmarks measures.
        Assert.True(large <= small * 1.2, $"{large} bytes instead of {small}");
    }

    private long AllocatedByAPage(int members)
    {
        var state = new LogtoState(_clock, DefaultSeed.Create());
        var organization = state.Write(tables =>
        {
            var users = Enumerable.Range(0, members)
                .Select(number => tables.CreateUser(new NewUser { Username = $"user{number}" }).Id)
                .ToArray();
            var id = tables.Organizations.Single().Id;
            tables.AddMembers(id, users);
            return id;
        });
        Page(state, organization, members - 100);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Page(state, organization, members - 100);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void Members_stay_in_order_however_they_come_and_go()
    {
        var table = new MembershipTable();
        var ids = Enumerable.Range(0, 200).Select(_ => LogtoIds.Short()).ToArray();
        table.Add("o", ids[..150]);
        foreach (var id in ids[150..])
        {
            table.Add("o", [id]);
        }

        foreach (var id in ids[..100])
        {
            Assert.True(table.Remove("o", id));
        }

        Assert.Equal(ids[100..].Order(StringComparer.Ordinal), table.Ids("o"));
        Assert.Equal(["o"], table.OrganizationsOf(ids[199]));
        Assert.Empty(table.OrganizationsOf(ids[0]));
    }

    [Fact]
    public void Members_are_found_by_role_as_their_roles_change()
    {
        var table = new MembershipTable();
        table.Add("o", ["c", "a", "b"]);
        table.SetRoles("o", "c", ["admin"]);
        table.SetRoles("o", "a", ["admin", "member"]);
        table.SetRoles("o", "b", ["member"]);
        Assert.Equal(["a", "c"], table.IdsWithRole("o", "admin"));

        table.SetRoles("o", "a", ["member"]);
        table.Remove("o", "b");
        Assert.Equal(["c"], table.IdsWithRole("o", "admin"));
        Assert.Equal(["a"], table.IdsWithRole("o", "member"));

        table.RemoveRole("member");
        Assert.Empty(table.IdsWithRole("o", "member"));
        Assert.Empty(table.FindRoles("o", "a")!);
    }

    private static string[] Ids(LogtoState state) => state.Read(tables =>
        tables.Users.Select(user => user.Id).Concat(tables.Organizations.Select(one => one.Id)).ToArray());

    private static string[] Scopes(LogtoState state, string client) => state.Read(tables =>
        tables.ResourceScopesOfApplication(client, Resource.ManagementApiIndicator));

    private static User[] Page(LogtoState state, string organization, int from) => state.Read(tables => tables.Members
        .Ids(organization)
        .Skip(from)
        .Take(100)
        .Select(id => tables.Users.Find(id)!)
        .ToArray());
}
