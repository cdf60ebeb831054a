using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class OrganizationInvitationTests(ManagementFixture fixture) : ManagementTest(fixture)
{
    private const string All = "/api/organization-invitations";
    private const long Day = 86_400_000;

    [Fact]
    public async Task A_new_invitation_mails_nobody()
    {
        var reply = await InviteAsync("new@example.com");

        Assert.Equal((201, "Pending"), (reply.Status, reply.Text("status")));
        Assert.Matches("^[a-z0-9]{21}$", reply.Text("id"));
        Assert.Empty(Mailbox);
    }

    [Fact]
    public async Task An_expiry_in_the_past_is_refused()
    {
        var reply = await InviteAsync("new@example.com", expiresAt: Api.Now - 1);

        Assert.Equal((400, "request.invalid_input"), (reply.Status, reply.Code));
        Assert.StartsWith("Input is invalid. ", reply.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_address_is_refused() =>
        Assert.Equal("guard.invalid_input", (await InviteAsync("not-an-email")).Code);

    [Fact]
    public async Task A_second_open_invitation_is_refused_only_in_the_same_case()
    {
        await InviteAsync("new@example.com");

        Assert.Equal("entity.unique_integrity_violation", (await InviteAsync("new@example.com")).Code);
        Assert.Equal(201, (await InviteAsync("New@example.com")).Status);
    }

    [Fact]
    public async Task A_member_cannot_be_invited_except_in_another_case()
    {
        var same = await InviteAsync("bob@example.com");

        Assert.Equal((422, "request.invalid_input"), (same.Status, same.Code));
        Assert.Equal(201, (await InviteAsync("BOB@example.com")).Status);
    }

    [Theory]
    [InlineData("organizationId")]
    [InlineData("inviterId")]
    [InlineData("organizationRoleIds")]
    public async Task What_does_not_exist_is_a_missing_key(string what)
    {
        var reply = await Api.PostAsync(All, new
        {
            organizationId = what == "organizationId" ? "nonexistent00" : Api.Acme,
            inviterId = what == "inviterId" ? "nonexistent00" : Api.User("alice"),
            organizationRoleIds = new[] { what == "organizationRoleIds" ? "nonexistent00" : Api.Role("member") },
            invitee = "new@example.com",
            expiresAt = Api.Now + Day,
        });

        Assert.Equal((422, "entity.relation_foreign_key_not_found"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task An_invitation_expires_by_itself_and_makes_room_for_another()
    {
        var id = (await InviteAsync("new@example.com")).Text("id");
        Api.Clock.Advance(TimeSpan.FromDays(8));

        Assert.Equal("Expired", (await Api.GetAsync($"{All}/{id}")).Text("status"));
        Assert.Equal("request.invalid_input", (await RevokeAsync(id)).Code);
        Assert.Equal(201, (await InviteAsync("new@example.com")).Status);
        Assert.Equal(["Pending", "Expired"], (await Api.GetAsync(All)).All("status"));
    }

    [Fact]
    public async Task Acceptance_makes_a_member_with_the_roles_whatever_the_case_of_the_address()
    {
        var id = (await InviteAsync("DAVE@example.com")).Text("id");

        var reply = await AcceptAsync(id, Api.User("dave"));

        Assert.Equal((200, "Accepted", Api.User("dave")), (reply.Status, reply.Text("status"), reply.Text("acceptedUserId")));
        Assert.Equal(["member"], (await Api.GetAsync($"/api/organizations/{Api.Acme}/users/{Api.User("dave")}/roles")).All("name"));
    }

    [Fact]
    public async Task Somebody_else_cannot_accept()
    {
        var id = (await InviteAsync("dave@example.com")).Text("id");

        var reply = await AcceptAsync(id, Api.User("erin"));

        Assert.Equal((422, "request.invalid_input"), (reply.Status, reply.Code));
        Assert.Equal("Pending", (await Api.GetAsync($"{All}/{id}")).Text("status"));
    }

    [Fact]
    public async Task Acceptance_names_a_user_that_exists()
    {
        var id = (await InviteAsync("dave@example.com")).Text("id");

        Assert.Equal((422, "request.invalid_input"), Outcome(await AcceptAsync(id, null)));
        Assert.Equal((404, "entity.not_found"), Outcome(await AcceptAsync(id, "nonexistent00")));
        Assert.Equal((400, "guard.invalid_input"), Outcome(await Api.PutAsync($"{All}/{id}/status", new { status = "Expired" })));
    }

    [Fact]
    public async Task An_ended_invitation_stays_as_it_is()
    {
        var accepted = (await InviteAsync("dave@example.com")).Text("id");
        await AcceptAsync(accepted, Api.User("dave"));
        var revoked = (await InviteAsync("erin@example.com")).Text("id");
        await RevokeAsync(revoked);

        Assert.Equal((422, "request.invalid_input"), Outcome(await AcceptAsync(accepted, Api.User("dave"))));
        Assert.Equal((422, "request.invalid_input"), Outcome(await RevokeAsync(accepted)));
        Assert.Equal((422, "request.invalid_input"), Outcome(await AcceptAsync(revoked, Api.User("erin"))));
    }

    [Fact]
    public async Task A_role_for_machines_is_accepted_in_an_invitation_and_fails_at_acceptance()
    {
        var id = (await InviteAsync("dave@example.com", role: "service")).Text("id");

        Assert.Equal((422, "entity.db_constraint_violated"), Outcome(await AcceptAsync(id, Api.User("dave"))));
        Assert.Equal("Pending", (await Api.GetAsync($"{All}/{id}")).Text("status"));
        Assert.Equal(0, (await Api.GetAsync($"/api/users/{Api.User("dave")}/organizations")).Count);
    }

    [Fact]
    public async Task A_message_is_filled_from_Logtos_own_variables_and_those_sent()
    {
        var id = (await InviteAsync("new@example.com")).Text("id");

        var reply = await Api.PostAsync($"{All}/{id}/message", new { link = "https://portal.example/i/1" });

        Assert.Equal(204, reply.Status);
        var message = Assert.Single(Mailbox);
        Assert.Equal(("new@example.com", "OrganizationInvitation"), (message.To, message.Type));
        Assert.Equal("Invitation to Acme", message.Subject);
        Assert.Contains("href=\"https://portal.example/i/1\"", message.Html, StringComparison.Ordinal);
        Assert.Equal("https://portal.example/i/1", message.Link);
    }

    [Fact]
    public async Task A_missing_variable_stays_as_it_is_written()
    {
        var id = (await InviteAsync("new@example.com")).Text("id");

        await Api.PostAsync($"{All}/{id}/message", new { });

        Assert.Contains("{{link}}", Assert.Single(Mailbox).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoked_invitations_are_mailed_too()
    {
        var id = (await InviteAsync("new@example.com")).Text("id");
        await RevokeAsync(id);

        Assert.Equal(204, (await Api.PostAsync($"{All}/{id}/message", new { link = "l" })).Status);
    }

    [Fact]
    public async Task The_eleventh_message_within_ten_minutes_is_one_too_many()
    {
        var id = (await InviteAsync("new@example.com")).Text("id");
        for (var number = 0; number < 10; number++)
        {
            Assert.Equal(204, (await Api.PostAsync($"{All}/{id}/message", new { link = "l" })).Status);
        }

        Assert.Equal((429, "request.message_rate_limited"), Outcome(await Api.PostAsync($"{All}/{id}/message", new { link = "l" })));
        Api.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(204, (await Api.PostAsync($"{All}/{id}/message", new { link = "l" })).Status);
    }

    [Fact]
    public async Task Codes_and_invitations_are_counted_apart()
    {
        var id = (await InviteAsync("new@example.com")).Text("id");
        for (var number = 0; number < 10; number++)
        {
            await Api.PostAsync("/api/verification-codes", new { email = "New@example.com" });
        }

        Assert.Equal((429, "request.message_rate_limited"), Outcome(await Api.PostAsync("/api/verification-codes", new { email = "new@example.com" })));
        Assert.Equal(204, (await Api.PostAsync($"{All}/{id}/message", new { link = "l" })).Status);
    }

    [Fact]
    public async Task Without_a_connector_an_invitation_with_a_message_is_not_made()
    {
        Api.State.Write(tables => tables.Connectors.RemoveWhere(_ => true));

        Assert.Equal((501, "connector.not_found"), Outcome(await InviteAsync("new@example.com", message: new { link = "l" })));
        Assert.Equal(0, (await Api.GetAsync(All)).Count);
        Assert.Equal(201, (await InviteAsync("new@example.com")).Status);
    }

    [Fact]
    public async Task Without_a_template_or_with_a_failing_connector_an_invitation_is_not_made()
    {
        var connector = (await Api.GetAsync("/api/connectors")).All("id").Single();
        await Api.PatchAsync($"/api/connectors/{connector}", new { config = new { templates = Array.Empty<object>() } });
        var missing = await InviteAsync("new@example.com", message: new { link = "l" });
        await Api.PutAsync("/api/email-templates", new
        {
            templates = new[] { new { languageTag = "en", templateType = "Generic", details = new { subject = "s", content = "c" } } },
        });
        await Api.PatchAsync($"/api/connectors/{connector}", new { config = new { fails = true } });
        var failing = await InviteAsync("new@example.com", message: new { link = "l" });

        Assert.Equal((400, "connector.template_not_found"), Outcome(missing));
        Assert.Equal((400, "connector.general"), Outcome(failing));
        Assert.Equal(0, (await Api.GetAsync(All)).Count);
    }

    [Fact]
    public async Task The_list_is_filtered_without_case_and_newest_first()
    {
        await InviteAsync("new@example.com");
        await InviteAsync("NEW@example.com");
        await InviteAsync("other@example.com");

        Assert.Equal(["NEW@example.com", "new@example.com"], (await Api.GetAsync($"{All}?invitee=New%40example.com")).All("invitee"));
        Assert.Equal(3, (await Api.GetAsync($"{All}?organizationId={Api.Acme}&status=Revoked")).Count);
        Assert.Equal(0, (await Api.GetAsync($"{All}?organizationId=nonexistent00")).Count);
    }

    [Fact]
    public async Task The_inviters_end_is_the_invitations_but_leaving_is_not()
    {
        await InviteAsync("new@example.com");

        await Api.DeleteAsync($"/api/organizations/{Api.Acme}/users/{Api.User("alice")}");
        Assert.Equal(1, (await Api.GetAsync(All)).Count);

        await Api.DeleteAsync($"/api/users/{Api.User("alice")}");
        Assert.Equal(0, (await Api.GetAsync(All)).Count);
    }

    [Fact]
    public async Task A_deleted_role_leaves_the_invitation_empty()
    {
        var id = (await InviteAsync("new@example.com")).Text("id");

        await Api.DeleteAsync($"/api/organization-roles/{Api.Role("member")}");

        Assert.Equal(0, (await Api.GetAsync($"{All}/{id}")).Json.GetProperty("organizationRoles").GetArrayLength());
    }

    private MailboxMessage[] Mailbox => Api.State.Read(tables => tables.Mailbox.ToArray());

    private static (int, string?) Outcome(Reply reply) => (reply.Status, reply.Code);

    private Task<Reply> InviteAsync(string invitee, string role = "member", long? expiresAt = null, object? message = null) =>
        Api.PostAsync(All, new
        {
            organizationId = Api.Acme,
            inviterId = Api.User("alice"),
            invitee,
            organizationRoleIds = new[] { Api.Role(role) },
            expiresAt = expiresAt ?? Api.Now + (7 * Day),
            messagePayload = message ?? false,
        });

    private Task<Reply> AcceptAsync(string id, string? userId) => Api.PutAsync(
        $"{All}/{id}/status",
        userId is null ? new { status = "Accepted" } : (object)new { status = "Accepted", acceptedUserId = userId });

    private Task<Reply> RevokeAsync(string id) => Api.PutAsync($"{All}/{id}/status", new { status = "Revoked" });
}
