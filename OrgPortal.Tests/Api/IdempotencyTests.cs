using System.Net;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Api.Idempotency;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Api;

/// <summary>What is sent twice is done once.</summary>
public sealed class IdempotencyTests
{
    private const string Key = "0b8f7c1e-create-globex";

    [Fact]
    public async Task The_same_request_with_the_same_key_is_answered_again_also_by_another_node_and_after_a_restart()
    {
        await using var portal = await PortalFactory.StartAsync();
        var token = new ApiForge(portal).Token("carol", null);
        using var client = portal.CreateClient();
        var first = await CreateAsync(client, token);
        var second = await CreateAsync(client, token);
        await using (var node = await PortalFactory.StartAsync(new PortalFactoryOptions { Beside = portal }))
        {
            using var other = node.CreateClient();
            var third = await CreateAsync(other, token);

            Assert.Equal(HttpStatusCode.Created, first.Status);
            Assert.Equal(string.Empty, first.Header("Idempotency-Replayed"));
            foreach (var again in new[] { second, third })
            {
                Assert.Equal((first.Status, first.Text, first.Header("Location"), first.Header("Content-Type"), "true"), (again.Status, again.Text, again.Header("Location"), again.Header("Content-Type"), again.Header("Idempotency-Replayed")));
            }
        }

        Assert.Equal(1, Count(portal, "Globex"));
    }

    [Fact]
    public async Task A_key_belongs_to_one_request_of_one_person()
    {
        await using var portal = await PortalFactory.StartAsync();
        var forge = new ApiForge(portal);
        using var client = portal.CreateClient();
        await CreateAsync(client, forge.Token("carol", null));

        var changed = await CreateAsync(client, forge.Token("carol", null), "Initech");
        var others = await CreateAsync(client, forge.Token("dave", null));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (changed.Status, changed.Code));
        Assert.Equal(HttpStatusCode.Created, others.Status);
        Assert.Equal((2, 0), (Count(portal, "Globex"), Count(portal, "Initech")));
    }

    [Fact]
    public async Task Of_many_at_once_one_is_done_and_the_others_are_told_to_wait()
    {
        await using var portal = await PortalFactory.StartAsync();
        var token = new ApiForge(portal).Token("carol", null);
        using var client = portal.CreateClient();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => CreateAsync(client, token)));

        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers, answer => Assert.True(answer.Status == HttpStatusCode.Created || (answer.Status == HttpStatusCode.Conflict && answer.Code == "idempotency_in_flight" && answer.Header("Retry-After") == "1"), answer.Text));
        Assert.Equal(1, Count(portal, "Globex"));
    }

    [Fact]
    public async Task A_refusal_frees_the_key()
    {
        await using var portal = await PortalFactory.StartAsync();
        var token = new ApiForge(portal).Token("carol", null);
        using var client = portal.CreateClient();

        var refused = await CreateAsync(client, token, " ");
        var corrected = await CreateAsync(client, token);

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_input", "required"), (refused.Status, refused.Code, refused.Json.GetProperty("errors").GetProperty("name")[0].GetString()));
        Assert.Equal(HttpStatusCode.Created, corrected.Status);
    }

    [Fact]
    public async Task When_logto_fails_in_the_middle_trying_again_finishes_with_one_organization()
    {
        await using var portal = await PortalFactory.StartAsync();
        var token = new ApiForge(portal).Token("carol", null);
        using var client = portal.CreateClient();
        portal.Logto.Faults.Add("POST /api/organizations/{id}/users/{userId}/roles 500");

        var broken = await CreateAsync(client, token);
        var again = await CreateAsync(client, token);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "interrupted_undone"), (broken.Status, broken.Code));
        Assert.NotEmpty(broken.Header("Retry-After"));
        Assert.Equal(HttpStatusCode.Created, again.Status);
        Assert.Equal(1, Count(portal, "Globex"));
    }

    [Fact]
    public async Task What_a_node_left_behind_when_it_died_is_taken_up_after_two_minutes_and_done_once()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Time = clock });
        var forge = new ApiForge(portal);
        using var client = portal.CreateClient();
        var first = await CreateAsync(client, forge.Token("carol", null));
        // The organization was made; the node died before it could keep its answer.
        await using (var context = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync())
        {
            await context.IdempotentRequests.ExecuteUpdateAsync(set => set.SetProperty(request => request.Answer, (byte[]?)null));
        }

        var early = await CreateAsync(client, forge.Token("carol", null));
        clock.Advance(IdempotencyStore.HeldFor);
        var late = await CreateAsync(client, forge.Token("carol", null));

        Assert.Equal(HttpStatusCode.Conflict, early.Status);
        Assert.Equal((HttpStatusCode.Created, first["id"]), (late.Status, late["id"]));
        Assert.Equal(1, Count(portal, "Globex"));
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("schlüssel")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        await using var portal = await PortalFactory.StartAsync();
        using var client = portal.CreateClient();

        var answer = await client.CallAsync(HttpMethod.Post, "/organizations", new ApiForge(portal).Token("carol", null), new { name = "Globex" }, (IdempotencyKey.Header, key));

        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_key_invalid"), (answer.Status, answer.Code));
        Assert.Equal(0, Count(portal, "Globex"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task The_store_knows_what_is_claimed_answered_reused_too_old_or_too_much(StoreProvider provider)
    {
        using var database = TestStore.Open(provider);
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var store = new IdempotencyStore(database, new EphemeralDataProtectionProvider(), clock);
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        async Task<IdempotencyClaim.Kinds> ClaimAsync(string fingerprint, Guid holder, string id = "one") => (await store.ClaimAsync(id, "ada", fingerprint, holder)).Kind;

        Assert.Equal(IdempotencyClaim.Kinds.Ours, await ClaimAsync("a", first));
        Assert.Equal(IdempotencyClaim.Kinds.InFlight, await ClaimAsync("a", second));
        Assert.Equal(IdempotencyClaim.Kinds.Reused, await ClaimAsync("b", second));

        clock.Advance(IdempotencyStore.HeldFor);
        Assert.Equal(IdempotencyClaim.Kinds.Ours, await ClaimAsync("a", second));
        // The first one comes back to life: it keeps nothing and frees nothing.
        await store.KeepAsync("one", first, new StoredAnswer(200, new Dictionary<string, string>(), Encoding.UTF8.GetBytes("late")));
        await store.ReleaseAsync("one", first);
        Assert.Equal(IdempotencyClaim.Kinds.InFlight, await ClaimAsync("a", Guid.NewGuid()));

        await store.KeepAsync("one", second, new StoredAnswer(201, new Dictionary<string, string> { ["ETag"] = "\"x\"" }, Encoding.UTF8.GetBytes("secret")));
        var claim = await store.ClaimAsync("one", "ada", "a", Guid.NewGuid());
        Assert.Equal((201, "secret", "\"x\""), (claim.Answer!.Status, Encoding.UTF8.GetString(claim.Answer.Body), claim.Answer.Headers["ETag"]));
        await using (var context = database.CreateDbContext())
        {
            Assert.DoesNotContain("secret", Encoding.UTF8.GetString((await context.IdempotentRequests.SingleAsync()).Answer!), StringComparison.Ordinal);
        }

        clock.Advance(IdempotencyStore.KeptFor);
        Assert.Equal(IdempotencyClaim.Kinds.Ours, await ClaimAsync("b", first));
        Assert.Equal(0, await store.RemoveOldAsync(default));
        clock.Advance(IdempotencyStore.KeptFor);
        Assert.Equal(1, await store.RemoveOldAsync(default));

        await using (var context = database.CreateDbContext())
        {
            context.IdempotentRequests.AddRange(Enumerable.Range(0, IdempotencyStore.MostPerPerson).Select(number => new IdempotentRequest
            {
                Id = $"{number}", UserId = "ada", Fingerprint = "a", Holder = first, HeldUntil = clock.GetUtcNow(), ExpiresAt = clock.GetUtcNow().AddHours(1),
            }));
            await context.SaveChangesAsync();
        }

        Assert.Equal(IdempotencyClaim.Kinds.TooMany, await ClaimAsync("a", first, "another"));
        Assert.Equal(IdempotencyClaim.Kinds.Ours, (await store.ClaimAsync("another", "bob", "a", first)).Kind);
    }

    private static Task<ApiAnswer> CreateAsync(HttpClient client, string token, string name = "Globex") =>
        client.CallAsync(HttpMethod.Post, "/organizations", token, new { name }, (IdempotencyKey.Header, Key));

    private static int Count(PortalFactory portal, string name) => portal.Logto.State.Read(tables => tables.Organizations.Count(organization => organization.Name == name));
}
