using Microsoft.EntityFrameworkCore;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Webhooks;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Outbound;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Webhooks;

/// <summary>How what was done becomes messages, and how they are sent.</summary>
public sealed class WebhookCourierTests : IDisposable
{
    private readonly WebhookHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_was_done_is_told_once_to_whoever_wants_to_know_it(StoreProvider provider)
    {
        using var house = new WebhookHouse(provider);
        var made = await house.MakeAsync();
        await house.MakeAsync("https://quiet.example/", WebhookEventTypes.DomainVerified);
        await house.RecordAsync(AuditActions.UseJoinLink, house.Acme, "join_link", "l1", actor: house.Bob, outcome: AuditOutcomes.Begun);
        await house.RecordAsync(AuditActions.UseJoinLink, house.Acme, "join_link", "l1", actor: house.Bob, outcome: AuditOutcomes.Failed);
        await house.RecordAsync(AuditActions.UseJoinLink, house.Globex, "join_link", "l2", actor: house.Greta);
        await house.BobJoinsAsync();

        await house.CourierRoundAsync();
        await house.CourierRoundAsync();

        var sent = Assert.Single(house.Posts.Sent);
        Assert.Equal((WebhookHouse.Url, DeliveryState.Delivered), (sent.Url, Assert.Single(await house.LogAsync(made)).State));
        Assert.Equal(["webhook-id", "webhook-signature", "webhook-timestamp"], sent.Headers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(house.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), sent.Headers["webhook-timestamp"]);
        Assert.Equal(WebhookSecrets.Sign(made.Value, sent.Headers["webhook-id"], house.Clock.GetUtcNow().ToUnixTimeSeconds(), sent.Body), sent.Headers["webhook-signature"]);
        Assert.Equal($$$"""{"type":"member.joined","timestamp":"2026-11-23T10:00:00.000Z","data":{"organizationId":"{{{house.Acme}}}","actor":{"type":"person","id":"{{{house.Bob}}}"},"userId":"{{{house.Bob}}}","how":"join_link","roles":["member"]}}""", sent.Body);
        Assert.NotNull(Assert.Single(house.Rows(), row => row.Id == made.Webhook).DeliveredAt);
    }

    [Fact]
    public async Task Two_nodes_at_once_tell_nothing_twice_and_leave_nothing_out()
    {
        await _house.MakeAsync();
        for (var joined = 0; joined < 20; joined++)
        {
            await _house.BobJoinsAsync();
        }

        var other = new WebhookRelay(_house.Store, _house.Clock);
        await Task.WhenAll(_house.Get<WebhookRelay>().RunAsync(CancellationToken.None), other.RunAsync(CancellationToken.None));
        for (var round = 0; round < 10; round++)
        {
            await _house.CourierRoundAsync();
        }

        Assert.Equal((20, 20), (_house.Posts.Sent.Count, _house.Posts.Sent.Select(one => one.Headers["webhook-id"]).Distinct().Count()));
    }

    [Fact]
    public async Task What_nobody_wants_to_know_costs_no_write_until_it_is_much()
    {
        await _house.MakeAsync(WebhookHouse.Url, WebhookEventTypes.DomainVerified);
        await _house.BobJoinsAsync();
        await _house.CourierRoundAsync();
        Assert.Equal(0, Cursor());

        await _house.RecordAsync(AuditActions.VerifyDomain, _house.Acme, "domain", "acme.example");
        await _house.CourierRoundAsync();
        Assert.Equal((2L, 1), (Cursor(), _house.Posts.Sent.Count));

        long Cursor()
        {
            using var context = _house.Store.CreateDbContext();
            return context.WebhookCursors.Single().Sequence;
        }
    }

    [Fact]
    public async Task Of_what_was_before_nobody_is_told()
    {
        await _house.BobJoinsAsync();
        await _house.CourierRoundAsync();
        await _house.BobJoinsAsync();
        _house.Clock.Advance(TimeSpan.FromSeconds(1));

        await _house.MakeAsync();
        await _house.CourierRoundAsync();

        Assert.Empty(_house.Posts.Sent);
    }

    [Fact]
    public async Task What_does_not_arrive_is_sent_again_ever_more_rarely_for_three_days_with_the_same_id()
    {
        var made = await _house.MakeAsync();
        _house.Posts.Answer(WebhookHouse.Url, 503);
        await _house.BobJoinsAsync();
        var began = _house.Clock.GetUtcNow();
        var waits = new List<TimeSpan>();
        await _house.CourierRoundAsync();
        while (Assert.Single(await _house.LogAsync(made)) is { NextTryAt: { } next })
        {
            waits.Add(next - _house.Clock.GetUtcNow());
            await _house.CourierRoundAsync();
            _house.Clock.Advance(next - _house.Clock.GetUtcNow() + TimeSpan.FromMilliseconds(1));
            await _house.CourierRoundAsync();
        }

        var row = Assert.Single(await _house.LogAsync(made));
        Assert.Equal((DeliveryState.Failed, 10, 503), (row.State, row.Attempts, row.LastStatus));
        Assert.Equal(10, _house.Posts.Sent.Count);
        Assert.Single(_house.Posts.Sent.Select(one => one.Headers["webhook-id"]).Distinct());
        Assert.Equal(waits.Order(), waits);
        Assert.InRange((_house.Clock.GetUtcNow() - began).TotalDays, 2.7, 3.4);
        Assert.Equal(WebhookState.Troubled, (await _house.Service.GetAsync(_house.Acme, made.Webhook)).Value.State);
    }

    [Fact]
    public void Each_wait_is_longer_than_the_one_before_whatever_chance_adds_to_them() =>
        Assert.All(Enumerable.Range(1, WebhookSchedule.MostTries - 2), tries =>
            Assert.True(WebhookSchedule.DelayAfter(tries, null, 1) < WebhookSchedule.DelayAfter(tries + 1, null, 0)));

    [Fact]
    public async Task A_host_that_wants_to_be_left_alone_is_left_alone_but_not_for_ever()
    {
        var made = await _house.MakeAsync();
        _house.Posts.Answer(WebhookHouse.Url, 429, TimeSpan.FromHours(3));
        await _house.BobJoinsAsync();
        await _house.CourierRoundAsync();
        var asked = Assert.Single(await _house.LogAsync(made)).NextTryAt - _house.Clock.GetUtcNow();

        Assert.Equal(TimeSpan.FromHours(3), asked);
        Assert.Equal(TimeSpan.FromHours(24), WebhookSchedule.DelayAfter(1, TimeSpan.FromDays(400), 0.5));
        Assert.Equal(TimeSpan.FromSeconds(5), WebhookSchedule.DelayAfter(1, TimeSpan.FromSeconds(1), 0.5));
        Assert.Null(WebhookSchedule.DelayAfter(WebhookSchedule.MostTries, TimeSpan.FromSeconds(1), 0.5));
    }

    [Fact]
    public async Task An_address_that_is_gone_is_switched_off_at_once_and_administrators_are_told()
    {
        var made = await _house.MakeAsync();
        _house.Posts.Answer(WebhookHouse.Url, 410);
        await _house.BobJoinsAsync();
        await _house.BobJoinsAsync();
        await _house.CourierRoundAsync();

        Assert.Equal(WebhookState.Gone, (await _house.Service.GetAsync(_house.Acme, made.Webhook)).Value.State);
        Assert.All(await _house.LogAsync(made), row => Assert.Equal(DeliveryState.Failed, row.State));
        Assert.Equal([(NoticeKinds.WebhookGone, _house.Alice.Value)], _house.Told());
        Assert.Contains(_house.Audit.Records, record => (record.Action, record.Outcome) == (AuditActions.StopWebhook, "done"));
    }

    [Fact]
    public async Task An_address_that_fails_for_days_is_switched_off_and_administrators_are_told_once()
    {
        var made = await _house.MakeAsync();
        _house.Posts.Answer(WebhookHouse.Url, 500);
        for (var day = 0; day <= 5; day++)
        {
            await _house.BobJoinsAsync();
            await _house.CourierRoundAsync();
            Assert.Equal(day < 5 ? WebhookState.Troubled : WebhookState.Failing, (await _house.Service.GetAsync(_house.Acme, made.Webhook)).Value.State);
            _house.Clock.Advance(TimeSpan.FromDays(1));
            _house.SignIn(_house.Alice);
        }

        await _house.BobJoinsAsync();
        await _house.CourierRoundAsync();

        Assert.Equal([(NoticeKinds.WebhookFailing, _house.Alice.Value)], _house.Told());
        Assert.DoesNotContain(await _house.LogAsync(made), row => row.State == DeliveryState.Waiting);
    }

    [Fact]
    public async Task One_success_ends_the_trouble()
    {
        var made = await _house.MakeAsync();
        _house.Posts.Answer(WebhookHouse.Url, 500);
        await _house.BobJoinsAsync();
        await _house.CourierRoundAsync();
        _house.Posts.Answers.Clear();
        await _house.Service.TestAsync(_house.Acme, made.Webhook);
        await _house.CourierRoundAsync();

        Assert.Equal(WebhookState.On, (await _house.Service.GetAsync(_house.Acme, made.Webhook)).Value.State);
    }

    [Fact]
    public async Task A_test_is_sent_once_and_harms_nothing()
    {
        var made = await _house.MakeAsync();
        _house.Posts.Answer(WebhookHouse.Url, 410);
        await _house.Service.TestAsync(_house.Acme, made.Webhook);
        await _house.CourierRoundAsync();

        var row = Assert.Single(await _house.LogAsync(made));
        Assert.Equal((WebhookEventTypes.Test, true, DeliveryState.Failed, 1), (row.EventType, row.IsTest, row.State, row.Attempts));
        Assert.Equal(WebhookState.On, (await _house.Service.GetAsync(_house.Acme, made.Webhook)).Value.State);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_a_killed_node_had_taken_another_sends_again(StoreProvider provider)
    {
        using var house = new WebhookHouse(provider);
        var made = await house.MakeAsync();
        await house.BobJoinsAsync();
        await house.Get<WebhookRelay>().RunAsync(CancellationToken.None);
        var queue = house.Get<WebhookQueue>();
        var (id, _, due) = Assert.Single(await queue.ListAsync(false, [], 10, CancellationToken.None));
        var taken = await queue.TakeAsync(id, due);
        Assert.NotNull(taken);
        Assert.Null(await queue.TakeAsync(id, due));

        await house.CourierRoundAsync();
        Assert.Empty(house.Posts.Sent);
        house.Clock.Advance(WebhookQueue.Lease + TimeSpan.FromSeconds(1));
        await house.CourierRoundAsync();

        Assert.Single(house.Posts.Sent);
        Assert.Equal((DeliveryState.Delivered, 2), (Assert.Single(await house.LogAsync(made)).State, Assert.Single(await house.LogAsync(made)).Attempts));
        Assert.False(await queue.CompleteAsync(taken, new DeliveryAttempt(house.Clock.GetUtcNow(), 500, null, 1), null, DeliveryStates.Failed, null));
    }

    [Fact]
    public async Task Whoever_does_not_answer_holds_up_nobody_else()
    {
        var courier = _house.Get<WebhookCourier>();
        var hanging = new TaskCompletionSource<OutboundAnswer>();
        for (var slow = 0; slow < 3; slow++)
        {
            await _house.MakeAsync($"https://slow{slow}.example/");
            _house.Posts.Answers[$"https://slow{slow}.example/"] = () => hanging.Task;
        }

        for (var joined = 0; joined < 10; joined++)
        {
            await _house.BobJoinsAsync();
        }

        await courier.RunOnceAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => _house.Posts.Sent.Count == 12);
        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        _house.SignIn(_house.Alice);
        var made = (await _house.Service.CreateAsync(_house.Acme, new WebhookForm(WebhookHouse.Url, null, [WebhookEventTypes.MemberJoined]))).Value;
        await _house.BobJoinsAsync();
        await courier.RunOnceAsync(CancellationToken.None);

        await Eventually.TrueAsync(async () => Assert.Single(await _house.LogAsync(made)).State == DeliveryState.Delivered);
        Assert.Equal(4, _house.Posts.Sent.Count(one => one.Url == "https://slow0.example/"));
        hanging.SetResult(new OutboundAnswer(null, OutboundTrouble.Timeout));
        await courier.DrainAsync();
        Assert.All(_house.Rows().Where(row => row.Id != made.Webhook), row => Assert.NotNull(row.FailingSince));

        // In trouble, they have places of their own, one each. While they hang: what has failed makes room for the next at once.
        var hangingAgain = new TaskCompletionSource<OutboundAnswer>();
        for (var slow = 0; slow < 3; slow++)
        {
            _house.Posts.Answers[$"https://slow{slow}.example/"] = () => hangingAgain.Task;
        }

        var before = _house.Posts.Sent.Count;
        await courier.RunOnceAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => _house.Posts.Sent.Count == before + 3);
        hangingAgain.SetResult(new OutboundAnswer(null, OutboundTrouble.Timeout));
        await courier.DrainAsync();
        Assert.Equal(5, _house.Posts.Sent.Count(one => one.Url == "https://slow0.example/"));
    }

    [Fact]
    public async Task Webhooks_go_with_their_organization()
    {
        await _house.MakeAsync();
        var courier = _house.Get<WebhookCourier>();
        await courier.StartAsync(CancellationToken.None);

        await Eventually.TrueAsync(() => _house.Rows().Count == 0, () =>
        {
            _house.Events.Publish(new OrganizationDeleted(_house.Acme));
            _house.Clock.Advance(TimeSpan.FromSeconds(1));
        });
        await courier.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task What_was_told_long_ago_and_secrets_that_ended_are_taken_away()
    {
        var made = await _house.MakeAsync();
        await _house.Service.RotateSecretAsync(_house.Acme, made.Webhook, 1);
        await _house.BobJoinsAsync();
        await _house.CourierRoundAsync();
        _house.Clock.Advance(TimeSpan.FromDays(31));
        await _house.BobJoinsAsync();
        await _house.CourierRoundAsync();
        var upkeep = new WebhookUpkeep(_house.Store, Microsoft.Extensions.Options.Options.Create(new WebhookOptions()), _house.Clock);
        await upkeep.RunAsync(CancellationToken.None);

        await using var context = _house.Store.CreateDbContext();
        Assert.Equal(1, await context.WebhookDeliveries.CountAsync());
        Assert.Equal((null, null), (_house.Rows()[0].OldSecret, _house.Rows()[0].OldSecretEndsAt));
    }

    [Fact]
    public async Task A_secret_that_cannot_be_read_any_more_sends_nothing_and_says_so()
    {
        var made = await _house.MakeAsync();
        await using (var context = _house.Store.CreateDbContext())
        {
            await context.WebhookEndpoints.ExecuteUpdateAsync(set => set.SetProperty(e => e.Secret, "lost"));
        }

        await _house.BobJoinsAsync();
        await _house.CourierRoundAsync();

        Assert.Empty(_house.Posts.Sent);
        Assert.Equal(DeliveryTroubles.Secret, Assert.Single(await _house.LogAsync(made)).LastTrouble);
    }
}
