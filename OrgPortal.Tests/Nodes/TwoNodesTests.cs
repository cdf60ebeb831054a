using Microsoft.EntityFrameworkCore;
using OrgPortal.LogtoEmulator;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Nodes;

/// <summary>
/// Two portals in two processes, on one database and one Logto, and the two administrators of an organization who act on each other at the same
/// moment, each on a node of their own. Whoever is first wins; the other one finds that out inside the lock.
/// </summary>
public sealed class TwoNodesTests
{
    private const int Rounds = 40;

    /// <summary>Long enough for a line to reach a process.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromMilliseconds(20);

    private static readonly string[] Acts = [NodeCommand.Remove, NodeCommand.Demote, NodeCommand.Leave, NodeCommand.HandOver];

    [PostgresFact]
    public async Task Two_administrators_who_end_each_other_on_two_nodes_leave_one()
    {
        using var store = new PostgreSqlStore();
        var files = Directory.CreateTempSubdirectory("orgportal-");
        await using var logto = await EmulatorApplication.StartAsync(new EmulatorOptions { Url = new Uri("http://127.0.0.1:0"), EnvironmentName = "Development" });
        var settings = SettingsFor(store, logto, files);
        var starting = NodeProcess.StartAsync(settings);
        await using var here = await NodeProcess.StartAsync(settings);
        await using var there = await starting;
        var town = new Town(logto);
        long known = 0;

        for (var round = 0; round < Rounds; round++)
        {
            var act = Acts[round % Acts.Length];
            town.MakeBothAdministrators();
            var at = (DateTimeOffset.UtcNow + Notice).Ticks;

            var outcomes = await Task.WhenAll(
                here.AskAsync(new NodeCommand(act, at, town.Alice, town.Acme, town.Bob, town.Member)),
                there.AskAsync(new NodeCommand(act, at, town.Bob, town.Acme, town.Alice, town.Member)));
            var trail = await ReadTrailAsync(store, known);

            Assert.True(town.Administrators == 1, $"Round {round}, {act}: {string.Join(", ", outcomes)}; administrators: {town.Administrators}.");
            known = trail[^1].Sequence;
            if (act == NodeCommand.HandOver)
            {
                // One after the other they may both: whoever was given it hands it back.
                Assert.All(outcomes, outcome => Assert.Equal(PortalNode.Done, outcome));
                Assert.Equal(["begun", "done", "begun", "done"], trail.Select(record => record.Outcome));
                continue;
            }

            Assert.Single(outcomes, outcome => outcome == PortalNode.Done);
            Assert.Contains(outcomes, outcome => outcome is "last_administrator" or "forbidden" or "not_found");

            var winner = outcomes[0] == PortalNode.Done ? town.Alice : town.Bob;
            Assert.Equal(winner, Assert.Single(trail, record => record.Outcome == "done").ActorId);
            Assert.NotEqual(winner, Assert.Single(trail, record => record.Outcome == "denied").ActorId);
            Assert.Single(trail, record => record.Outcome == "begun");
            Assert.Equal(3, trail.Count);
        }

        files.Delete(recursive: true);
    }

    private static async Task<IReadOnlyList<AuditRecord>> ReadTrailAsync(TestStore store, long after)
    {
        await using var context = store.CreateDbContext();
        return await context.AuditRecords.AsNoTracking().Where(record => record.Sequence > after).OrderBy(record => record.Sequence).ToListAsync();
    }

    private static Dictionary<string, string?> SettingsFor(TestStore store, EmulatorHost logto, DirectoryInfo files) => new(store.Settings)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        ["Portal:PublicUrl"] = "http://localhost:5080",
        ["Portal:DataFolder"] = files.FullName,
        ["Logto:Endpoint"] = logto.Address.GetLeftPart(UriPartial.Authority),
        ["Logto:Web:ClientId"] = EmulatorOptions.WebClientId,
        ["Logto:Web:ClientSecret"] = EmulatorOptions.WebClientSecret,
        ["Logto:Management:ClientId"] = EmulatorOptions.ManagementClientId,
        ["Logto:Management:ClientSecret"] = EmulatorOptions.ManagementClientSecret,
    };

    /// <summary>Acme, as it is in Logto.</summary>
    private sealed class Town
    {
        private readonly EmulatorHost _logto;
        private readonly string _administrator;

        public Town(EmulatorHost logto)
        {
            _logto = logto;
            (Acme, Alice, Bob, Member, _administrator) = logto.Control.State.Read(tables => (
                tables.Organizations.Where(organization => organization.Name == "Acme").Single().Id,
                tables.Users.FindByUsername("alice")!.Id,
                tables.Users.FindByUsername("bob")!.Id,
                tables.OrganizationRoles.Where(role => role.Name == "member").Single().Id,
                tables.OrganizationRoles.Where(role => role.Name == "admin").Single().Id));
        }

        public string Acme { get; }

        public string Alice { get; }

        public string Bob { get; }

        public string Member { get; }

        public int Administrators => _logto.Control.State.Read(tables => tables.Members.IdsWithRole(Acme, _administrator).Count);

        public void MakeBothAdministrators() => _logto.Control.State.Write(tables =>
        {
            tables.Members.Add(Acme, [Alice, Bob]);
            tables.Members.SetRoles(Acme, Alice, [_administrator]);
            tables.Members.SetRoles(Acme, Bob, [_administrator]);
        });
    }
}
