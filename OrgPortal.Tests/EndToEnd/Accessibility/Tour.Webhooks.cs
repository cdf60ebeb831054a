using Microsoft.Playwright;
using OrgPortal.Web.Features.Webhooks;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <content>Webhooks, their secret that is shown once, and their log.</content>
internal sealed partial class Tour
{
    private async Task WebhooksAsync()
    {
        // Signed in just now: a secret is shown.
        var page = await SignInAsync("grace");
        await GoAsync(page, Acme + "/settings/webhooks");
        var make = page.Locator("main .empty-state .button-primary");
        await Expect(make).ToBeEnabledAsync();
        await look("webhooks empty", page);
        await make.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.Locator(".checkbox")).ToHaveCountAsync(WebhookEventTypes.All.Count);
        // Nobody listens there: the log shows what that looks like.
        await dialog.Locator("input.input").First.FillAsync("http://127.0.0.1:9/" + new string('a', 80));
        await dialog.Locator("input.input").Nth(1).FillAsync(SampleSeed.LongPerson);
        await dialog.Locator(".checkbox").First.CheckAsync();
        await look("webhooks dialog new", page);
        await dialog.Locator(".dialog-foot .button-primary").ClickAsync();
        await Expect(dialog.Locator(".copyable")).ToHaveCountAsync(1);
        await look("webhooks dialog secret", page);
        await dialog.Locator(".dialog-foot .button-primary").ClickAsync();
        await Expect(page.Locator(".danger-row")).ToHaveCountAsync(2);
        await ClickAsync(page, _words.Of<WebhookText>("SendTest"));
        await Expect(page.Locator("tbody .pill")).ToHaveTextAsync(_words.Of<WebhookText>("StateFailed"));
        await look("webhook", page);
        await page.Locator("tbody .cell-menu button").First.ClickAsync();
        await look("webhook menu", page);
        await page.GetByRole(AriaRole.Menuitem).First.ClickAsync();
        await Expect(dialog.Locator(".copyable")).ToHaveCountAsync(1);
        await look("webhook dialog delivery", page);
        await dialog.Locator(".dialog-foot .button-primary").ClickAsync();
        await ClickAsync(page, _words.Of<WebhookText>("NewSecret"));
        await DialogAsync(page, "webhook dialog new secret");
        await ClickAsync(page, _words.Of<WebhookText>("SwitchOff"));
        await dialog.Locator(".dialog-foot .button-danger-filled").ClickAsync();
        await Expect(page.Locator("main .callout")).ToBeVisibleAsync();
        await look("webhook off", page);
        await page.Context.CloseAsync();
    }
}
