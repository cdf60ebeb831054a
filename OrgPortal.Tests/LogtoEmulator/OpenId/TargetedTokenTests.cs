using System.Net;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

public sealed class TargetedTokenTests : EmulatorTest
{
    private const string Organizations = "urn:logto:resource:organizations";
    private const string Api = "https://api.example";
    private const string Scope = "openid offline_access urn:logto:scope:organizations read:member delete:member never:granted";

    [Fact]
    public async Task An_organization_token_has_what_was_asked_for_at_sign_in_and_is_held_now()
    {
        var (browser, token) = await SignedInAsync("bob", Scope, Organizations);

        var before = await browser.RefreshAsync(token, ("organization_id", Acme));
        GiveRoles("bob", "admin");
        var after = await browser.RefreshAsync(token, ("organization_id", Acme));
        GiveRoles("bob");
        var without = await browser.RefreshAsync(token, ("organization_id", Acme));

        Assert.Equal("read:member", before["scope"]);
        Assert.Equal("read:member delete:member", after["scope"]);
        Assert.Equal("", without["scope"]);
        var claims = after.Claims("access_token");
        Assert.Equal("urn:logto:organization:" + Acme, claims.GetProperty("aud").GetString());
        Assert.Equal("read:member delete:member", claims.GetProperty("scope").GetString());
    }

    [Fact]
    public async Task Without_the_organizations_resource_permissions_are_dropped_in_silence()
    {
        var (browser, token) = await SignedInAsync("alice", Scope, null);

        Assert.Equal("", (await browser.RefreshAsync(token, ("organization_id", Acme)))["scope"]);
        Assert.Equal("invalid_scope", (await browser.RefreshAsync(token, ("organization_id", Acme), ("scope", "read:member")))["error"]);
    }

    [Fact]
    public async Task Strangers_missing_factors_and_missing_scopes_are_told_apart_by_their_description()
    {
        var (browser, token) = await SignedInAsync("carol", Scope, Organizations);
        var (member, membersToken) = await SignedInAsync("alice", Scope, Organizations);
        var (blind, blindToken) = await SignedInAsync("alice", "openid offline_access", null);
        var scope = await blind.RefreshAsync(blindToken, ("organization_id", Acme));
        State.Write(tables => tables.Organizations.Put(tables.Organizations.Find(Acme)! with { IsMfaRequired = true }));

        var stranger = await browser.RefreshAsync(token, ("organization_id", Acme));
        var unknown = await browser.RefreshAsync(token, ("organization_id", "nonexistent0"));
        var blindStranger = await blind.RefreshAsync(blindToken, ("organization_id", "nonexistent0"));
        var factor = await member.RefreshAsync(membersToken, ("organization_id", Acme));

        Assert.Equal((HttpStatusCode.Forbidden, "user is not a member of the organization"), (stranger.Status, stranger["error_description"]));
        Assert.Equal(stranger["error_description"], unknown["error_description"]);
        Assert.Equal("organization requires MFA but user has no MFA configured", factor["error_description"]);
        Assert.Equal((HttpStatusCode.Forbidden, "insufficient_scope"), (scope.Status, scope["error"]));
        Assert.Equal("access_denied", blindStranger["error"]); // membership comes before the scope
    }

    [Fact]
    public async Task A_second_factor_opens_an_organization_that_requires_one()
    {
        var (browser, token) = await SignedInAsync("alice", Scope, Organizations);
        State.Write(tables =>
        {
            tables.Organizations.Put(tables.Organizations.Find(Acme)! with { IsMfaRequired = true });
            var alice = tables.Users.FindByUsername("alice")!;
            tables.Users.Put(alice with { MfaVerifications = [new MfaVerification { Id = "some", Type = "Totp", CreatedAt = "2026-01-01T00:00:00Z" }] });
        });

        Assert.Equal(HttpStatusCode.OK, (await browser.RefreshAsync(token, ("organization_id", Acme))).Status);
    }

    [Fact]
    public async Task The_scopes_of_an_api_stay_as_they_were_at_sign_in_until_the_next_one()
    {
        PlantApi(("admin", ["things:write"]), ("member", ["things:read"]));
        var scope = Scope + " things:read things:write";
        var (browser, token) = await SignedInAsync("bob", scope, $"{Organizations},{Api}");
        GiveRoles("bob", "admin");

        var frozen = await browser.RefreshAsync(token, ("resource", Api), ("organization_id", Acme));
        var (later, laterToken) = await SignedInAsync("bob", scope, $"{Organizations},{Api}");
        var fresh = await later.RefreshAsync(laterToken, ("resource", Api), ("organization_id", Acme));

        Assert.Equal("", frozen["scope"]);
        Assert.Equal("things:write", fresh["scope"]);
        var claims = fresh.Claims("access_token");
        Assert.Equal((Api, Acme), (claims.GetProperty("aud").GetString(), claims.GetProperty("organization_id").GetString()));
    }

    [Fact]
    public async Task Without_an_organization_an_api_token_has_the_union_of_all()
    {
        PlantApi(("admin", ["things:write"]), ("member", ["things:read"]));
        var other = State.Write(tables =>
        {
            var organization = tables.Organizations.Put(new Organization { Id = "otherother00", Name = "Other" });
            tables.Members.Add(organization.Id, [tables.Users.FindByUsername("alice")!.Id]);
            tables.Members.SetRoles(organization.Id, tables.Users.FindByUsername("alice")!.Id, [tables.OrganizationRoles.Single(role => role.Name == "member").Id]);
            return organization.Id;
        });
        var (browser, token) = await SignedInAsync("alice", Scope + " things:read things:write", Api);

        var union = await browser.RefreshAsync(token, ("resource", Api));
        var one = await browser.RefreshAsync(token, ("resource", Api), ("organization_id", other));

        Assert.Equal("things:read things:write", union["scope"]);
        Assert.False(union.Claims("access_token").TryGetProperty("organization_id", out _));
        Assert.Equal("things:read", one["scope"]);
    }

    [Fact]
    public async Task Only_resources_of_the_sign_in_can_be_asked_for()
    {
        var (browser, token) = await SignedInAsync("alice", Scope, Organizations);

        Assert.Equal("invalid_target", (await browser.RefreshAsync(token, ("resource", Resource.ManagementApiIndicator)))["error"]);
    }

    [Fact]
    public async Task Userinfo_takes_opaque_tokens_only()
    {
        var (browser, token) = await SignedInAsync("alice", Scope, Organizations);
        var signed = (await browser.RefreshAsync(token, ("organization_id", Acme)))["access_token"]!;

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.UserInfoAsync(signed)).Status);
    }

    [Fact]
    public async Task A_machine_acts_in_an_organization_only_as_a_member_with_its_roles()
    {
        var machine = Browser(AddApplication("some-bot", "MachineToMachine", "bot-secret"), "bot-secret");
        (string, string?)[] grant = [("grant_type", "client_credentials"), ("organization_id", Acme), ("scope", "read:member delete:member")];

        var stranger = await machine.TokenAsync(grant);
        State.Write(tables =>
        {
            tables.ApplicationMembers.Add(Acme, ["some-bot"]);
            tables.ApplicationMembers.SetRoles(Acme, "some-bot", [tables.OrganizationRoles.Single(role => role.Name == "service").Id]);
        });
        var member = await machine.TokenAsync(grant);

        Assert.Equal((HttpStatusCode.Forbidden, "access_denied"), (stranger.Status, stranger["error"]));
        Assert.Equal("read:member", member["scope"]);
        Assert.Equal("some-bot", member.Claims("access_token").GetProperty("sub").GetString());
    }

    [Fact]
    public async Task Without_openid_a_token_is_for_the_only_resource_there_is()
    {
        var browser = Browser();
        var callback = await browser.SignInAsync(
            "alice", scope: "offline_access read:member", parameters: [("resource", Organizations), ("nonce", null)]);

        var tokens = await browser.ExchangeAsync(callback);

        Assert.Equal("read:member", tokens["scope"]);
        Assert.Equal(Organizations, tokens.Claims("access_token").GetProperty("aud").GetString());
    }

    [Fact]
    public async Task A_wrong_resource_uses_a_public_clients_token_up_all_the_same()
    {
        var browser = Browser(AddApplication("some-spa", "SPA"), null);
        var token = (await browser.ExchangeAsync(await browser.SignInAsync("alice")))["refresh_token"]!;

        var wrong = await browser.RefreshAsync(token, ("resource", "https://unknown.example"));
        Control.Clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal("invalid_target", wrong["error"]);
        Assert.Equal("invalid_grant", (await browser.RefreshAsync(token))["error"]);
    }

    [Fact]
    public async Task A_machine_in_an_organization_has_what_its_roles_there_give_and_no_more()
    {
        var tokens = await InOrganizationAsync("https://default.logto.app/api", "all");

        Assert.Null(tokens["scope"]);
        Assert.Equal(Acme, tokens.Claims("access_token").GetProperty("organization_id").GetString());
    }

    [Fact]
    public async Task A_machine_asks_for_one_resource_at_a_time()
    {
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("grant_type", "client_credentials"),
            KeyValuePair.Create("resource", "https://default.logto.app/api"),
            KeyValuePair.Create("resource", Organizations),
            KeyValuePair.Create("client_id", OrgPortal.LogtoEmulator.EmulatorOptions.ManagementClientId),
            KeyValuePair.Create("client_secret", OrgPortal.LogtoEmulator.EmulatorOptions.ManagementClientSecret),
        ]);
        using var answer = await Machine().Http.PostAsync("oidc/token", form);

        Assert.Contains("only a single resource indicator", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<TokenReply> InOrganizationAsync(string resource, string scope)
    {
        State.Write(tables => tables.ApplicationMembers.Add(Acme, [OrgPortal.LogtoEmulator.EmulatorOptions.ManagementClientId]));
        return await Machine().TokenAsync(
            ("grant_type", "client_credentials"), ("organization_id", Acme), ("resource", resource), ("scope", scope));
    }

    private async Task<(OidcBrowser Browser, string RefreshToken)> SignedInAsync(string person, string scope, string? resource)
    {
        var browser = Browser();
        var callback = await browser.SignInAsync(person, null, scope, ("resource", resource));
        return (browser, (await browser.ExchangeAsync(callback))["refresh_token"]!);
    }

    private void PlantApi(params (string Role, string[] Scopes)[] rights) => State.Write(tables =>
    {
        tables.Resources.Put(new Resource { Id = "things", Name = "Things", Indicator = Api });
        foreach (var (name, scopes) in rights)
        {
            foreach (var scope in scopes)
            {
                tables.ResourceScopes.Put(new ResourceScope(scope, "things", scope, null, tables.Now));
            }

            tables.OrganizationRoles.Put(tables.OrganizationRoles.Single(role => role.Name == name) with { ResourceScopeIds = [.. scopes] });
        }
    });
}
