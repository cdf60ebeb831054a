using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Webhooks;

namespace OrgPortal.Tests.Integration;

public sealed class LogtoWebhookTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private const string Membership = """{"event":"Organization.Membership.Updated","organizationId":"acme12345678","removedUserIds":["bob123456789"]}""";

    [Fact]
    public async Task A_signed_webhook_is_followed_and_a_replay_changes_nothing_more()
    {
        await using var portal = await StartAsync();
        var heard = new ConcurrentQueue<OrganizationEvent>();
        using var all = portal.Services.GetRequiredService<IOrganizationEvents>().SubscribeToAll(heard.Enqueue);

        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(portal, Membership));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(portal, Membership));

        var expected = new MembersChanged(OrganizationId.Parse("acme12345678"), UserId.Parse("bob123456789"));
        Assert.Equal([expected, expected], heard);
    }

    [Fact]
    public async Task Whoever_does_not_know_the_key_is_refused_without_a_reason()
    {
        await using var portal = await StartAsync();
        var heard = new ConcurrentQueue<OrganizationEvent>();
        using var all = portal.Services.GetRequiredService<IOrganizationEvents>().SubscribeToAll(heard.Enqueue);

        foreach (var signature in (string?[])[null, "", "00", new string('0', 64), new string('z', 64), Sign(Membership, "another key"), Sign(Membership + " ", Key)])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(portal, Membership, signature, isSigned: true));
        }

        Assert.Empty(heard);
    }

    [Fact]
    public async Task Without_a_key_there_is_no_such_address()
    {
        await using var portal = await PortalFactory.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(portal, Membership));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("""{"event":"Organization.Deleted"}""")]
    [InlineData("""{"event":"User.Deleted","params":{"userId":"../.."}}""")]
    public async Task Signed_nonsense_is_refused(string body)
    {
        await using var portal = await StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(portal, body));
    }

    [Fact]
    public async Task What_is_larger_than_anything_of_Logtos_is_not_read()
    {
        await using var portal = await StartAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(portal, new string('x', LogtoWebhookEndpoint.LargestBody + 1)));
    }

    [Fact]
    public async Task News_of_a_suspension_end_the_persons_sessions_unless_they_are_old()
    {
        await using var portal = await StartAsync();
        using var bob = await portal.SignInAsync("bob");
        var id = portal.Logto.State.Read(tables => tables.Users.FindByUsername("bob")!.Id);
        var news = $$$"""{"event":"User.SuspensionStatus.Updated","params":{"userId":"{{{id}}}"},"data":{"id":"{{{id}}}","isSuspended":true}}""";
        var barred = new ConcurrentQueue<TenantEvent>();
        using var all = portal.Services.GetRequiredService<ITenantEvents>().Subscribe(barred.Enqueue);

        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(portal, news));
        Assert.Contains("bob", (await bob.GoAsync(PortalFactory.PersonPath)).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(barred);

        portal.Logto.State.Write(tables => tables.SetSuspended(id, true));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(portal, news));
        Assert.NotNull((await bob.GoAsync(PortalFactory.PersonPath)).Document.QuerySelector("input[name=password]"));
        Assert.Equal([new PersonBarred(UserId.Parse(id))], barred);
    }

    [Fact]
    public async Task Logto_calls_a_portal_that_listens()
    {
        var options = new PortalFactoryOptions { Listens = true, Logto = logto => logto.WebhookSigningKey = Key };
        options.Settings["Logto:Webhooks:SigningKey"] = Key;
        await using var portal = await PortalFactory.StartAsync(options);
        var heard = new ConcurrentQueue<OrganizationEvent>();
        using var all = portal.Services.GetRequiredService<IOrganizationEvents>().SubscribeToAll(heard.Enqueue);
        var (acme, bob) = portal.Logto.State.Read(tables => (tables.Organizations.Where(one => one.Name == "Acme").Single().Id, tables.Users.FindByUsername("bob")!.Id));

        portal.Logto.State.Write(tables => tables.RemoveMember(acme, bob));

        await Eventually.TrueAsync(() => heard.Contains(new MembersChanged(OrganizationId.Parse(acme), UserId.Parse(bob))));
    }

    private static async Task<PortalFactory> StartAsync()
    {
        var options = new PortalFactoryOptions();
        options.Settings["Logto:Webhooks:SigningKey"] = Key;
        return await PortalFactory.StartAsync(options);
    }

    private static async Task<HttpStatusCode> PostAsync(PortalFactory portal, string body, string? signature = null, bool isSigned = false)
    {
        using var browser = portal.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Post, LogtoWebhookEndpoint.Path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("logto-signature-sha-256", isSigned ? signature : Sign(body, Key));
        using var answer = await browser.SendAsync(request);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
        return answer.StatusCode;
    }

    private static string Sign(string body, string key) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(body)));
}
