using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Webhooks;

namespace OrgPortal.Tests.Api;

/// <summary>Webhooks over HTTP, to a receiver on this machine, which checks what it gets with the secret that was shown.</summary>
public sealed class WebhookApiTests(ApiHouse house) : IClassFixture<ApiHouse>
{
    private (string Name, string Value) Proof => ("Identity-Proof", house.IdTokenOf("alice"));

    private string Webhooks => $"/organizations/{house.Acme}/webhooks";

    [Fact]
    public async Task What_is_done_over_HTTP_arrives_signed_at_the_receiver()
    {
        var got = new System.Collections.Concurrent.ConcurrentQueue<(string Id, string Second, string Signature, string Body)>();
        await using var receiver = Receiver(async (id, second, signature, body) => { got.Enqueue((id, second, signature, await body)); });
        await receiver.StartAsync();
        var made = await house.SendAsync("alice", HttpMethod.Post, Webhooks, new { url = receiver.Urls.Single() + "/in", eventTypes = new[] { "invitation.created", "invitation.revoked" }, description = "Directory" }, Proof);
        Assert.True(made.Status == HttpStatusCode.Created, made.Text);
        var one = $"{Webhooks}/{made["webhookId"]}";

        var invited = await house.SendAsync("alice", HttpMethod.Post, $"/organizations/{house.Acme}/invitations", new { emailAddress = "hooked@example.com", roleIds = new[] { house.MemberRole } });
        Assert.True(invited.Status == HttpStatusCode.OK || invited.Status == HttpStatusCode.Created, invited.Text);
        await Eventually.TrueAsync(() => !got.IsEmpty);

        var (id, second, signature, body) = got.Single();
        Assert.Equal(WebhookSecrets.Sign(made["secret"], id, long.Parse(second, null), body), signature);
        var data = JsonDocument.Parse(body).RootElement.GetProperty("data");
        Assert.Equal((house.Acme, invited["invitationId"], "hooked@example.com"), (data.GetProperty("organizationId").GetString(), data.GetProperty("invitationId").GetString(), data.GetProperty("emailAddress").GetString()));

        var log = one + "/deliveries";
        await Eventually.TrueAsync(async () => (await house.SendAsync("alice", HttpMethod.Get, log + "?state=delivered")).Json.GetProperty("items").GetArrayLength() == 1);
        var delivery = Assert.Single((await house.SendAsync("alice", HttpMethod.Get, log)).Json.GetProperty("items").EnumerateArray()).GetProperty("id").GetInt64();
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Post, $"{log}/{delivery}/replay")).Status);
        await Eventually.TrueAsync(() => got.Count == 2);
        Assert.Single(got.Select(message => message.Id).Distinct());
        Assert.Equal(body, (await house.SendAsync("alice", HttpMethod.Get, $"{log}/{delivery}"))["body"]);
        Assert.Equal(HttpStatusCode.Accepted, (await house.SendAsync("alice", HttpMethod.Post, one + "/tests")).Status);
        await Eventually.TrueAsync(() => got.Any(message => message.Body.Contains("webhook.test", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NoContent, (await house.SendAsync("alice", HttpMethod.Delete, one)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await house.SendAsync("alice", HttpMethod.Get, log)).Status);
    }

    [Fact]
    public async Task A_repeated_request_makes_no_second_webhook_and_shows_no_secret_again()
    {
        (string, string) key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var body = new { url = "http://127.0.0.1:9/once", eventTypes = new[] { "member.joined" } };
        var first = await house.SendAsync("alice", HttpMethod.Post, Webhooks, body, Proof, key);
        var again = await house.SendAsync("alice", HttpMethod.Post, Webhooks, body, Proof, key);

        Assert.Equal((HttpStatusCode.Created, first["webhookId"]), (again.Status, again["webhookId"]));
        Assert.Equal(JsonValueKind.Null, again.Json.GetProperty("secret").ValueKind);
        Assert.DoesNotContain(first["secret"], (await house.SendAsync("alice", HttpMethod.Get, Webhooks)).Text, StringComparison.Ordinal);
        await house.SendAsync("alice", HttpMethod.Delete, $"{Webhooks}/{first["webhookId"]}");
    }

    [Fact]
    public async Task What_cannot_be_is_said_by_field()
    {
        var answer = await house.SendAsync("alice", HttpMethod.Post, Webhooks, new { url = "https://10.0.0.1/", eventTypes = Array.Empty<string>() }, Proof);

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_input"), (answer.Status, answer.Code));
        Assert.Contains("no_public_address", answer.Text, StringComparison.Ordinal);
    }

    private static WebApplication Receiver(Func<string, string, string, Task<string>, Task> receive)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            await receive(context.Request.Headers["webhook-id"]!, context.Request.Headers["webhook-timestamp"]!, context.Request.Headers["webhook-signature"]!, reader.ReadToEndAsync());
            context.Response.StatusCode = 204;
        });
        return app;
    }
}
