using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class UserTests(ManagementFixture fixture) : ManagementTest(fixture)
{
    private const string All = "/api/users";

    [Fact]
    public async Task A_new_user_is_a_200_with_every_column()
    {
        var reply = await Api.PostAsync(All, new { primaryEmail = "new@example.com" });

        Assert.Equal(200, reply.Status);
        Assert.Equal(
            $$$"""{"id":"{{{reply.Text("id")}}}","username":null,"primaryEmail":"new@example.com","primaryPhone":null,"name":null,"avatar":null,"customData":{},"identities":{},"lastSignInAt":null,"createdAt":{{{Api.Now}}},"updatedAt":{{{Api.Now}}},"profile":{},"applicationId":null,"cimdClientId":null,"isSuspended":false,"hasPassword":false}""",
            reply.Body);
    }

    [Fact]
    public async Task Addresses_are_taken_without_case_and_user_names_with_it()
    {
        Assert.Equal("user.email_already_in_use", (await Api.PostAsync(All, new { primaryEmail = "ALICE@example.com" })).Code);
        Assert.Equal("user.username_already_in_use", (await Api.PostAsync(All, new { username = "alice" })).Code);
        Assert.Equal(200, (await Api.PostAsync(All, new { username = "Alice" })).Status);
    }

    [Fact]
    public async Task An_address_given_up_is_free_again()
    {
        await Api.PatchAsync(Path("alice"), new { primaryEmail = (string?)null });

        Assert.Equal(200, (await Api.PostAsync(All, new { primaryEmail = "alice@example.com" })).Status);
    }

    [Theory]
    [InlineData("search=ali", 0)]
    [InlineData("search=%25ALI%25", 1)]
    [InlineData("search=%25ALI%25&isCaseSensitive=true", 0)]
    [InlineData("search.primaryEmail=ALICE%40example.com&mode.primaryEmail=exact", 1)]
    [InlineData("search.username=alice&search.username=bob&mode=exact", 2)]
    [InlineData("search.username=alice&search.primaryEmail=bob%40example.com", 2)]
    [InlineData("search.username=alice&search.primaryEmail=bob%40example.com&joint=and", 0)]
    [InlineData("search.username=^(alice|bob)$&mode=posix", 2)]
    [InlineData("search.username=(alice|bo_)&mode=similar_to&isCaseSensitive=true", 2)]
    public async Task A_search_finds(string query, int found)
    {
        var reply = await Api.GetAsync($"{All}?{query.Replace("|", "%7C", StringComparison.Ordinal)}");

        Assert.Equal((200, found), (reply.Status, reply.Count));
    }

    [Theory]
    [InlineData("search.nope=1")]
    [InlineData("search=a&mode=nope")]
    [InlineData("search=")]
    [InlineData("search=a&search=b")]
    [InlineData("search=a&joint=nor")]
    [InlineData("excludeOrganizationId=a&excludeRoleId=b")]
    public async Task A_search_that_makes_no_sense_is_refused(string query)
    {
        var reply = await Api.GetAsync($"{All}?{query}");

        Assert.Equal((400, "request.invalid_input"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Users_come_newest_first()
    {
        await Api.PostAsync(All, new { username = "newest" });

        Assert.Equal(["newest", "erin"], (await Api.GetAsync($"{All}?page_size=2")).All("username"));
        Assert.Equal(["dave", "carol"], (await Api.GetAsync($"{All}?page=2&page_size=2")).All("username"));
    }

    [Fact]
    public async Task Custom_data_is_merged_at_its_own_route_and_replaced_with_the_user()
    {
        await Api.PatchAsync(Path("alice"), new { customData = new { a = 1 } });

        Assert.Equal("""{"a":1,"b":2}""", (await Api.PatchAsync($"{Path("alice")}/custom-data", new { customData = new { b = 2 } })).Body);
        Assert.Equal(
            """{"c":3}""",
            (await Api.PatchAsync(Path("alice"), new { customData = new { c = 3 } })).Json.GetProperty("customData").GetRawText());
    }

    [Fact]
    public async Task A_password_is_verified()
    {
        Assert.Equal(204, (await Api.PostAsync($"{Path("alice")}/password/verify", new { password = "Alice-Passw0rd-2026" })).Status);
        Assert.Equal("session.invalid_credentials", (await Api.PostAsync($"{Path("alice")}/password/verify", new { password = "no" })).Code);

        await Api.PatchAsync($"{Path("alice")}/password", new { password = "another" });

        Assert.Equal(204, (await Api.PostAsync($"{Path("alice")}/password/verify", new { password = "another" })).Status);
    }

    [Fact]
    public async Task Suspension_ends_sessions_and_grants_for_good()
    {
        SignIn("alice");
        SignIn("bob");

        await Api.PatchAsync($"{Path("alice")}/is-suspended", new { isSuspended = true });
        await Api.PatchAsync($"{Path("alice")}/is-suspended", new { isSuspended = false });

        Assert.Equal(0, await CountAsync("alice", "sessions"));
        Assert.Equal(0, await CountAsync("alice", "grants"));
        Assert.Equal(1, await CountAsync("bob", "sessions"));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("?revokeGrantsTarget=all", 0)]
    [InlineData("?revokeGrantsTarget=firstParty", 0)]
    public async Task A_session_is_ended_with_its_grants_where_that_is_asked_for(string query, int grants)
    {
        SignIn("alice");

        Assert.Equal(204, (await Api.DeleteAsync($"{Path("alice")}/sessions/session-alice{query}")).Status);

        Assert.Equal(0, await CountAsync("alice", "sessions"));
        Assert.Equal(grants, await CountAsync("alice", "grants"));
        Assert.Equal(404, (await Api.DeleteAsync($"{Path("alice")}/sessions/session-alice")).Status);
    }

    [Fact]
    public async Task A_session_tells_the_applications_it_was_used_for()
    {
        SignIn("alice");

        var payload = (await Api.GetAsync($"{Path("alice")}/sessions")).Json.GetProperty("sessions")[0].GetProperty("payload");

        Assert.Equal("session-alice", payload.GetProperty("uid").GetString());
        Assert.Equal(
            """{"sid":"sid","grantId":"grant-alice"}""",
            payload.GetProperty("authorizations").GetProperty("orgportal-web-dev").GetRawText());
    }

    [Fact]
    public async Task Any_second_factor_satisfies_an_organization()
    {
        await Api.PatchAsync($"/api/organizations/{Api.Acme}", new { isMfaRequired = true });
        Assert.False(Api.State.Read(tables => tables.SatisfiesMfaOf(Api.User("alice"), Api.Acme)));

        var factor = await Api.PostAsync($"{Path("alice")}/mfa-verifications", new { type = "Totp" });

        Assert.Equal(200, factor.Status);
        Assert.NotEmpty(factor.Text("secret"));
        Assert.True(Api.State.Read(tables => tables.SatisfiesMfaOf(Api.User("alice"), Api.Acme)));
        var listed = Assert.Single((await Api.GetAsync($"{Path("alice")}/mfa-verifications")).Json.EnumerateArray());
        Assert.Equal("Totp", listed.GetProperty("type").GetString());
        Assert.False(listed.TryGetProperty("secret", out _));
    }

    [Fact]
    public async Task Backup_codes_are_not_alone() => Assert.Equal(
        "session.mfa.backup_code_can_not_be_alone",
        (await Api.PostAsync($"{Path("alice")}/mfa-verifications", new { type = "BackupCode" })).Code);

    [Fact]
    public async Task A_deleted_user_is_a_member_of_nothing()
    {
        var alice = Api.User("alice");

        Assert.Equal(204, (await Api.DeleteAsync($"{All}/{alice}")).Status);

        Assert.Equal(["bob"], (await Api.GetAsync($"/api/organizations/{Api.Acme}/users")).All("username"));
        Assert.Equal("entity.not_found", (await Api.GetAsync($"{All}/{alice}/organizations")).Code);
    }

    [Fact]
    public async Task Tenant_wide_roles_add_their_scopes_and_machines_roles_are_refused()
    {
        var resource = (await Api.PostAsync("/api/resources", new { name = "api", indicator = "https://api.example" })).Text("id");
        var scope = (await Api.PostAsync($"/api/resources/{resource}/scopes", new { name = "read" })).Text("id");
        var role = (await Api.PostAsync("/api/roles", new { name = "reader", description = "d", scopeIds = new[] { scope } })).Text("id");

        Assert.Equal(201, (await Api.PostAsync($"{Path("bob")}/roles", new { roleIds = new[] { role } })).Status);
        Assert.Equal(422, (await Api.PostAsync($"{Path("bob")}/roles", new { roleIds = new[] { Role.ManagementApiAccessId } })).Status);

        Assert.Equal(["read"], Api.State.Read(tables => tables.ResourceScopesOfUser(Api.User("bob"), "https://api.example", null)));
        await Api.DeleteAsync($"/api/roles/{role}");
        Assert.Equal(0, (await Api.GetAsync($"{Path("bob")}/roles")).Count);
    }

    [Fact]
    public async Task Sessions_and_grants_of_nobody_are_none_and_unknown_ones_are_told_so()
    {
        var path = $"{All}/{Api.User("alice")}";

        Assert.Equal(0, (await Api.GetAsync($"{All}/nonexistent00/sessions")).Json.GetProperty("sessions").GetArrayLength());
        Assert.Equal(0, (await Api.GetAsync($"{All}/nonexistent00/grants")).Json.GetProperty("grants").GetArrayLength());
        Assert.Equal("oidc.session_not_found", (await Api.GetAsync(path + "/sessions/none")).Code);
        Assert.Equal("oidc.session_not_found", (await Api.DeleteAsync(path + "/sessions/none")).Code);
        Assert.Equal("oidc.invalid_grant", (await Api.DeleteAsync(path + "/grants/none")).Code);
    }

    [Fact]
    public async Task A_grant_names_its_application_and_is_taken_back_out_of_the_session()
    {
        var alice = Api.User("alice");
        Api.State.Write(tables =>
        {
            tables.Grants.Put(new Grant { Id = "g", AccountId = alice, ClientId = "orgportal-web-dev", ExpiresAt = tables.Now + 1000 });
            tables.Sessions.Put(new Session
            {
                Uid = "s",
                AccountId = alice,
                ExpiresAt = tables.Now + 1000,
                Authorizations = System.Collections.Immutable.ImmutableDictionary<string, SessionAuthorization>.Empty
                    .Add("orgportal-web-dev", new SessionAuthorization("sid", "g")),
            });
        });

        var grants = (await Api.GetAsync($"{All}/{alice}/grants?appType=firstParty")).Json.GetProperty("grants");
        var others = (await Api.GetAsync($"{All}/{alice}/grants?appType=thirdParty")).Json.GetProperty("grants");
        var revoked = await Api.DeleteAsync($"{All}/{alice}/grants/g");

        Assert.Equal("OrgPortal", grants[0].GetProperty("application").GetProperty("name").GetString());
        Assert.Equal(0, others.GetArrayLength());
        Assert.Equal(204, revoked.Status);
        Assert.Empty(Api.State.Read(tables => tables.Sessions.Find("s")!.Authorizations));
    }

    [Theory]
    [InlineData("Totp", "short", null, "user.totp_secret_invalid")]
    [InlineData("Totp", "not base 32 at all!!!!!!", null, "user.totp_secret_invalid")]
    [InlineData("BackupCode", null, "0123456789", "user.wrong_backup_code_format")]
    public async Task Second_factors_have_a_form(string type, string? secret, string? code, string refusal)
    {
        var path = $"{All}/{Api.User("alice")}/mfa-verifications";
        if (type == "BackupCode")
        {
            await Api.PostAsync(path, new { type = "Totp" });
            Assert.Equal(refusal, (await Api.PostAsync(path, new { type, codes = new[] { code } })).Code);
        }
        else
        {
            Assert.Equal(refusal, (await Api.PostAsync(path, new { type, secret })).Code);
        }
    }

    [Fact]
    public async Task An_identity_elsewhere_belongs_to_one_person()
    {
        var identity = new { userId = "octocat", details = new { name = "Octo" }, more = "dropped" };

        var linked = await Api.PutAsync($"{All}/{Api.User("alice")}/identities/github", identity);
        var again = await Api.PutAsync($"{All}/{Api.User("alice")}/identities/github", identity);
        var other = await Api.PutAsync($"{All}/{Api.User("bob")}/identities/github", identity);

        Assert.Equal((201, """{"github":{"userId":"octocat","details":{"name":"Octo"}}}"""), (linked.Status, linked.Body));
        Assert.Equal(200, again.Status);
        Assert.Equal((422, "user.identity_already_in_use"), (other.Status, other.Code));
    }

    [Fact]
    public async Task What_is_too_long_trips_over_the_database()
    {
        var reply = await Api.PatchAsync($"{All}/{Api.User("alice")}", new { name = new string('x', 129) });

        Assert.Equal((422, "entity.value_too_long"), (reply.Status, reply.Code));
        Assert.Equal("guard.invalid_input", (await Api.PostAsync(All, new { avatar = "no address" })).Code);
    }

    private string Path(string username) => $"{All}/{Api.User(username)}";

    private async Task<int> CountAsync(string username, string what) =>
        (await Api.GetAsync($"{Path(username)}/{what}")).Json.GetProperty(what).GetArrayLength();

    private void SignIn(string username) => Api.State.Write(tables =>
    {
        var user = tables.Users.FindByUsername(username)!.Id;
        tables.Grants.Put(new Grant
        {
            Id = $"grant-{username}",
            AccountId = user,
            ClientId = "orgportal-web-dev",
            ExpiresAt = tables.Now + 1000,
        });
        tables.Sessions.Put(new Session
        {
            Uid = $"session-{username}",
            AccountId = user,
            ExpiresAt = tables.Now + 1000,
            Authorizations = System.Collections.Immutable.ImmutableDictionary<string, SessionAuthorization>.Empty
                .Add("orgportal-web-dev", new SessionAuthorization("sid", $"grant-{username}")),
        });
    });
}
