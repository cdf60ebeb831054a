using System.Net;
using System.Security.Cryptography;
using System.Text;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class HookTests(ManagementFixture fixture) : ManagementTest(fixture)
{
    private static readonly string[] Listened =
    [
        "Organization.Created", "Organization.Deleted", "Organization.Data.Updated", "Organization.Membership.Updated",
        "User.SuspensionStatus.Updated", "PostSignIn",
    ];

    [Fact]
    public async Task A_delivery_is_signed_with_the_webhooks_key()
    {
        var hook = await ListenAsync();
        await Api.CreateOrganizationAsync("Initech");

        var delivery = await SingleAsync();

        Assert.Equal(
            Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(hook.Text("signingKey")), delivery.Body)),
            delivery.Signature);
        Assert.Equal(hook.Text("id"), delivery.Json.GetProperty("hookId").GetString());
    }

    [Fact]
    public async Task A_delivery_tells_of_the_call_without_the_prefix()
    {
        await ListenAsync();
        var acme = Api.Acme;
        await Api.PatchAsync($"/api/organizations/{acme}", new { name = "Acme Inc." });

        var json = (await SingleAsync()).Json;

        Assert.Equal("Organization.Data.Updated", json.GetProperty("event").GetString());
        Assert.Equal($"/organizations/{acme}", json.GetProperty("path").GetString());
        Assert.Equal("/organizations/:id", json.GetProperty("matchedRoute").GetString());
        Assert.Equal(acme, json.GetProperty("params").GetProperty("id").GetString());
        Assert.Equal(("PATCH", 200), (json.GetProperty("method").GetString(), json.GetProperty("status").GetInt32()));
        Assert.Equal("Acme Inc.", json.GetProperty("data").GetProperty("name").GetString());
        Assert.EndsWith("Z", json.GetProperty("createdAt").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_members_names_who_came_and_who_went()
    {
        await ListenAsync();
        await Api.PutAsync(Members, new { userIds = new[] { Api.User("alice"), Api.User("dave") } });

        var json = (await SingleAsync()).Json;

        Assert.Equal(Api.Acme, json.GetProperty("organizationId").GetString());
        Assert.Equal([Api.User("dave")], json.GetProperty("addedUserIds").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal([Api.User("bob")], json.GetProperty("removedUserIds").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public async Task A_change_that_changes_nothing_is_told_without_names()
    {
        await ListenAsync();
        await Api.PostAsync(Members, new { userIds = new[] { Api.User("alice") } });

        Assert.False((await SingleAsync()).Json.TryGetProperty("addedUserIds", out _));
    }

    [Fact]
    public async Task An_accepted_invitation_is_a_change_of_members()
    {
        var invitation = await InviteAsync();
        await ListenAsync();
        await Api.PutAsync(
            $"/api/organization-invitations/{invitation}/status",
            new { status = "Accepted", acceptedUserId = Api.User("dave") });

        var json = (await SingleAsync()).Json;

        Assert.Equal("Organization.Membership.Updated", json.GetProperty("event").GetString());
        Assert.Equal("/organization-invitations/:id/status", json.GetProperty("matchedRoute").GetString());
        Assert.Equal(Api.User("dave"), json.GetProperty("addedUserIds")[0].GetString());
    }

    [Fact]
    public async Task Roles_of_members_and_invitations_are_told_to_nobody()
    {
        await ListenAsync();
        await Api.PutAsync($"{Members}/{Api.User("bob")}/roles", new { organizationRoleIds = new[] { Api.Role("admin") } });
        await InviteAsync();
        await Api.Hooks.IdleAsync();

        Assert.Empty(Api.Receiver.Deliveries);
    }

    [Fact]
    public async Task A_refused_call_tells_nothing()
    {
        await ListenAsync();
        await Api.DeleteAsync("/api/organizations/nonexistent00");
        await Api.Hooks.IdleAsync();

        Assert.Empty(Api.Receiver.Deliveries);
    }

    [Fact]
    public async Task A_sign_in_is_told_at_once_and_without_a_call()
    {
        await ListenAsync();
        Api.State.Write(tables => tables.RecordSignIn(Api.User("alice"), "orgportal-web-dev"));

        var json = (await SingleAsync()).Json;

        Assert.Equal(("PostSignIn", "alice"), (json.GetProperty("event").GetString(), json.GetProperty("user").GetProperty("username").GetString()));
        Assert.False(json.TryGetProperty("path", out _));
    }

    [Fact]
    public async Task A_failed_delivery_is_noted_and_not_repeated()
    {
        var hook = await ListenAsync();
        Api.Receiver.Answer = HttpStatusCode.InternalServerError;
        await Api.CreateOrganizationAsync("Initech");
        await SingleAsync();

        var logs = await Api.GetAsync($"/api/hooks/{hook.Text("id")}/recent-logs");

        var log = Assert.Single(logs.Json.EnumerateArray());
        Assert.Equal("TriggerHook.Organization.Created", log.GetProperty("key").GetString());
        Assert.Equal("Error", log.GetProperty("payload").GetProperty("result").GetString());
        Assert.Equal(500, log.GetProperty("payload").GetProperty("response").GetProperty("statusCode").GetInt32());
    }

    [Fact]
    public async Task A_webhook_can_be_tried()
    {
        var hook = await ListenAsync();
        var test = new { events = new[] { "User.Created" }, config = new { url = "http://receiver.example/try" } };

        Assert.Equal(204, (await Api.PostAsync($"/api/hooks/{hook.Text("id")}/test", test)).Status);
        Assert.Equal("/try", Assert.Single(Api.Receiver.Deliveries).Address.AbsolutePath);
        Api.Receiver.Answer = HttpStatusCode.BadRequest;
        Assert.Equal(
            "hook.endpoint_responded_with_error", (await Api.PostAsync($"/api/hooks/{hook.Text("id")}/test", test)).Code);
    }

    [Fact]
    public async Task A_switched_off_webhook_is_silent()
    {
        var hook = await ListenAsync();
        await Api.PatchAsync($"/api/hooks/{hook.Text("id")}", new { enabled = false });
        await Api.CreateOrganizationAsync("Initech");
        await Api.Hooks.IdleAsync();

        Assert.Empty(Api.Receiver.Deliveries);
    }

    [Fact]
    public async Task A_deleted_organization_is_told_by_its_id_alone()
    {
        await ListenAsync();
        var acme = Api.Acme;
        await Api.DeleteAsync($"/api/organizations/{acme}");

        var json = (await SingleAsync()).Json;

        Assert.Equal(("Organization.Deleted", 204), (json.GetProperty("event").GetString(), json.GetProperty("status").GetInt32()));
        Assert.Equal(acme, json.GetProperty("params").GetProperty("id").GetString());
        Assert.False(json.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task A_suspension_is_told_with_the_answer_as_its_data()
    {
        await ListenAsync();
        var answer = await Api.PatchAsync($"/api/users/{Api.User("bob")}/is-suspended", new { isSuspended = true });

        Assert.Equal(answer.Body, (await SingleAsync()).Json.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task A_deleted_person_is_told_whole()
    {
        await Api.PostAsync("/api/hooks", new { name = "h", events = new[] { "User.Deleted" }, config = new { url = "http://receiver.example/hook" } });
        await Api.DeleteAsync($"/api/users/{Api.User("bob")}");

        Assert.Equal("bob", (await SingleAsync()).Json.GetProperty("data").GetProperty("username").GetString());
    }

    [Fact]
    public async Task Second_factors_and_identities_are_told_to_nobody()
    {
        await Api.PostAsync("/api/hooks", new { name = "h", events = new[] { "User.Data.Updated" }, config = new { url = "http://receiver.example/hook" } });
        await Api.PostAsync($"/api/users/{Api.User("bob")}/mfa-verifications", new { type = "Totp" });
        await Api.PutAsync($"/api/users/{Api.User("bob")}/identities/github", new { userId = "octocat" });
        await Api.Hooks.IdleAsync();

        Assert.Empty(Api.Receiver.Deliveries);
    }

    [Fact]
    public async Task Who_registers_is_told_as_that_and_not_as_a_sign_in()
    {
        await Api.PostAsync("/api/hooks", new { name = "h", events = new[] { "PostRegister", "PostSignIn" }, config = new { url = "http://receiver.example/hook" } });
        Api.State.Write(tables => tables.RecordSignIn(
            tables.Register(new NewUser { PrimaryEmail = "frank@example.com" }).Id, "orgportal-web-dev", isNew: true));

        var json = (await SingleAsync()).Json;

        Assert.Equal(("PostRegister", "Register"), (json.GetProperty("event").GetString(), json.GetProperty("interactionEvent").GetString()));
        Assert.Equal("orgportal-web-dev", json.GetProperty("application").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_trial_is_not_a_delivery()
    {
        var hook = await ListenAsync();
        await Api.PostAsync($"/api/hooks/{hook.Text("id")}/test", new { events = new[] { "User.Created" }, config = new { url = "http://receiver.example/try" } });

        Assert.Equal(0, (await Api.GetAsync($"/api/hooks/{hook.Text("id")}/recent-logs")).Count);
        Assert.Equal(0, (await Api.GetAsync("/api/hooks/nonexistent/recent-logs")).Count);
    }

    [Fact]
    public async Task A_webhook_listens_to_something()
    {
        var config = new { url = "http://receiver.example/hook" };

        Assert.Equal("hook.missing_events", (await Api.PostAsync("/api/hooks", new { name = "h", config })).Code);
        Assert.Equal("guard.invalid_input", (await Api.PostAsync("/api/hooks", new { name = "h", events = Array.Empty<string>(), config })).Code);
        Assert.Equal(
            ["User.Created"],
            (await Api.PostAsync("/api/hooks", new { name = "h", events = new[] { "User.Created", "User.Created" }, config })).Json
                .GetProperty("events").EnumerateArray().Select(name => name.GetString()));
    }

    private string Members => $"/api/organizations/{Api.Acme}/users";

    private Task<Reply> ListenAsync() => Api.PostAsync(
        "/api/hooks", new { name = "h", events = Listened, config = new { url = "http://receiver.example/hook" } });

    private async Task<HookDelivery> SingleAsync()
    {
        await Api.Hooks.IdleAsync();
        return Assert.Single(Api.Receiver.Deliveries);
    }

    private async Task<string> InviteAsync() => (await Api.PostAsync("/api/organization-invitations", new
    {
        organizationId = Api.Acme, invitee = "dave@example.com", expiresAt = Api.Now + 1000,
    })).Text("id");
}
