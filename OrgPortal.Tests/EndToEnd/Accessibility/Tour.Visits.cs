using OrgPortal.Web.Features.Visits;
using OrgPortal.Web.Logto;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <content>An operator goes inside, with as long a reason as there can be.</content>
internal sealed partial class Tour
{
    private async Task VisitsAsync()
    {
        // Signed in just now: nobody is asked to prove anything.
        var page = await SignInAsync("alice");
        var enter = VisitPaths.Enter(OrganizationId.Parse(_organizations[SampleSeed.LongOrganization], null));
        await GoAsync(page, enter);
        var submit = page.Locator("main form .button-primary");
        await Expect(submit).ToBeEnabledAsync();
        await submit.ClickAsync();
        await Expect(page.Locator("main .field-error")).ToBeVisibleAsync();
        await look("visit refused", page);
        await page.Locator("main textarea").FillAsync(SampleSeed.LongPerson + new string('x', VisitRules.LongestReason - SampleSeed.LongPerson.Length));
        await submit.ClickAsync();
        await Expect(page.Locator(".page-note .callout")).ToBeVisibleAsync();
        await look("visit inside", page);
        await GoAsync(page, enter);
        await Expect(page.Locator("main .callout")).ToBeVisibleAsync();
        await look("visit inside already", page);
        await ClickAsync(page, _words.Of<VisitsText>("Leave"));
        await Expect(page.Locator("main textarea")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
