using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.Control;
using OrgPortal.LogtoEmulator.Management;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Conformance;

/// <summary>Everything the portal calls is there: in the emulator, in the contract, and in what a Logto says of itself.</summary>
[Collection(ConformanceDefinition.Name)]
public sealed class PortalRoutesContract(ContractHosts hosts)
{
    private static readonly PageRequest Page = new(1, PageRequest.MaxSize);

    [Fact]
    public void The_emulator_serves_every_route_of_the_portal()
    {
        var served = ManagementApi.Routes().Select(route => (route.Method, route.Pattern.TrimStart('/'))).ToArray();

        Assert.All(LogtoRoutes.All, route => Assert.Contains(served, one => one.Method == route.Method && RouteText.Same(one.Item2, route.Template)));
    }

    [Theory, Contract]
    public async Task Logto_describes_every_route_of_the_portal(string logto)
    {
        var api = await hosts.GetAsync(logto);
        using var anonymous = new HttpRequestMessage(HttpMethod.Get, "api/swagger.json");
        var described = (await api.SendAsync(anonymous)).Json.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => (Method: method.Name.ToUpperInvariant(), Path: path.Name)))
            .ToArray();

        Assert.All(LogtoRoutes.All, route => Assert.Contains(
            described, one => one.Method == route.Method && RouteText.Same(one.Path, "api/" + route.Template)));
    }

    [Theory, Contract]
    public async Task One_life_of_an_organization_takes_every_route_of_the_portal(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var person = await api.CreateUserAsync();
        var role = OrganizationRoleId.Parse(await api.CreateRoleAsync("role"), null);
        var organizations = api.Portal<IOrganizationsClient>();
        var organization = (await organizations.CreateAsync(new NewOrganization(api.Name("organization"), "A life"))).Id;
        api.DeleteLater($"api/organizations/{organization}");

        await organizations.UpdateAsync(organization, new OrganizationChange(Description: "Changed"));
        Assert.Equal("Changed", (await organizations.GetAsync(organization)).Description);
        await organizations.UpdateAsync(organization, new OrganizationChange(Branding: new("https://pictures.example/logo.png", Favicon: "https://pictures.example/icon.png"), Color: new("#123456", true, "#abc")));
        var branded = await organizations.UpdateAsync(organization, new OrganizationChange(Branding: new(DarkLogoUrl: "https://pictures.example/dark.png")));
        Assert.Equal((new OrganizationBranding(null, "https://pictures.example/dark.png"), new OrganizationColor("#123456", true, "#abc"), "Changed"), (branded.Branding, branded.Color, branded.Description));
        Assert.Single((await organizations.ListAsync(Page, api.Run)).Items, one => one.Id == organization);
        await TakeInAsync(api, organization, person, role);
        await InviteAsync(api, organization, person, role);
        await LetJoinAsync(api, organization, role);
        await ConfigureAsync(api, organization);
        await api.Portal<ISignInExperienceClient>().GetAsync();
        await api.Portal<IConnectorsClient>().ListAsync();
        var hasStorage = await UploadAsync(api);
        await ReadTheSetUpAsync(api);
        await ChangeTheSetUpAsync(api);
        await ChangeHowPeopleSignInAsync(api);
        await api.Portal<IOrganizationMembersClient>().RemoveAsync(organization, UserId.Parse(person.Id));
        await organizations.DeleteAsync(organization);

        var missing = LogtoRoutes.All.Where(route => (hasStorage || route is not ("POST", "user-assets")) && !api.Calls.Calls.Any(call =>
            call.Method == route.Method && RouteText.Fits("api/" + route.Template, call.Path)));
        Assert.True(!missing.Any(), "The contract does not cover: " + string.Join(", ", missing.Select(route => $"{route.Method} {route.Template}")));
    }

    private static async Task TakeInAsync(ContractHost api, OrganizationId organization, ContractUser person, OrganizationRoleId role)
    {
        var user = UserId.Parse(person.Id, null);
        var members = api.Portal<IOrganizationMembersClient>();
        await members.AddAsync(organization, [user]);
        await members.AddRolesAsync(organization, user, [role]);
        await members.ReplaceRolesAsync(organization, user, [role]);

        Assert.Single((await members.ListAsync(organization, Page)).Items, member => member.Id == user);
        Assert.Single(await members.ListRolesAsync(organization, user), one => one.Id == role);
        Assert.Empty(await members.ListScopesAsync(organization, user));
        Assert.NotEmpty(await api.Portal<IOrganizationRolesClient>().ListAsync()); // remembered for a while, so not of this moment
        Assert.Equal(person.Email, (await api.Portal<IUsersClient>().GetAsync(user)).PrimaryEmail);
        Assert.True(await api.Portal<IUsersClient>().HasAddressAsync(person.Email.ToUpperInvariant()));
        Assert.False(await api.Portal<IUsersClient>().HasAddressAsync("nobody-" + person.Email));
        Assert.NotEmpty((await api.Portal<IOneTimeTokensClient>().CreateAsync(new NewOneTimeToken("nobody-" + person.Email, 600))).Token);
        Assert.Single(await api.Portal<IUsersClient>().ListOrganizationsAsync(user), one => one.Id == organization);
        Assert.Empty(await api.Portal<IUsersClient>().ListSecondFactorsAsync(user));
        await api.PostAsync($"api/users/{user}/mfa-verifications", new { type = "Totp" });
        Assert.Equal("Totp", Assert.Single(await api.Portal<IUsersClient>().ListSecondFactorsAsync(user)).Type);
        Assert.Empty(await api.Portal<IUsersClient>().ListRolesAsync(user));
        await ChangeThemselvesAsync(api, person);
    }

    private static async Task ChangeThemselvesAsync(ContractHost api, ContractUser person)
    {
        var (users, user) = (api.Portal<IUsersClient>(), UserId.Parse(person.Id, null));
        var changed = await users.UpdateAsync(user, new UserChange("Ada Lovelace", "https://pictures.example/ada.png"));
        Assert.Equal(("Ada Lovelace", "https://pictures.example/ada.png"), (changed.Name, changed.Avatar));
        var emptied = await users.UpdateAsync(user, new UserChange(Avatar: ""));
        Assert.Equal(("Ada Lovelace", null), (emptied.Name, emptied.Avatar));
        await users.SetLocaleAsync(user, "zh-CN");
        Assert.Equal("zh-CN", (await users.GetAsync(user)).Profile?.Locale);
        Assert.Empty(await users.ListSessionsAsync(user));
        await SignOutElsewhereAsync(api, users);
        Assert.Equal("oidc.session_not_found", (await Assert.ThrowsAsync<LogtoApiException>(() => users.EndSessionAsync(user, "nonexistent00"))).Code);
    }

    // Somebody without a second factor, who gets in with a password.
    private static async Task SignOutElsewhereAsync(ContractHost api, IUsersClient users)
    {
        var person = await api.CreateUserAsync();
        var user = UserId.Parse(person.Id, null);
        using var browser = new ContractBrowser(api, await api.CreateApplicationAsync("Traditional"));
        var tokens = await browser.TokensAsync(person);
        var session = Assert.Single(await users.ListSessionsAsync(user));

        await users.EndSessionAsync(user, session.Uid);

        Assert.NotNull(session.SignedInAt);
        Assert.Empty(await users.ListSessionsAsync(user));
        Assert.Equal("invalid_grant", (await browser.RefreshAsync(tokens)).Text("error"));
    }

    private static async Task InviteAsync(ContractHost api, OrganizationId organization, ContractUser inviter, OrganizationRoleId role)
    {
        var invitations = api.Portal<IOrganizationInvitationsClient>();
        var guest = await api.CreateUserAsync();
        var expiry = DateTimeOffset.FromUnixTimeMilliseconds(await api.NowAsync()).AddDays(7);
        NewInvitation New(string invitee) => new(organization, invitee, UserId.Parse(inviter.Id, null), [role], expiry);
        var accepted = await invitations.CreateAsync(New(guest.Email));
        var revoked = await invitations.CreateAsync(New(api.Name("guest") + "@contract.example"));

        await SendAsync(invitations, accepted.Id);
        Assert.Equal(InvitationStatuses.Accepted, (await invitations.AcceptAsync(accepted.Id, UserId.Parse(guest.Id))).Status);
        Assert.Equal(InvitationStatuses.Revoked, (await invitations.RevokeAsync(revoked.Id)).Status);
        Assert.Equal(2, (await invitations.ListByOrganizationAsync(organization)).Count);
        Assert.Single(await invitations.ListByInviteeAsync(guest.Email));
        Assert.Equal(expiry, (await invitations.GetAsync(accepted.Id)).ExpiresAt);
        await invitations.DeleteAsync(revoked.Id);
    }

    /// <summary>A Logto without a connector for mail refuses to send, in one of two ways.</summary>
    private static async Task SendAsync(IOrganizationInvitationsClient invitations, InvitationId invitation)
    {
        try
        {
            await invitations.SendMessageAsync(invitation, new InvitationMessage("https://portal.example/invitations/some"));
        }
        catch (LogtoApiException refused)
        {
            Assert.Contains(refused.Code, (string[])["connector.not_found", "connector.template_not_found"]);
        }
    }

    private static async Task LetJoinAsync(ContractHost api, OrganizationId organization, OrganizationRoleId role)
    {
        var justInTime = api.Portal<IOrganizationJustInTimeClient>();
        await justInTime.AddDomainAsync(organization, "joins.example");
        await justInTime.ReplaceRolesAsync(organization, [role]);

        Assert.Equal(["joins.example"], await justInTime.ListDomainsAsync(organization));
        Assert.Equal(role, Assert.Single(await justInTime.ListRolesAsync(organization)).Id);
        await justInTime.RemoveDomainAsync(organization, "joins.example");
        Assert.Empty(await justInTime.ListDomainsAsync(organization));
    }

    /// <summary>What the portal's other areas call, whether or not it has a client for it yet.</summary>
    private static async Task ConfigureAsync(ContractHost api, OrganizationId organization)
    {
        var jit = $"api/organizations/{organization}/jit";
        await api.PostAsync(jit + "/email-domains", new { emailDomain = "life.example" });
        await api.PutAsync(jit + "/email-domains", new { emailDomains = new[] { "other.example" } });
        await api.GetAsync(jit + "/email-domains");
        await api.DeleteAsync(jit + "/email-domains/other.example");
        await api.PutAsync(jit + "/roles", new { organizationRoleIds = Array.Empty<string>() });
        await api.GetAsync(jit + "/roles");
        await api.PutAsync(jit + "/sso-connectors", new { ssoConnectorIds = Array.Empty<string>() });
        await api.GetAsync(jit + "/sso-connectors");
        await WorkAsync(api, $"api/organizations/{organization}/applications", await api.CreateRoleAsync("machine", "MachineToMachine"));
        await WorkAsync(api, organization, OrganizationRoleId.Parse(await api.CreateRoleAsync("machine", "MachineToMachine")));
        await ConnectAsync(api, organization);
        foreach (var list in (string[])["users", "applications", "roles", "resources", "connectors", "email-templates", "sso-connectors", "hooks", "organization-scopes", "logs", "status"])
        {
            Assert.InRange((await api.GetAsync("api/" + list)).Status, 200, 204);
        }
    }

    /// <summary>A connector of the portal's: made without settings, given domains, connected, taken out and deleted. There is no identity provider to give it settings of.</summary>
    private static async Task ConnectAsync(ContractHost api, OrganizationId organization)
    {
        var (connectors, jit) = (api.Portal<ISsoConnectorsClient>(), api.Portal<IOrganizationJustInTimeClient>());
        var name = api.Name("connector");
        var made = await connectors.CreateAsync(new NewSsoConnector(SsoProviders.Oidc, name));
        api.DeleteLater($"api/sso-connectors/{made.Id}");
        Assert.Equal((SsoProviders.Oidc, name), (made.ProviderName, made.ConnectorName));
        Assert.Equal("single_sign_on.duplicate_connector_name", (await Assert.ThrowsAsync<LogtoApiException>(() => connectors.CreateAsync(new NewSsoConnector(SsoProviders.Saml, name)))).Code);
        await connectors.ReadConfigAsync(made.Id);
        await connectors.SetDomainsAsync(made.Id, name, [$"{made.Id}.invalid"]);
        Assert.Equal([$"{made.Id}.invalid"], Assert.Single(await connectors.ListAsync(), one => one.Id == made.Id).Domains);
        Assert.Equal("single_sign_on.forbidden_domains", (await Assert.ThrowsAsync<LogtoApiException>(() => connectors.SetDomainsAsync(made.Id, name, ["gmail.com"]))).Code);
        await jit.AddSsoConnectorAsync(organization, made.Id);
        await jit.AddSsoConnectorAsync(organization, made.Id);
        Assert.Equal(name, Assert.Single(await jit.ListSsoConnectorsAsync(organization)).ConnectorName);
        await jit.RemoveSsoConnectorAsync(organization, made.Id);
        Assert.Equal("entity.not_found", (await Assert.ThrowsAsync<LogtoApiException>(() => jit.RemoveSsoConnectorAsync(organization, made.Id))).Code);
        Assert.Empty(await api.Portal<IUsersClient>().ListSsoConnectorsAsync(UserId.Parse((await api.CreateUserAsync()).Id, null)));
        await connectors.DeleteAsync(made.Id);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await Assert.ThrowsAsync<LogtoApiException>(() => connectors.DeleteAsync(made.Id))).Status);
    }

    /// <summary>What the tenant is set up with, as the portal reads it.</summary>
    // Whether there is storage is the tenant's business; both are in the contract.
    private static async Task<bool> UploadAsync(ContractHost api)
    {
        var assets = api.Portal<IUserAssetsClient>();
        var uploading = assets.UploadAsync("not decoded"u8.ToArray(), "image/png", "logo.png");
        if ((await assets.GetStatusAsync()).IsReady)
        {
            Assert.StartsWith("http", (await uploading).Url, StringComparison.Ordinal);
            return true;
        }

        Assert.Equal("storage.not_configured", (await Assert.ThrowsAsync<LogtoApiException>(() => uploading)).Code);
        return false;
    }

    private static async Task ReadTheSetUpAsync(ContractHost api)
    {
        var applications = api.Portal<IApplicationsClient>();
        var made = await api.CreateApplicationAsync("Traditional");
        var own = api.ClientId;
        Assert.Equal(made.Id, (await applications.GetAsync(made.Id)).Id);
        Assert.Contains(await applications.ListAsync(), one => one.Id == own && one.Type == ApplicationTypes.MachineToMachine);
        Assert.Equal(made.Secret, Assert.Single(await applications.ListSecretsAsync(made.Id)).Value);
        var access = Assert.Single(await applications.ListRolesAsync(own), role => role.Type == "MachineToMachine");
        Assert.Contains(await api.Portal<IRolesClient>().ListAsync(), role => role.Id == access.Id);
        var all = Assert.Single(await api.Portal<IRolesClient>().ListScopesAsync(access.Id));
        Assert.Equal(("all", "https://default.logto.app/api"), (all.Name, all.Resource.Indicator));
        Assert.Contains(await api.Portal<IApiResourcesClient>().ListAsync(), one => one.Indicator == all.Resource.Indicator && one.Scopes.Any(scope => scope.Id == all.Id));
        var permission = await api.CreateScopeAsync(api.Name("permission"));
        Assert.Contains(await api.Portal<IOrganizationTemplateClient>().ListScopesAsync(), scope => scope.Id == permission);
        await api.Portal<IHooksClient>().ListAsync();
        await api.Portal<IEmailTemplatesClient>().ListAsync();
    }

    /// <summary>What is made here is changed, read again and deleted again.</summary>
    private static async Task ChangeTheSetUpAsync(ContractHost api)
    {
        var (template, roles) = (api.Portal<IOrganizationTemplateClient>(), api.Portal<IOrganizationRolesClient>());
        var (resources, global) = (api.Portal<IApiResourcesClient>(), api.Portal<IRolesClient>());
        var indicator = $"https://{api.Run}.example/api";
        await resources.CreateAsync(new NewApiResource(api.Name("api"), indicator));
        var resource = Assert.Single(await resources.ListAsync(), one => one.Indicator == indicator);
        api.DeleteLater($"api/resources/{resource.Id}");
        await resources.UpdateAsync(resource.Id, new ApiResourceChange(AccessTokenTtl: 600));
        var read = await resources.CreateScopeAsync(resource.Id, new NewScope("read", "Read"));
        Assert.Equal("Read it", (await resources.DescribeScopeAsync(resource.Id, read.Id, "Read it")).Description);
        Assert.Equal(600, Assert.Single(await resources.ListAsync(), one => one.Id == resource.Id).AccessTokenTtl);

        var permission = await template.CreateScopeAsync(new NewScope(api.Name("permission")));
        api.DeleteLater($"api/organization-scopes/{permission.Id}");
        Assert.Equal("See", (await template.DescribeScopeAsync(permission.Id, "See")).Description);
        var role = await template.CreateRoleAsync(new NewOrganizationRole(api.Name("role"), "A role", "User", [permission.Id], [read.Id]));
        api.DeleteLater($"api/organization-roles/{role.Id}");
        await template.UpdateRoleAsync(role.Id, new OrganizationRoleChange("Another"));
        roles.Forget();
        var made = Assert.Single(await roles.ListAsync(), one => one.Id == role.Id);
        Assert.Equal(("Another", permission.Id, read.Id), (made.Description, made.Scopes[0].Id, made.ResourceScopes[0].Id));
        await template.ReplaceScopesAsync(role.Id, []);
        await template.ReplaceResourceScopesAsync(role.Id, []);
        roles.Forget();
        made = Assert.Single(await roles.ListAsync(), one => one.Id == role.Id);
        Assert.Equal((0, 0), (made.Scopes.Count, made.ResourceScopes.Count));

        var machines = await global.CreateAsync(new NewRole(api.Name("machines"), "For machines", "MachineToMachine"));
        api.DeleteLater($"api/roles/{machines.Id}");
        Assert.Equal("For more", (await global.DescribeAsync(machines.Id, "For more")).Description);
        await ChangeApplicationsAsync(api, machines);

        await template.DeleteRoleAsync(role.Id);
        await template.DeleteScopeAsync(permission.Id);
        await resources.DeleteScopeAsync(resource.Id, read.Id);
        await resources.DeleteAsync(resource.Id);
        await global.DeleteAsync(machines.Id);
    }

    private static async Task ChangeApplicationsAsync(ContractHost api, Role machines)
    {
        var (applications, hooks) = (api.Portal<IApplicationsClient>(), api.Portal<IHooksClient>());
        var web = await applications.CreateAsync(new NewApplication(
            api.Name("web"), ApplicationTypes.Traditional, "Pages", new OidcClientMetadata(["https://a.example/in"], ["https://a.example/out"]), CustomData: new JsonObject { ["mark"] = 1 }));
        api.DeleteLater($"api/applications/{web.Id}");
        var changed = await applications.UpdateAsync(web.Id, new ApplicationChange("", web.OidcClientMetadata with { BackchannelLogoutUri = "https://a.example/back" }, web.CustomClientMetadata with { RefreshTokenTtlInDays = 7 }));
        Assert.Equal((null, "https://a.example/in", "https://a.example/back", 7), (changed.Description, changed.OidcClientMetadata.RedirectUris[0], changed.OidcClientMetadata.BackchannelLogoutUri, changed.CustomClientMetadata.RefreshTokenTtlInDays));
        Assert.Equal(1, changed.CustomData?["mark"]?.GetValue<int>());
        Assert.Equal(32, (await applications.CreateSecretAsync(web.Id, "second")).Value.Length);
        var machine = await applications.CreateAsync(new NewApplication(api.Name("machine"), ApplicationTypes.MachineToMachine));
        api.DeleteLater($"api/applications/{machine.Id}");
        await applications.AddRolesAsync(machine.Id, [machines.Id]);
        await applications.AddRolesAsync(machine.Id, [machines.Id]);
        Assert.Equal(machines.Id, Assert.Single(await applications.ListRolesAsync(machine.Id)).Id);
        await applications.DeleteAsync(machine.Id);
        await applications.DeleteAsync(web.Id);

        var hook = await hooks.CreateAsync(new NewHook(api.Name("hook"), ["User.Deleted"], new HookConfig("https://a.example/hook")));
        api.DeleteLater($"api/hooks/{hook.Id}");
        Assert.Equal((true, 32), (hook.Enabled, hook.SigningKey.Length));
        Assert.False((await hooks.UpdateAsync(hook.Id, new HookChange(Enabled: false))).Enabled);
        await hooks.DeleteAsync(hook.Id);
    }

    /// <summary>The tenant has one of each: it is put back as it was.</summary>
    private static async Task ChangeHowPeopleSignInAsync(ContractHost api)
    {
        var (connectors, texts, experience) = (api.Portal<IConnectorsClient>(), api.Portal<IEmailTemplatesClient>(), api.Portal<ISignInExperienceClient>());
        connectors.Forget();
        var before = (await connectors.ListAsync()).Single(one => one.Type == Connector.Email);
        var again = await connectors.CreateAsync(new NewConnector(before.ConnectorId!, before.Config!.DeepClone().AsObject()));
        await connectors.ConfigureAsync(again.Id!, before.Config.DeepClone().AsObject());
        connectors.Forget();
        Assert.True(JsonNode.DeepEquals(before.Config, (await connectors.ListAsync()).Single(one => one.Type == Connector.Email).Config));

        // A language that nobody's mail is in.
        await texts.PutAsync([new NewEmailTemplate("eo", EmailTemplateTypes.OrganizationInvitation, new EmailTemplateDetails("Venu", "{{link}}", "text/plain"))]);
        await texts.PutAsync([new NewEmailTemplate("eo", EmailTemplateTypes.OrganizationInvitation, new EmailTemplateDetails("Venu nun", "{{link}}", "text/plain"))]);
        var text = Assert.Single(await texts.ListAsync(), one => one.LanguageTag == "eo");
        Assert.Equal(new EmailTemplateDetails("Venu nun", "{{link}}", "text/plain"), text.Details);
        await texts.DeleteAsync(text.Id);

        experience.Forget();
        var now = await experience.GetAsync();
        var kept = await experience.UpdateAsync(new SignInExperienceChange(Mfa: now.Mfa));
        Assert.Equal(now.SignUp?.Verify, kept.SignUp?.Verify);
        Assert.Equal(now.Mfa?.Factors, kept.Mfa?.Factors);
    }

    /// <summary>A machine of the portal's: made, with a secret of its own, used, switched off and deleted.</summary>
    private static async Task WorkAsync(ContractHost api, OrganizationId organization, OrganizationRoleId role)
    {
        var (applications, machines) = (api.Portal<IApplicationsClient>(), api.Portal<IOrganizationApplicationsClient>());
        var expiry = DateTimeOffset.FromUnixTimeMilliseconds(await api.NowAsync()).AddDays(30);
        var made = await applications.CreateAsync(new NewApplication(api.Name("machine"), ApplicationTypes.MachineToMachine, "Exports", CustomData: new JsonObject { ["mark"] = api.Run }));
        api.DeleteLater($"api/applications/{made.Id}");
        Assert.Empty(await applications.ListRolesAsync(made.Id));
        var duty = await api.MadeAsync("api/roles", new { name = api.Name("duty"), description = "Opens nothing", type = "MachineToMachine" }, 200);
        await applications.AddRolesAsync(made.Id, [duty.Text("id")]);
        await applications.RemoveRoleAsync(made.Id, duty.Text("id"));
        await machines.AddAsync(organization, made.Id);
        await machines.AddRolesAsync(organization, made.Id, [role]);
        var secret = await applications.CreateSecretAsync(made.Id, "Spring & more", expiry);
        await applications.DeleteSecretAsync(made.Id, "Default secret");

        Assert.Equal(api.Run, (await applications.ListAsync()).Single(one => one.Id == made.Id).CustomData?["mark"]?.GetValue<string>());
        var kept = Assert.Single(await applications.ListSecretsAsync(made.Id));
        Assert.Equal(("Spring & more", secret.Value, expiry, true), (kept.Name, kept.Value, kept.ExpiresAt, kept.CreatedAt is not null));
        Assert.Empty(await applications.ListRolesAsync(made.Id));
        Assert.Equal(organization, Assert.Single(await applications.ListOrganizationsAsync(made.Id)));
        var listed = Assert.Single((await machines.ListAsync(organization, Page)).Items, one => one.Id == made.Id);
        Assert.Equal(("Exports", role), (listed.Description, Assert.Single(listed.OrganizationRoles).Id));
        Assert.Equal("Renamed", (await applications.UpdateAsync(made.Id, new ApplicationChange(Name: "Renamed"))).Name);
        await machines.ReplaceRolesAsync(organization, made.Id, [role]);
        Assert.Equal(role, Assert.Single(await machines.ListRolesAsync(organization, made.Id)).Id);
        Assert.Empty(await api.Portal<ILogsClient>().ListLatestAsync(made.Id, LogKeys.MachineToken));

        var token = await api.TokenAsync(new ContractApplication(made.Id, secret.Value), ("grant_type", "client_credentials"), ("organization_id", organization.Value));

        Assert.Equal(200, token.Status);
        Assert.True(Assert.Single(await api.Portal<ILogsClient>().ListLatestAsync(made.Id, LogKeys.MachineToken)).Payload.IsSuccess);
        await machines.RemoveAsync(organization, made.Id);
        Assert.Equal("organization.require_membership", (await Assert.ThrowsAsync<LogtoApiException>(() => machines.ListRolesAsync(organization, made.Id))).Code);
        Assert.Equal("entity.not_found", (await Assert.ThrowsAsync<LogtoApiException>(() => applications.DeleteSecretAsync(made.Id, "Default secret"))).Code);
        await applications.DeleteAsync(made.Id);
    }

    private static async Task WorkAsync(ContractHost api, string path, string role)
    {
        var machine = await api.CreateApplicationAsync("MachineToMachine");
        var own = $"api/applications/{machine.Id}";
        await api.PostAsync(path, new { applicationIds = new[] { machine.Id } });
        await api.PostAsync($"{path}/{machine.Id}/roles", new { organizationRoleIds = new[] { role } });
        await api.PutAsync($"{path}/{machine.Id}/roles", new { organizationRoleIds = new[] { role } });
        await api.GetAsync($"{path}/{machine.Id}/roles");
        await api.DeleteAsync($"{path}/{machine.Id}/roles/{role}");
        await api.GetAsync(path);
        await api.GetAsync(own);
        await api.PatchAsync(own, new { description = "Works" });
        await api.GetAsync(own + "/organizations");
        await api.GetAsync(own + "/secrets");
        await api.PostAsync(own + "/secrets", new { name = "second" });
        await api.PatchAsync(own + "/secrets/second", new { name = "third" });
        await api.DeleteAsync(own + "/secrets/third");
        await api.DeleteAsync($"{path}/{machine.Id}");
        await api.DeleteAsync(own);
    }
}
