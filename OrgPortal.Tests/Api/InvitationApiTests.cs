using System.Net;
using System.Text.Json;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Api;

/// <summary>Invitations over HTTP, from both sides.</summary>
public sealed class InvitationApiTests(ApiHouse house) : IClassFixture<ApiHouse>
{
    private string Invitations => $"/organizations/{house.Acme}/invitations";

    [Fact]
    public async Task An_invitation_is_made_mailed_listed_resent_revoked_restored_and_deleted()
    {
        var made = await InviteAsync("one@acme.example");
        var id = made["invitationId"];

        Assert.Equal((HttpStatusCode.Created, "sent"), (made.Status, made["outcome"]));
        Assert.Single(house.Portal.Logto.MailTo("one@acme.example"));
        Assert.Equal("pending", Assert.Single(await ItemsAsync("?search=ONE@acme&state=pending")).GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Post, $"{Invitations}/{id}/resend")).Status);
        Assert.Equal(2, house.Portal.Logto.MailTo("one@acme.example").Count);
        var link = await house.SendAsync("alice", HttpMethod.Post, $"{Invitations}/{id}/link");
        Assert.StartsWith("http://localhost:5080/invitation/", link["link"], StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "invitation_open"), StatusAndCode(await house.SendAsync("alice", HttpMethod.Delete, $"{Invitations}/{id}")));
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Post, $"{Invitations}/{id}/revoke")).Status);
        Assert.Equal((HttpStatusCode.Conflict, "invitation_ended"), StatusAndCode(await house.SendAsync("alice", HttpMethod.Post, $"{Invitations}/{id}/resend")));
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Post, $"{Invitations}/{id}/restore")).Status);
        var restored = Assert.Single(await ItemsAsync("?search=one@acme&state=pending")).GetProperty("id").GetString();
        await house.SendAsync("alice", HttpMethod.Post, $"{Invitations}/{restored}/revoke");
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Delete, $"{Invitations}/{restored}")).Status);
        foreach (var act in (string[])["create", "resend", "link", "revoke", "restore", "delete"])
        {
            Assert.Contains("done", await house.OutcomesAsync("invitation." + act));
        }
    }

    [Fact]
    public async Task What_stands_against_one_address_is_the_answer()
    {
        await InviteAsync("twice@acme.example");

        Assert.Equal((HttpStatusCode.Conflict, "already_invited"), StatusAndCode(await InviteAsync("Twice@acme.example")));
        Assert.Equal((HttpStatusCode.Conflict, "already_member"), StatusAndCode(await InviteAsync("bob@example.com")));
        var invalid = await InviteAsync("nobody");
        Assert.Equal("format", invalid.Json.GetProperty("errors").GetProperty("emailAddress")[0].GetString());
        var nothing = await house.SendAsync("alice", HttpMethod.Post, Invitations, new { });
        Assert.Equal(["required"], nothing.Json.GetProperty("errors").GetProperty("roleIds").EnumerateArray().Select(reason => reason.GetString()));
        var link = await house.SendAsync("alice", HttpMethod.Post, Invitations, new { emailAddress = "x@acme.example", roleIds = new[] { house.MemberRole }, note = "See https://elsewhere.example" });
        Assert.Equal("link", link.Json.GetProperty("errors").GetProperty("note")[0].GetString());
    }

    [Fact]
    public async Task Many_addresses_get_an_outcome_each()
    {
        string[] addresses = ["three@acme.example", "bob@example.com", "nobody", "open@acme.example"];

        var answer = await house.SendAsync("alice", HttpMethod.Post, Invitations + "/batch", new { emailAddresses = addresses, roleIds = new[] { house.MemberRole } });

        Assert.Equal(["sent", "already_member", "invalid", "already_invited"], answer.Json.EnumerateArray().Select(one => one.GetProperty("outcome").GetString()));
        Assert.Equal([null, "already_member", "invalid_input", "already_invited"], answer.Json.EnumerateArray().Select(one => one.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task The_same_key_invites_once()
    {
        (string, string) key = ("Idempotency-Key", "one-act");
        var body = new { emailAddress = "once@acme.example", roleIds = new[] { house.MemberRole } };

        var first = await house.SendAsync("alice", HttpMethod.Post, Invitations, body, key);
        var again = await house.SendAsync("alice", HttpMethod.Post, Invitations, body, key);

        Assert.Equal((HttpStatusCode.Created, first.Text), (again.Status, again.Text));
        Assert.Single(house.Portal.Logto.MailTo("once@acme.example"));
    }

    [Fact]
    public async Task An_expired_one_is_renewed()
    {
        var id = (await InviteAsync("late@acme.example"))["invitationId"];
        house.Portal.Logto.State.Write(tables => tables.Invitations.Put(tables.Invitations.Find(id)! with { ExpiresAt = tables.Now - 1 }));

        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Post, $"{Invitations}/{id}/renew")).Status);

        var renewed = Assert.Single(await ItemsAsync("?search=late@"));
        Assert.Equal("pending", renewed.GetProperty("state").GetString());
        Assert.NotEqual(id, renewed.GetProperty("id").GetString());
        Assert.Equal("done", (await house.OutcomesAsync("invitation.renew"))[0]);
    }

    [Fact]
    public async Task Counts_and_delivery_are_told()
    {
        var counts = await house.SendAsync("alice", HttpMethod.Get, Invitations + "/counts");

        Assert.True(counts.Json.GetProperty("pending").GetInt32() > 0);
        Assert.True((await house.SendAsync("alice", HttpMethod.Get, Invitations + "/delivery")).Json.GetProperty("canMail").GetBoolean());
    }

    [Fact]
    public async Task When_only_the_mail_fails_the_invitation_stands_and_says_so()
    {
        house.Portal.Logto.Faults.Add("POST /api/organization-invitations/{id}/message 500");

        var made = await InviteAsync("mail@acme.example");

        Assert.Equal((HttpStatusCode.Created, "mail_not_sent"), (made.Status, made["outcome"]));
        Assert.Equal("unavailable", Assert.Single(await ItemsAsync("?search=mail@")).GetProperty("notSentBecause").GetString());
    }

    [Fact]
    public async Task When_Logto_breaks_off_nobody_is_invited()
    {
        house.Portal.Logto.Faults.Add("POST /api/organization-invitations 500");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable"), StatusAndCode(await InviteAsync("broken@acme.example")));

        Assert.Empty(await ItemsAsync("?search=broken@"));
        Assert.Equal("failed", (await house.OutcomesAsync("invitation.create"))[0]);
    }

    [Fact]
    public async Task Whoever_is_invited_accepts_by_the_link()
    {
        await InviteAsync("dave@example.com");
        var token = TokenOf("dave@example.com");

        var mine = await house.SendAsync("dave", HttpMethod.Get, "/me/invitations");
        var byId = await house.SendAsync("dave", HttpMethod.Post, $"/me/invitations/{mine.Json.GetProperty("items")[0].GetProperty("id").GetString()}/accept");
        var foreign = await house.SendAsync("carol", HttpMethod.Post, "/me/invitations/link/accept", new { token });
        var accepted = await house.SendAsync("dave", HttpMethod.Post, "/me/invitations/link/accept", new { token });

        Assert.Equal("Acme", mine.Json.GetProperty("items")[0].GetProperty("organizationName").GetString());
        Assert.Equal((HttpStatusCode.Conflict, "link_required"), StatusAndCode(byId));
        Assert.Equal((HttpStatusCode.Conflict, "address_mismatch"), StatusAndCode(foreign));
        Assert.Equal((HttpStatusCode.OK, house.Acme), (accepted.Status, accepted["organizationId"]));
        Assert.True(house.IsMember(house.Acme, "dave"));
        Assert.Equal(["done", "denied"], await house.OutcomesAsync("invitation.accept"));
    }

    [Fact]
    public async Task Declining_tells_why()
    {
        await InviteAsync("erin@example.com");

        var declined = await house.SendAsync("erin", HttpMethod.Post, "/me/invitations/link/decline", new { token = TokenOf("erin@example.com"), reason = "I have moved on." });

        Assert.Equal(HttpStatusCode.NoContent, declined.Status);
        var invitation = Assert.Single(await ItemsAsync("?search=erin@"));
        Assert.Equal(("declined", "I have moved on."), (invitation.GetProperty("state").GetString(), invitation.GetProperty("declineReason").GetString()));
    }

    [Fact]
    public async Task What_somebody_sent_is_taken_over_and_revoked()
    {
        house.Join(house.Globex, "bob", house.AdministratorRole);
        var root = $"/organizations/{house.Globex}/invitations";
        await house.SendAsync("bob", HttpMethod.Post, root, new { emailAddress = "sent@globex.example", roleIds = new[] { house.MemberRole } });
        var inviter = new { inviterId = house.IdOf("bob") };

        Assert.Equal(1, (await house.SendAsync("dave", HttpMethod.Post, root + "/take-over", inviter)).Json.GetProperty("done").GetInt32());
        Assert.Equal(1, (await house.SendAsync("dave", HttpMethod.Post, root + "/revoke-sent", inviter)).Json.GetProperty("done").GetInt32());
        Assert.Equal("revoked", Assert.Single((await house.SendAsync("dave", HttpMethod.Get, root + "?search=sent@")).Json.GetProperty("items").EnumerateArray()).GetProperty("state").GetString());
    }

    private Task<ApiAnswer> InviteAsync(string address) => house.SendAsync("alice", HttpMethod.Post, Invitations, new { emailAddress = address, roleIds = new[] { house.MemberRole } });

    private async Task<IReadOnlyList<JsonElement>> ItemsAsync(string query) =>
        [.. (await house.SendAsync("alice", HttpMethod.Get, Invitations + query)).Json.GetProperty("items").EnumerateArray()];

    private string TokenOf(string address) => new Uri(house.Portal.Logto.MailTo(address)[^1].Link!).Segments[^1];

    private static (HttpStatusCode Status, string Code) StatusAndCode(ApiAnswer answer) => (answer.Status, answer.Code);
}
