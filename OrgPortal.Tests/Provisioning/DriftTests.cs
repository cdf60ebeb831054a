using System.Text.Json.Nodes;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Provisioning;

namespace OrgPortal.Tests.Provisioning;

/// <summary>What somebody changed in the tenant is seen and put right.</summary>
public sealed class DriftTests : IAsyncLifetime
{
    private static readonly Dictionary<string, (string Kind, string Name, string Field, Func<TenantClients, Task> Break)> Drifts = new()
    {
        ["a permission is described otherwise"] = ("permission", "read:member", "description", async logto =>
            await logto.Template.DescribeScopeAsync(await PermissionAsync(logto, "read:member"), "Something")),
        ["a permission is gone"] = ("permission", "read:audit", "description", async logto =>
            await logto.Template.DeleteScopeAsync(await PermissionAsync(logto, "read:audit"))),
        ["a role is described otherwise"] = ("role", "admin", "description", async logto =>
            await logto.Template.UpdateRoleAsync((await RoleAsync(logto, "admin")).Id, new OrganizationRoleChange("Something"))),
        ["a role is for machines"] = ("role", "member", "type", async logto =>
            await logto.Template.UpdateRoleAsync((await RoleAsync(logto, "member")).Id, new OrganizationRoleChange(null, "MachineToMachine"))),
        ["a role lacks a permission"] = ("role", "admin", "permissions", async logto =>
        {
            var role = await RoleAsync(logto, "admin");
            await logto.Template.ReplaceScopesAsync(role.Id, [.. role.Scopes.Skip(1).Select(scope => scope.Id)]);
        }),
        ["a role is gone"] = ("role", "member", "permissions", async logto => await logto.Template.DeleteRoleAsync((await RoleAsync(logto, "member")).Id)),
        ["the application is described otherwise"] = ("application", "Traditional OrgPortal", "description", logto => ChangeWebAsync(logto, _ => new ApplicationChange(""))),
        ["the application lacks a redirect address"] = ("application", "Traditional OrgPortal", "redirectUris", logto =>
            ChangeWebAsync(logto, web => new ApplicationChange(null, web.OidcClientMetadata with { RedirectUris = ["https://elsewhere.example/in"] }))),
        ["the application hears of no sign-out"] = ("application", "Traditional OrgPortal", "backchannelLogoutUri", logto =>
            ChangeWebAsync(logto, web => new ApplicationChange(null, web.OidcClientMetadata with { BackchannelLogoutUri = null }))),
        ["signing out ends all sessions"] = ("application", "Traditional OrgPortal", "backchannelLogoutSessionRequired", logto =>
            ChangeWebAsync(logto, web => new ApplicationChange(null, web.OidcClientMetadata with { BackchannelLogoutSessionRequired = false }))),
        ["refresh tokens live a day"] = ("application", "Traditional OrgPortal", "refreshTokenDays", logto =>
            ChangeWebAsync(logto, web => new ApplicationChange(null, null, web.CustomClientMetadata with { RefreshTokenTtlInDays = 1 }))),
        ["the webhook tells somebody else"] = ("webhook", "OrgPortal", "url", logto => ChangeHookAsync(logto, new HookChange(Config: new HookConfig("https://elsewhere.example/hook")))),
        ["the webhook is off"] = ("webhook", "OrgPortal", "enabled", logto => ChangeHookAsync(logto, new HookChange(Enabled: false))),
        ["the webhook tells of less"] = ("webhook", "OrgPortal", "events", logto => ChangeHookAsync(logto, new HookChange(Events: ["User.Deleted"]))),
        ["the connector uses another server"] = ("e-mail connector", "simple-mail-transfer-protocol", "config.host", logto => ChangeConnectorAsync(logto, config => config["host"] = "elsewhere.example")),
        ["the connector uses another password"] = ("e-mail connector", "simple-mail-transfer-protocol", "config.auth.pass", logto => ChangeConnectorAsync(logto, config => config["auth"]!["pass"] = "another")),
        ["a mail says something else"] = ("mail", "OrganizationInvitation zh-CN", "content", logto =>
            logto.Mails.PutAsync([new NewEmailTemplate("zh-CN", "OrganizationInvitation", new EmailTemplateDetails("邀请您加入 {{organization.name}}", "{{link}}", "text/plain"))])),
        ["a mail is gone"] = ("mail", "Generic en", "subject", async logto =>
            await logto.Mails.DeleteAsync((await logto.Mails.ListAsync()).Single(one => one is { TemplateType: "Generic", LanguageTag: "en" }).Id)),
        ["people sign up with a name"] = ("sign-in", "sign-up", "identifiers", logto => logto.SignIn.UpdateAsync(new SignInExperienceChange(new SignUpSettings(true, ["username"], true)))),
        ["addresses are not verified"] = ("sign-in", "sign-up", "verify", logto => logto.SignIn.UpdateAsync(new SignInExperienceChange(new SignUpSettings(false, ["email"], true)))),
        ["nobody signs in with a code"] = ("sign-in", "methods", "email.verificationCode", logto =>
            logto.SignIn.UpdateAsync(new SignInExperienceChange(SignIn: new SignInSettings([new SignInMethod("email", true, false, true)])))),
        ["there is a second factor less"] = ("sign-in", "second factors", "factors", logto =>
            logto.SignIn.UpdateAsync(new SignInExperienceChange(Mfa: new MfaSettings(["Totp"], "Mandatory", "Mandatory")))),
        ["organizations ask nobody for a second factor"] = ("sign-in", "second factors", "organizationPolicy", logto =>
            logto.SignIn.UpdateAsync(new SignInExperienceChange(Mfa: new MfaSettings(["Totp", "WebAuthn", "BackupCode"], "NoPrompt", "NoPrompt")))),
    };

    private BareTenant _tenant = null!;

    public static TheoryData<string> Names => new(Drifts.Keys);

    public async Task InitializeAsync() => _tenant = await BareTenant.StartAsync();

    public Task DisposeAsync() => _tenant.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_somebody_changed_is_seen_and_put_right(string drift)
    {
        var (kind, name, field, breakIt) = Drifts[drift];
        var file = BareTenant.Shipped();
        Assert.True((await _tenant.ApplyAsync(file)).Left.IsDone);
        await breakIt(_tenant.Clients);

        var (plan, _) = await _tenant.PlanAsync(file);
        var (_, left, _) = await _tenant.ApplyAsync(file);

        var change = Assert.Single(plan.Changes, one => one.Kind == kind && one.Name == name);
        Assert.Contains(change.Fields, one => one.Field == field && !one.NeedsPrune);
        Assert.True(change.Happens);
        Assert.True(left.IsDone);
        _tenant.ForgetRequests();
        await _tenant.ApplyAsync(file);
        Assert.Empty(_tenant.Writes);
    }

    [Fact]
    public async Task An_api_a_tenant_role_and_a_machine_are_put_right()
    {
        var file = BareTenant.Parse("""
            apis:
              - { name: Store, indicator: "https://api.example", accessTokenSeconds: 600, permissions: [{ name: read, description: Read }] }
            roles:
              - { name: reader, apis: [{ indicator: "https://api.example", permissions: [read] }] }
            tenantRoles:
              - { name: robots, description: Robots, type: MachineToMachine }
            applications:
              - { name: Robot, type: MachineToMachine, managementApi: true, tenantRoles: [robots], credentials: { clientId: "Robot:Id", clientSecret: "Robot:Secret" } }
            """);
        var (_, made, credentials) = await _tenant.ApplyAsync(file);
        Assert.True(made.IsDone);
        Assert.Equal(["Robot:Id", "Robot:Secret"], credentials.Settings.Keys);
        var api = (await _tenant.Clients.Apis.ListAsync()).Single(one => one.Name == "Store");
        await _tenant.Clients.Apis.UpdateAsync(api.Id, new ApiResourceChange("Shop", 60));
        await _tenant.Clients.Apis.DescribeScopeAsync(api.Id, api.Scopes[0].Id, "Write");
        await _tenant.Clients.Roles.DescribeAsync((await _tenant.Clients.Roles.ListAsync()).Single(one => one.Name == "robots").Id, "People");

        var (plan, _) = await _tenant.PlanAsync(file);
        var (_, left, again) = await _tenant.ApplyAsync(file);

        Assert.Equal(["api", "api permission", "tenant role"], plan.Changes.Select(change => change.Kind));
        Assert.Equal(["name", "accessTokenSeconds"], plan.Changes[0].Fields.Select(field => field.Field));
        Assert.True(left.IsDone);
        Assert.Equal(credentials.Settings, again.Settings);
        var robot = (await _tenant.Clients.Applications.ListAsync()).Single(one => one.Name == "Robot");
        Assert.Equal(["Logto Management API access", "robots"], (await _tenant.Clients.Applications.ListRolesAsync(robot.Id)).Select(role => role.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_turned_second_factors_on_decided_when_people_are_asked()
    {
        var file = BareTenant.Shipped();
        await _tenant.Clients.SignIn.UpdateAsync(new SignInExperienceChange(Mfa: new MfaSettings(["Totp"], "Mandatory")));

        await _tenant.ApplyAsync(file);

        _tenant.Clients.SignIn.Forget();
        var mfa = (await _tenant.Clients.SignIn.GetAsync()).Mfa!;
        Assert.Equal(("Mandatory", "Mandatory"), (mfa.Policy, mfa.OrganizationRequiredMfaPolicy));
        Assert.Equal(["Totp", "WebAuthn", "BackupCode"], mfa.Factors);
    }

    [Fact]
    public async Task Two_of_the_same_name_are_for_a_person_to_decide()
    {
        await _tenant.Clients.Applications.CreateAsync(new NewApplication("OrgPortal", "Traditional"));
        await _tenant.Clients.Applications.CreateAsync(new NewApplication("OrgPortal", "Traditional"));

        var problem = await Assert.ThrowsAsync<TenantProblemException>(() => _tenant.PlanAsync(BareTenant.Shipped()));

        Assert.Contains("2 applications of type Traditional are called 'OrgPortal'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Logto:Web:ClientId", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_application_that_the_settings_name_is_the_one_whatever_it_is_called()
    {
        var theirs = await _tenant.Clients.Applications.CreateAsync(new NewApplication("Our portal", "Traditional"));

        var (code, words) = await _tenant.RunWithMailAsync("--apply", "--Logto:Web:ClientId", theirs.Id);

        Assert.True(code == 0, words);
        var web = Assert.Single(await _tenant.Clients.Applications.ListAsync(), one => one.Type == "Traditional");
        Assert.Equal((theirs.Id, "Our portal", "https://portal.example/signin-oidc"), (web.Id, web.Name, web.OidcClientMetadata.RedirectUris[0]));
    }

    private static async Task<string> PermissionAsync(TenantClients logto, string name) => (await logto.Template.ListScopesAsync()).Single(one => one.Name == name).Id;

    private static async Task<OrganizationRole> RoleAsync(TenantClients logto, string name)
    {
        logto.OrganizationRoles.Forget();
        return (await logto.OrganizationRoles.ListAsync()).Single(one => one.Name == name);
    }

    private static async Task ChangeWebAsync(TenantClients logto, Func<Application, ApplicationChange> change)
    {
        var web = (await logto.Applications.ListAsync()).Single(one => one.Type == "Traditional");
        await logto.Applications.UpdateAsync(web.Id, change(web));
    }

    private static async Task ChangeHookAsync(TenantClients logto, HookChange change) => await logto.Hooks.UpdateAsync((await logto.Hooks.ListAsync()).Single().Id, change);

    private static async Task ChangeConnectorAsync(TenantClients logto, Action<JsonObject> change)
    {
        logto.Connectors.Forget();
        var connector = (await logto.Connectors.ListAsync()).Single();
        var config = connector.Config!.DeepClone().AsObject();
        change(config);
        await logto.Connectors.ConfigureAsync(connector.Id!, config);
    }
}
