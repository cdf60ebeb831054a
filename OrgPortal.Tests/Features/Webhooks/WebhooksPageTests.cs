using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Webhooks;

namespace OrgPortal.Tests.Features.Webhooks;

/// <summary>The pages of webhooks over the real services; Alice, the administrator of Acme, looks at them unless somebody else is told.</summary>
public sealed class WebhooksPageTests : MudTestContext
{
    private readonly WebhookHouse _house = new();

    public WebhooksPageTests()
    {
        _house.AddTo(Services);
        Clock.SetUtcNow(_house.Clock.GetUtcNow());
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void A_webhook_is_made_and_its_secret_shown_until_the_dialog_goes()
    {
        var page = Open();
        page.Button("New webhook").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal(WebhookEventTypes.All.Count, Dialogs.FindAll(".checkbox").Count));
        Dialogs.Find("input[type='url']").Input(WebhookHouse.Url);
        Dialogs.FindAll(".checkbox")[4].Change(true);
        Dialogs.Button("Create webhook").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal("Copy the signing secret now", Dialogs.Find("[role=dialog] h2").Words()));
        var secret = Dialogs.Find(".copyable code").Words();
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Dialogs.Button("I have copied it").Click();

        Dialogs.WaitForAssertion(() => Assert.DoesNotContain(secret, Dialogs.Markup, StringComparison.Ordinal));
        Assert.Null(page.FindComponent<ShownWebhookSecretDialog>().Instance.Secret);
        var row = Assert.Single(_house.Rows());
        Assert.Equal(WebhookEventTypes.MemberJoined, row.EventTypes);
        Assert.EndsWith(WebhookPaths.One(_house.Acme, row.Id), Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_stands_at_its_field_and_the_dialog_stays()
    {
        var page = Open();
        page.Button("New webhook").Click();
        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.FindAll(".checkbox")));
        Dialogs.Find("input[type='url']").Input("http://10.0.0.1/");
        Dialogs.FindAll(".checkbox")[0].Change(true);
        Dialogs.Button("Create webhook").Click();

        Dialogs.WaitForAssertion(() => Assert.Single(Dialogs.FindAll(".field-error")));
        Assert.Empty(_house.Rows());
    }

    [Fact]
    public void Whoever_keeps_settings_and_sees_nobody_chooses_only_what_they_may_see()
    {
        _house.SignIn(_house.Ken);
        var page = Open();
        page.Button("New webhook").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal(WebhookEventTypes.All.Count - 1, Dialogs.FindAll(".checkbox[disabled]").Count));
    }

    [Fact]
    public void Whoever_signed_in_long_ago_proves_first_who_they_are()
    {
        Clock.Advance(TimeSpan.FromMinutes(11));
        var page = Open();
        page.Button("New webhook").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal("New webhook", Dialogs.Find(".dialog-head p").Words()));
        Assert.Empty(Dialogs.FindAll(".checkbox"));
    }

    [Fact]
    public void Somebody_without_the_right_reads_why()
    {
        _house.SignIn(_house.Bob);

        Assert.Equal("Webhooks are not for you to see", Open().Find(".empty-title").Words());
    }

    [Fact]
    public async Task The_log_follows_what_is_sent_and_shows_all_of_one()
    {
        var made = await MakeAsync();
        var page = OpenOne(made);
        Assert.Equal("Nothing was sent yet", page.Find(".empty-title").Words());
        page.Button("Send test event").Click();
        page.WaitForAssertion(() => Assert.Equal("Waiting", page.Find("tbody .pill").Words()));
        _house.Posts.Answer(WebhookHouse.Url, 503, body: "busy <b>now</b>");

        await RoundAsync();
        Services.GetRequiredService<IOrganizationEvents>().Publish(new WebhooksChanged(_house.Acme));

        page.WaitForAssertion(() => Assert.Equal("Not delivered", page.Find("tbody .pill").Words()));
        Assert.StartsWith("HTTP 503", page.Find("tbody .delivery-outcome").Words(), StringComparison.Ordinal);
        page.Button("Actions for Test event").Click();
        page.MenuItem("Details").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal(2, Dialogs.FindAll(".copyable").Count));
        Assert.Contains("webhook.test", Dialogs.FindAll(".copyable code")[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("busy <b>now</b>", Dialogs.FindAll(".copyable code")[1].TextContent);
    }

    [Fact]
    public async Task A_message_is_sent_again_from_its_row()
    {
        var made = await MakeAsync();
        _house.Posts.Answer(WebhookHouse.Url, 500);
        await _house.BobJoinsAsync();
        await RoundAsync();
        var page = OpenOne(made);
        Assert.Equal("Not arriving", page.Find(".pill").Words());
        _house.Posts.Answers.Clear();

        page.Button("Actions for Member joined").Click();
        page.MenuItem("Send now").Click();
        Toasts.WaitForAssertion(() => Assert.Contains("Member joined is being sent again", Toasts.Markup, StringComparison.Ordinal));
        await RoundAsync();
        Services.GetRequiredService<IOrganizationEvents>().Publish(new WebhooksChanged(_house.Acme));

        page.WaitForAssertion(() => Assert.Equal("Delivered", page.Find("tbody .pill").Words()));
        Assert.Equal(2, _house.Posts.Sent.Count);
    }

    [Fact]
    public async Task Another_secret_is_made_and_the_page_says_until_when_the_old_one_signs()
    {
        var made = await MakeAsync();
        var page = OpenOne(made);
        page.Button("New secret").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal(3, Dialogs.FindAll(".choice").Count));
        Dialogs.Button("Create secret").Click();

        Dialogs.WaitForAssertion(() => Assert.StartsWith("whsec_", Dialogs.Find(".copyable code").Words(), StringComparison.Ordinal));
        Dialogs.Button("I have copied it").Click();
        page.WaitForAssertion(() => Assert.Contains("signed with the old secret too", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Switching_off_and_deleting_ask_first()
    {
        var made = await MakeAsync();
        var page = OpenOne(made);
        page.Button("Switch off").Click();
        Dialogs.WaitForAssertion(() => Assert.Contains("Nothing is sent from now on", Dialogs.Markup, StringComparison.Ordinal));
        Dialogs.Button("Switch off").Click();
        page.WaitForAssertion(() => Assert.Equal("Switched off", page.Find(".callout-title").Words()));
        page.Button("Delete webhook").Click();
        Dialogs.WaitForAssertion(() => Assert.Contains("for good", Dialogs.Markup, StringComparison.Ordinal));
        Dialogs.Button("Delete webhook").Click();

        page.WaitForAssertion(() => Assert.EndsWith(WebhookPaths.All(_house.Acme), Navigation.Uri, StringComparison.Ordinal));
        Assert.Empty(_house.Rows());
    }

    [Fact]
    public async Task Another_organizations_webhook_is_not_there()
    {
        var made = await MakeAsync();
        _house.SignIn(_house.Greta);
        var page = Render<WebhookPage>(parameters => parameters.Add(one => one.OrganizationId, _house.Globex.Value).Add(one => one.WebhookId, made.Webhook));

        Assert.Equal("There is no such webhook", page.Find(".empty-title").Words());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _house.Dispose();
    }

    private async Task<ShownWebhookSecret> MakeAsync()
    {
        var made = (await Services.GetRequiredService<IWebhookService>().CreateAsync(_house.Acme, new WebhookForm(WebhookHouse.Url, null, [WebhookEventTypes.MemberJoined]))).Value;
        await RoundAsync();
        return made;
    }

    private async Task RoundAsync()
    {
        var courier = Services.GetRequiredService<WebhookCourier>();
        await courier.RunOnceAsync(CancellationToken.None);
        await courier.DrainAsync();
    }

    private IRenderedComponent<WebhooksPage> Open()
    {
        Navigation.NavigateTo(WebhookPaths.All(_house.Acme));
        return Render<WebhooksPage>(parameters => parameters.Add(page => page.OrganizationId, _house.Acme.Value).AddCascadingValue(Access()));
    }

    private IRenderedComponent<WebhookPage> OpenOne(ShownWebhookSecret webhook)
    {
        Navigation.NavigateTo(WebhookPaths.One(_house.Acme, webhook.Webhook));
        return Render<WebhookPage>(parameters => parameters.Add(page => page.OrganizationId, _house.Acme.Value).Add(page => page.WebhookId, webhook.Webhook).AddCascadingValue(Access()));
    }

    private OrganizationAccess Access()
    {
        var person = _house.User.Person!.Id;
        var rights = Services.GetRequiredService<IPermissionReader>().ReadRecentAsync(_house.Acme, person).GetAwaiter().GetResult().Value;
        return new OrganizationAccess(_house.Acme, "Acme", null, _house.Logto.RoleNamesOf(_house.Acme, person), [.. rights.Permissions]);
    }
}
