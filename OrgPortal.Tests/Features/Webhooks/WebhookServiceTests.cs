using OrgPortal.Tests.Support;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Webhooks;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Webhooks;

public sealed class WebhookServiceTests : IDisposable
{
    private readonly WebhookHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_webhook_is_made_switched_on_with_a_secret_that_is_kept_encrypted(StoreProvider provider)
    {
        using var house = new WebhookHouse(provider);

        var made = (await house.Service.CreateAsync(house.Acme, new WebhookForm(" " + WebhookHouse.Url + " ", " Directory ", [WebhookEventTypes.MemberRemoved, WebhookEventTypes.MemberJoined]))).Value;

        Assert.StartsWith("whsec_", made.Value, StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(made.Value["whsec_".Length..]).Length);
        var row = Assert.Single((await house.Service.ListAsync(house.Acme)).Value.Webhooks);
        Assert.Equal((made.Webhook, WebhookHouse.Url, "Directory", WebhookState.On, "Alice Adams"), (row.Id, row.Url, row.Description, row.State, row.CreatedBy));
        Assert.Equal([WebhookEventTypes.MemberJoined, WebhookEventTypes.MemberRemoved], row.EventTypes);
        Assert.DoesNotContain(made.Value["whsec_".Length..], Assert.Single(house.Rows()).Secret, StringComparison.Ordinal);
        Assert.IsType<WebhooksChanged>(Assert.Single(house.Events.Published));
        var record = Assert.Single(house.Audit.Records);
        Assert.Equal((AuditActions.CreateWebhook, "done", "hooks.acme.example"), (record.Action, record.Outcome, record.Act.TargetName));
        Assert.DoesNotContain(made.Value, row.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_and_no_address_beyond_its_host_is_on_record()
    {
        var made = await _house.MakeAsync();
        await _house.Service.ChangeAsync(_house.Acme, made.Webhook, new WebhookForm("https://other.example/?key=loud", null, [WebhookEventTypes.MemberJoined]));
        var second = (await _house.Service.RotateSecretAsync(_house.Acme, made.Webhook, 24)).Value;
        await _house.Service.TestAsync(_house.Acme, made.Webhook);
        await _house.Service.SwitchAsync(_house.Acme, made.Webhook, false);
        await _house.Service.DeleteAsync(_house.Acme, made.Webhook);

        Assert.Equal(
            [AuditActions.CreateWebhook, AuditActions.ChangeWebhook, AuditActions.RotateWebhookSecret, AuditActions.TestWebhook, AuditActions.SwitchWebhook, AuditActions.DeleteWebhook],
            _house.Audit.Records.Select(record => record.Action));
        var told = string.Join('\n', _house.Audit.Records.Select(record => System.Text.Json.JsonSerializer.Serialize(record.Act))) + made + second;
        Assert.All((string[])[made.Value, second.Value, "quiet", "loud"], quiet => Assert.DoesNotContain(quiet, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_has_told_what_they_may_not_see_themselves()
    {
        _house.SignIn(_house.Ken);
        var terms = (await _house.Service.GetTermsAsync(_house.Acme)).Value;

        var above = await _house.Service.CreateAsync(_house.Acme, new WebhookForm(WebhookHouse.Url, null, [WebhookEventTypes.SettingsChanged, WebhookEventTypes.MemberJoined]));
        var within = await _house.Service.CreateAsync(_house.Acme, new WebhookForm(WebhookHouse.Url, null, [WebhookEventTypes.SettingsChanged]));

        Assert.Equal([WebhookEventTypes.SettingsChanged], terms.EventTypes.Where(type => type.CanChoose).Select(type => type.Name));
        Assert.Equal(new Refused(RefusalReasons.EventNotVisible, WebhookEventTypes.MemberJoined), above.Failure);
        Assert.Null(within.Failure);
        Assert.Equal(["denied", "done"], _house.Audit.Records.Select(record => record.Outcome));
    }

    [Fact]
    public async Task What_a_webhook_is_told_already_stays_but_goes_nowhere_else_by_somebody_who_may_not_see_it()
    {
        var made = await _house.MakeAsync();
        var all = (await _house.Service.GetAsync(_house.Acme, made.Webhook)).Value.EventTypes;
        _house.SignIn(_house.Ken);

        var described = await _house.Service.ChangeAsync(_house.Acme, made.Webhook, new WebhookForm(WebhookHouse.Url, "Another", all));
        var moved = await _house.Service.ChangeAsync(_house.Acme, made.Webhook, new WebhookForm("https://ken.example/", "Another", all));
        await _house.Service.SwitchAsync(_house.Acme, made.Webhook, false);
        var on = await _house.Service.SwitchAsync(_house.Acme, made.Webhook, true);

        Assert.Null(described.Failure);
        Assert.IsType<Refused>(moved.Failure);
        Assert.IsType<Refused>(on.Failure);
        Assert.Equal(WebhookHouse.Url, Assert.Single(_house.Rows()).Url);
    }

    [Fact]
    public async Task Whoever_has_not_proved_lately_who_they_are_is_shown_no_secret_and_sends_nothing_elsewhere()
    {
        var made = await _house.MakeAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(11));
        var form = new WebhookForm("https://elsewhere.example/", null, [WebhookEventTypes.MemberJoined]);

        Assert.IsType<ReauthenticationRequired>((await _house.Service.CreateAsync(_house.Acme, form)).Failure);
        Assert.IsType<ReauthenticationRequired>((await _house.Service.RotateSecretAsync(_house.Acme, made.Webhook, 0)).Failure);
        Assert.IsType<ReauthenticationRequired>((await _house.Service.ChangeAsync(_house.Acme, made.Webhook, form)).Failure);
        Assert.Null((await _house.Service.ChangeAsync(_house.Acme, made.Webhook, form with { Url = WebhookHouse.Url })).Failure);
        Assert.Equal(WebhookHouse.Url, Assert.Single(_house.Rows()).Url);
    }

    [Fact]
    public async Task A_webhook_of_another_organization_is_not_there()
    {
        var made = await _house.MakeAsync();
        await _house.Service.TestAsync(_house.Acme, made.Webhook);
        var delivery = Assert.Single(await _house.LogAsync(made)).Id;
        _house.SignIn(_house.Greta);
        var form = new WebhookForm(WebhookHouse.Url, null, [WebhookEventTypes.MemberJoined]);

        Failure?[] failures =
        [
            (await _house.Service.GetAsync(_house.Globex, made.Webhook)).Failure,
            (await _house.Service.ChangeAsync(_house.Globex, made.Webhook, form)).Failure,
            (await _house.Service.SwitchAsync(_house.Globex, made.Webhook, false)).Failure,
            (await _house.Service.DeleteAsync(_house.Globex, made.Webhook)).Failure,
            (await _house.Service.RotateSecretAsync(_house.Globex, made.Webhook, 0)).Failure,
            (await _house.Service.TestAsync(_house.Globex, made.Webhook)).Failure,
            (await _house.Service.ListDeliveriesAsync(_house.Globex, made.Webhook, new DeliveryQuery())).Failure,
            (await _house.Service.GetDeliveryAsync(_house.Globex, made.Webhook, delivery)).Failure,
            (await _house.Service.ReplayAsync(_house.Globex, made.Webhook, delivery)).Failure,
        ];

        Assert.All(failures, failure => Assert.IsType<NotFound>(failure));
        Assert.Equal(WebhookStates.On, Assert.Single(_house.Rows()).State);
    }

    [Fact]
    public async Task A_delivery_of_another_webhook_is_not_there()
    {
        var (one, other) = (await _house.MakeAsync(), await _house.MakeAsync("https://other.example/"));
        var delivery = (await _house.Service.TestAsync(_house.Acme, one.Webhook)).Value.Id;

        Assert.IsType<NotFound>((await _house.Service.GetDeliveryAsync(_house.Acme, other.Webhook, delivery)).Failure);
        Assert.IsType<NotFound>((await _house.Service.ReplayAsync(_house.Acme, other.Webhook, delivery)).Failure);
    }

    [Fact]
    public async Task What_cannot_go_on_record_or_be_allowed_by_Logto_is_not_done()
    {
        var made = await _house.MakeAsync();
        _house.Audit.IsDown = true;
        Assert.IsType<Unavailable>((await _house.Service.CreateAsync(_house.Acme, new WebhookForm("https://other.example/", null, [WebhookEventTypes.MemberJoined]))).Failure);
        Assert.IsType<Unavailable>((await _house.Service.DeleteAsync(_house.Acme, made.Webhook)).Failure);
        Assert.IsType<Unavailable>((await _house.Service.TestAsync(_house.Acme, made.Webhook)).Failure);
        _house.Audit.IsDown = false;
        _house.Logto.Calls.FailNext(new OrgPortal.Web.Logto.LogtoUnreachableException("test"), 100);
        Assert.IsType<Unavailable>((await _house.Service.DeleteAsync(_house.Acme, made.Webhook)).Failure);

        Assert.Single(_house.Rows());
    }

    [Fact]
    public async Task More_webhooks_and_more_tests_than_allowed_are_refused()
    {
        using var house = new WebhookHouse(("Portal:Webhooks:PerOrganization", "1"));
        var made = await house.MakeAsync();

        var second = await house.Service.CreateAsync(house.Acme, new WebhookForm("https://other.example/", null, [WebhookEventTypes.MemberJoined]));
        for (var test = 0; test < WebhookOptions.MostTestsAMinute; test++)
        {
            Assert.Null((await house.Service.TestAsync(house.Acme, made.Webhook)).Failure);
        }

        Assert.Equal("webhooks_per_organization", second.Failure!.Code);
        Assert.Equal("webhook_tests", (await house.Service.TestAsync(house.Acme, made.Webhook)).Failure!.Code);
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null((await house.Service.TestAsync(house.Acme, made.Webhook)).Failure);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_form_is_said_at_once()
    {
        _house.Posts.Inside.Add("inside.acme.example");

        var wrong = await _house.Service.CreateAsync(_house.Acme, new WebhookForm("https://inside.acme.example/", new string('x', 257), ["member.vanished"]));

        Assert.Equal(
            [("url", "no_public_address"), ("description", "too_long"), ("eventTypes", "unknown")],
            Assert.IsType<Invalid>(wrong.Failure).Fields.Select(field => (field.Field, field.Reason)));
    }

    [Fact]
    public async Task Messages_carry_two_signatures_until_the_old_secret_ends()
    {
        var made = await _house.MakeAsync();
        var second = (await _house.Service.RotateSecretAsync(_house.Acme, made.Webhook, 24)).Value;
        await _house.BobJoinsAsync();
        await _house.CourierRoundAsync();
        _house.Clock.Advance(TimeSpan.FromHours(25));
        await _house.BobJoinsAsync();
        await _house.CourierRoundAsync();

        Assert.Equal(_house.Clock.GetUtcNow().AddHours(-1), second.OldEndsAt);
        Assert.Equal(Signatures(_house.Posts.Sent[0], second.Value, made.Value), _house.Posts.Sent[0].Headers["webhook-signature"]);
        Assert.Equal(Signatures(_house.Posts.Sent[1], second.Value), _house.Posts.Sent[1].Headers["webhook-signature"]);
        Assert.Equal(2, _house.Posts.Sent.Select(one => one.Headers["webhook-id"]).Distinct().Count());
    }

    [Fact]
    public async Task Switched_off_nothing_is_told_and_what_waits_is_dropped_and_can_be_sent_by_hand()
    {
        var made = await _house.MakeAsync();
        _house.Posts.Answer(WebhookHouse.Url, 500);
        await _house.BobJoinsAsync();
        await _house.CourierRoundAsync();
        await _house.Service.SwitchAsync(_house.Acme, made.Webhook, false);
        await _house.BobJoinsAsync();
        await _house.CourierRoundAsync();

        var dropped = Assert.Single(await _house.LogAsync(made));
        Assert.Equal((DeliveryState.Failed, DeliveryTroubles.SwitchedOff, null), (dropped.State, dropped.LastTrouble, dropped.NextTryAt));
        Assert.Equal("webhook_off", (await _house.Service.ReplayAsync(_house.Acme, made.Webhook, dropped.Id)).Failure!.Code);

        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await _house.Service.SwitchAsync(_house.Acme, made.Webhook, true)).Failure);
        _house.Posts.Answer(WebhookHouse.Url, 200, body: "thanks");
        Assert.Null((await _house.Service.ReplayAsync(_house.Acme, made.Webhook, dropped.Id)).Failure);
        await _house.CourierRoundAsync();

        var details = (await _house.Service.GetDeliveryAsync(_house.Acme, made.Webhook, dropped.Id)).Value;
        Assert.Equal((DeliveryState.Delivered, 200, 2, "thanks"), (details.Row.State, details.Row.LastStatus, details.Row.Attempts, details.Response));
        Assert.Equal([200, 500], details.Attempts.Select(attempt => attempt.Status!.Value));
        Assert.Single(_house.Posts.Sent.Select(one => one.Headers["webhook-id"]).Distinct());
    }

    [Fact]
    public async Task A_message_is_shown_only_to_whoever_may_see_what_it_tells_of()
    {
        var made = await _house.MakeAsync();
        await _house.BobJoinsAsync();
        await _house.CourierRoundAsync();
        var delivery = Assert.Single(await _house.LogAsync(made)).Id;

        Assert.Contains(_house.Bob.Value, (await _house.Service.GetDeliveryAsync(_house.Acme, made.Webhook, delivery)).Value.Body!, StringComparison.Ordinal);
        _house.SignIn(_house.Ken);
        Assert.Null((await _house.Service.GetDeliveryAsync(_house.Acme, made.Webhook, delivery)).Value.Body);
        Assert.IsType<Refused>((await _house.Service.ReplayAsync(_house.Acme, made.Webhook, delivery)).Failure);
    }

    [Fact]
    public async Task The_log_is_read_page_by_page_and_by_what_became_of_it()
    {
        var made = await _house.MakeAsync();
        for (var joined = 0; joined < IWebhookService.PageSize + 5; joined++)
        {
            await _house.BobJoinsAsync();
        }

        await _house.CourierRoundAsync();
        var first = (await _house.Service.ListDeliveriesAsync(_house.Acme, made.Webhook, new DeliveryQuery())).Value;
        var second = (await _house.Service.ListDeliveriesAsync(_house.Acme, made.Webhook, new DeliveryQuery(Before: first.Next))).Value;
        var failed = (await _house.Service.ListDeliveriesAsync(_house.Acme, made.Webhook, new DeliveryQuery(DeliveryState.Failed))).Value;

        Assert.Equal((IWebhookService.PageSize, 5, null), (first.Rows.Count, second.Rows.Count, second.Next));
        Assert.Empty(first.Rows.Select(row => row.Id).Intersect(second.Rows.Select(row => row.Id)));
        Assert.Empty(failed.Rows);
    }

    private static string Signatures(FakePosts.Posted posted, params string[] secrets) => string.Join(
        ' ', secrets.Select(secret => WebhookSecrets.Sign(secret, posted.Headers["webhook-id"], long.Parse(posted.Headers["webhook-timestamp"], null), posted.Body)));
}
