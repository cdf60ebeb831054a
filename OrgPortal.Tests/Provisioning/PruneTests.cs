using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Provisioning;

namespace OrgPortal.Tests.Provisioning;

public sealed class PruneTests : IAsyncLifetime
{
    private const string Everything = """
        owner: portal
        permissions: [{ name: "read:member" }, { name: "read:old" }]
        roles: [{ name: admin, permissions: ["read:member", "read:old"] }, { name: old }]
        apis:
          - { name: New, indicator: "https://new.example" }
          - { name: Old, indicator: "https://old.example", permissions: [{ name: read }] }
        tenantRoles: [{ name: old operators, description: Old }]
        applications: [{ name: Portal, type: Traditional, redirectUris: ["https://portal.example/in", "https://portal.example/old"] }, { name: Old, type: SPA }]
        webhooks: [{ name: Portal, url: "https://portal.example/hook", events: [User.Deleted] }, { name: Old, url: "https://portal.example/hook", events: [User.Deleted] }]
        mails:
          - { type: Generic, language: en, subject: Code, content: "{{code}}" }
          - { type: Generic, language: eo, subject: Kodo, content: "{{code}}" }
        """;

    private const string Less = """
        owner: portal
        permissions: [{ name: "read:member" }]
        roles: [{ name: admin, permissions: ["read:member"] }]
        apis: [{ name: New, indicator: "https://new.example" }]
        applications: [{ name: Portal, type: Traditional, redirectUris: ["https://portal.example/in"] }]
        webhooks: [{ name: Portal, url: "https://portal.example/hook", events: [User.Deleted] }]
        mails: [{ type: Generic, language: en, subject: Code, content: "{{code}}" }]
        """;

    private static readonly string[] Old =
    [
        "api https://old.example", "api permission https://old.example read", "application SPA Old", "mail Generic eo", "permission read:old", "role old",
        "tenant role old operators", "webhook Old",
    ];

    private BareTenant _tenant = null!;

    public async Task InitializeAsync() => _tenant = await BareTenant.StartAsync();

    public Task DisposeAsync() => _tenant.DisposeAsync().AsTask();

    [Fact]
    public async Task Nothing_is_deleted_without_being_asked_to()
    {
        await _tenant.ApplyAsync(BareTenant.Parse(Everything));
        _tenant.ForgetRequests();

        var (_, left, _) = await _tenant.ApplyAsync(BareTenant.Parse(Less));

        Assert.Empty(_tenant.Writes);
        Assert.True(left.IsDone);
        Assert.Equal(Old, left.Changes.Where(change => change is { Action: PlannedAction.Keep, Reason: not null }).Select(Name).Order(StringComparer.Ordinal));
        Assert.Equal(["application Traditional Portal", "role admin"], left.Changes.Where(change => change is { Action: PlannedAction.Keep, Reason: null }).Select(Name));
    }

    [Fact]
    public async Task Asked_to_it_deletes_what_was_made_from_the_file_and_takes_out_what_is_too_much()
    {
        await _tenant.ApplyAsync(BareTenant.Parse(Everything));

        var (done, left, _) = await _tenant.ApplyAsync(BareTenant.Parse(Less), prune: true);
        _tenant.ForgetRequests();
        var (again, _, _) = await _tenant.ApplyAsync(BareTenant.Parse(Less), prune: true);

        Assert.Equal(Old, done.Changes.Where(change => change.Action == PlannedAction.Delete).Select(Name).Order(StringComparer.Ordinal));
        Assert.True(left.IsDone);
        Assert.Empty(left.Changes);
        Assert.Empty(again.Changes);
        Assert.Empty(_tenant.Writes);
        var portal = (await _tenant.Clients.Applications.ListAsync()).Single(one => one.Name == "Portal");
        Assert.Equal(["https://portal.example/in"], portal.OidcClientMetadata.RedirectUris);
        Assert.DoesNotContain("old", portal.CustomData!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_somebody_else_made_is_never_deleted()
    {
        var scope = await _tenant.Clients.Template.CreateScopeAsync(new NewScope("read:old"));
        await _tenant.Clients.Template.CreateRoleAsync(new NewOrganizationRole("old", null, "User", [scope.Id], []));
        await _tenant.Clients.Template.CreateRoleAsync(new NewOrganizationRole("theirs", null, "User", [], []));
        await _tenant.Clients.Hooks.CreateAsync(new NewHook("Theirs", ["User.Deleted"], new HookConfig("https://theirs.example")));
        await _tenant.ApplyAsync(BareTenant.Parse(Everything));

        var (done, left, _) = await _tenant.ApplyAsync(BareTenant.Parse(Less), prune: true);

        Assert.Equal(Old.Except(["permission read:old", "role old"]), done.Changes.Where(change => change.Action == PlannedAction.Delete).Select(Name).Order(StringComparer.Ordinal));
        Assert.True(left.IsDone);
        Assert.Contains(await _tenant.Clients.Template.ListScopesAsync(), one => one.Id == scope.Id);
        Assert.Contains(await _tenant.Clients.Roles.ListAsync(), one => one.Name == Role.ManagementApiAccess);
        Assert.Contains(await _tenant.Clients.Applications.ListAsync(), one => one.Id == BareTenant.ClientId);
    }

    [Fact]
    public async Task A_files_owner_prunes_nothing_of_another()
    {
        await _tenant.ApplyAsync(BareTenant.Parse(Everything));

        var (plan, _) = await _tenant.PlanAsync(BareTenant.Parse(Less.Replace("owner: portal", "owner: product", StringComparison.Ordinal)), prune: true);

        Assert.DoesNotContain(plan.Changes, change => change.Action == PlannedAction.Delete);
    }

    [Fact]
    public async Task A_file_without_an_owner_remembers_nothing_and_prunes_nothing()
    {
        await _tenant.ApplyAsync(BareTenant.Parse(Everything));

        var nobodys = await _tenant.ApplyAsync(BareTenant.Parse("permissions: [{ name: \"read:other\" }]\napplications: [{ name: Other, type: SPA }]"), prune: true);
        var again = await _tenant.ApplyAsync(BareTenant.Parse("applications: [{ name: Other, type: SPA }]"), prune: true);

        Assert.All([nobodys, again], run => Assert.DoesNotContain(run.Done.Changes, change => change.Action == PlannedAction.Delete));
        Assert.Empty((await _tenant.Clients.Applications.ListAsync()).Single(one => one.Name == "Other").CustomData!);
    }

    [Fact]
    public async Task The_connector_of_another_kind_is_replaced_only_when_asked_to()
    {
        await _tenant.Clients.Connectors.CreateAsync(new NewConnector("emulator-mailbox", []));
        var file = BareTenant.Shipped();

        var (_, left, _) = await _tenant.ApplyAsync(file);
        var (done, after, _) = await _tenant.ApplyAsync(file, prune: true);

        Assert.Equal(PlannedAction.Keep, Assert.Single(left.Changes, change => change.Kind == "e-mail connector").Action);
        Assert.Contains(done.Changes, change => change is { Kind: "e-mail connector", Happens: true });
        Assert.True(after.IsDone);
    }

    private static string Name(PlannedChange change) => $"{change.Kind} {change.Name}";
}
