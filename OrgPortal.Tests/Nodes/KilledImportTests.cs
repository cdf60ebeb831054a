using Microsoft.EntityFrameworkCore;
using OrgPortal.LogtoEmulator;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Invitations.Importing;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Nodes;

/// <summary>A portal in a process of its own is killed while it sends invitations; the next one finishes, and nobody is invited twice.</summary>
public sealed class KilledImportTests
{
    private const int Everybody = 100;

    // So many are invited, and so many of them mailed. Whatever comes then is under way until its process is killed, however long that takes.
    private const int InvitedBefore = 34;
    private const int MailedBefore = 30;

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_process_killed_in_the_middle_is_followed_by_one_that_invites_the_rest(StoreProvider on)
    {
        using var store = TestStore.Open(on);
        var files = Directory.CreateTempSubdirectory("orgportal-");
        await using var logto = await EmulatorApplication.StartAsync(new EmulatorOptions { Url = new Uri("http://127.0.0.1:0"), EnvironmentName = "Development" });
        var (acme, alice, member) = logto.Control.State.Read(tables => (
            tables.Organizations.Where(organization => organization.Name == "Acme").Single().Id,
            tables.Users.FindByUsername("alice")!.Id,
            tables.OrganizationRoles.Where(role => role.Name == "member").Single().Id));
        var settings = SettingsFor(store, logto, files);
        HoldUp(logto, "POST /api/organization-invitations", InvitedBefore);
        HoldUp(logto, "POST /api/organization-invitations/{id}/message", MailedBefore);

        await using (var first = await NodeProcess.StartAsync(settings))
        {
            Assert.Equal(PortalNode.Done, await first.AskAsync(new NodeCommand(NodeCommand.Import, 0, alice, acme, $"{Everybody}", member)));
            await Eventually.TrueAsync(() => Invited(logto).Count >= InvitedBefore);
            await first.KillAsync();
        }

        Assert.Equal(InvitedBefore, Invited(logto).Count);
        logto.Control.Faults.Clear();
        await using var next = await NodeProcess.StartAsync(settings);
        await Eventually.TrueAsync(async () => (await ReadAsync(store)).State == ImportWords.Done);

        Assert.Equal(Enumerable.Range(0, Everybody).Select(i => $"person{i}@example.org").Order(StringComparer.Ordinal), Invited(logto).Order(StringComparer.Ordinal));
        await using var context = store.CreateDbContext();
        var rows = await context.InvitationImportRows.AsNoTracking().ToListAsync();
        Assert.All(rows, row => Assert.Contains(row.State, new[] { ImportWords.Sent, ImportWords.NotMailed }));
        // Whoever's mail nobody can answer for had it, or had it not: never twice.
        Assert.All(rows, row => Assert.InRange(logto.Control.MailTo(row.Address).Count, row.State == ImportWords.Sent ? 1 : 0, 1));
        files.Delete(recursive: true);
    }

    private static void HoldUp(EmulatorHost logto, string call, int after)
    {
        logto.Control.Faults.Add($"{call} delay:0 x{after}");
        logto.Control.Faults.Add($"{call} delay:{TimeSpan.FromHours(1).TotalMilliseconds} x{Everybody}");
    }

    private static List<string> Invited(EmulatorHost logto) => logto.Control.State.Read(tables => tables.Invitations.Where(_ => true).Select(invitation => invitation.Invitee).ToList());

    private static async Task<InvitationImport> ReadAsync(TestStore store)
    {
        await using var context = store.CreateDbContext();
        return await context.InvitationImports.AsNoTracking().SingleAsync();
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
}
