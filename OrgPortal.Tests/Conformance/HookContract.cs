using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using OrgPortal.Tests.LogtoEmulator.Management;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Conformance;

/// <summary>Deliveries reach a listener on this machine; a Logto on another one is not asked.</summary>
[Collection(ConformanceDefinition.Name)]
public sealed class HookContract(ContractHosts hosts)
{
    [Theory, Contract]
    public async Task A_webhook_has_a_key_that_can_be_renewed(string logto)
    {
        var api = await hosts.GetAsync(logto);
        var hook = await api.MadeAsync("api/hooks", Hook(api, "https://receiver.example", "Organization.Created"), 201);
        var path = $"api/hooks/{hook.Text("id")}";

        var renewed = await api.PatchAsync(path + "/signing-key", new { });

        Assert.Matches("^[A-Za-z0-9]{32}$", hook.Text("signingKey"));
        Assert.NotEqual(hook.Text("signingKey"), renewed.Text("signingKey"));
        Assert.Equal((400, "hook.missing_events"), Refusal(await api.PostAsync("api/hooks", new { name = "x", config = new { url = "https://receiver.example" } })));
        Assert.Equal((400, "guard.invalid_input"), Refusal(await api.PostAsync("api/hooks", Hook(api, "https://receiver.example", "Nothing.Happened"))));
        Assert.Equal(204, (await api.DeleteAsync(path)).Status);
        Assert.Equal((404, "entity.not_exists_with_id"), Refusal(await api.GetAsync(path)));
    }

    [Theory, Contract]
    public async Task Changes_of_an_organization_are_told_signed_and_with_who_came(string logto)
    {
        var api = await hosts.GetAsync(logto);
        if (!api.Endpoint.IsLoopback)
        {
            return;
        }

        await using var receiver = new Receiver();
        var hook = await api.MadeAsync("api/hooks", Hook(api, receiver.Url, "Organization.Created", "Organization.Membership.Updated", "Organization.Deleted"), 201);
        var user = await api.CreateUserAsync();

        var organization = await api.CreateOrganizationAsync();
        var created = await receiver.NextAsync();
        await api.AddMemberAsync(organization, user);
        var joined = await receiver.NextAsync();
        await api.DeleteAsync($"api/organizations/{organization}");
        var deleted = await receiver.NextAsync();

        Assert.Equal(("Organization.Created", "/organizations"), (created.Text("event"), created.Text("matchedRoute")));
        Assert.Equal(organization, created.Json.GetProperty("data").GetProperty("id").GetString());
        Assert.Equal((organization, user.Id), (joined.Text("organizationId"), joined.Json.GetProperty("addedUserIds")[0].GetString()));
        Assert.Equal(("Organization.Deleted", organization), (deleted.Text("event"), deleted.Json.GetProperty("params").GetProperty("id").GetString()));
        Assert.All(new[] { created, joined, deleted }, delivery => Assert.Equal(
            Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(hook.Text("signingKey")), delivery.Body)),
            delivery.Signature));
    }

    private static (int Status, string? Code) Refusal(Reply reply) => (reply.Status, reply.Code);

    private static object Hook(ContractHost api, string url, params string[] events) => new { name = api.Name("hook"), events, config = new { url } };

    private sealed record Delivery(byte[] Body, string? Signature)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;

        public string Text(string property) => Json.GetProperty(property).GetString()!;
    }

    /// <summary>Takes deliveries on a free port of this machine.</summary>
    private sealed class Receiver : IAsyncDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly Channel<Delivery> _deliveries = Channel.CreateUnbounded<Delivery>();
        private readonly Task _listening;

        public Receiver()
        {
            Url = $"http://localhost:{FreePort.Next()}/";
            _listener.Prefixes.Add(Url);
            _listener.Start();
            _listening = ListenAsync();
        }

        public string Url { get; }

        public async Task<Delivery> NextAsync()
        {
            using var patience = new CancellationTokenSource(Patience.Limit);
            return await _deliveries.Reader.ReadAsync(patience.Token);
        }

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _listening;
            _listener.Close();
        }

        private async Task ListenAsync()
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    _deliveries.Writer.TryWrite(new Delivery(body.ToArray(), context.Request.Headers["logto-signature-sha-256"]));
                    context.Response.StatusCode = 204;
                    context.Response.Close();
                }
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                _deliveries.Writer.TryComplete();
            }
        }
    }
}
