using Microsoft.Playwright;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Web.Features.Machines;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <content>Machines, and the secret that is shown once.</content>
internal sealed partial class Tour
{
    private async Task MachinesAsync()
    {
        // Signed in just now: a secret is shown.
        var page = await SignInAsync("grace");
        await GoAsync(page, Acme + "/settings/machines");
        var make = page.Locator("main .empty-state .button-primary");
        await Expect(make).ToBeEnabledAsync();
        await look("machines empty", page);
        await make.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.Locator(".choice")).ToHaveCountAsync(1);
        await dialog.Locator("input.input").First.FillAsync(SampleSeed.LongPerson);
        await look("machines dialog new", page);
        await dialog.Locator(".dialog-foot .button-primary").ClickAsync();
        await Expect(dialog.Locator(".copyable")).ToHaveCountAsync(2);
        await look("machines dialog secret", page);
        await dialog.Locator(".dialog-foot .button-primary").ClickAsync();
        await Expect(page.Locator(".copyable.is-lines")).ToBeVisibleAsync();
        await Expect(page.Locator(".facts dd").Last).ToContainTextAsync(_words.Of<MachineText>("UseUnknown"));
        await look("machine", page);
        await ClickAsync(page, _words.Of<MachineText>("NewSecret"));
        await DialogAsync(page, "machine dialog new secret");
        await ClickAsync(page, _words.Of<MachineText>("Delete"));
        await DialogAsync(page, "machine dialog delete");
        await ClickAsync(page, _words.Of<MachineText>("SwitchOff"));
        await dialog.Locator(".dialog-foot .button-danger-filled").ClickAsync();
        await Expect(page.Locator("main .callout")).ToBeVisibleAsync();
        await look("machine off", page);
        portal.Logto.State.Write(tables =>
        {
            var theirs = tables.Applications.Put(new Application { Id = "providedmachine000001", Name = SampleSeed.ForeignPerson, Type = ApplicationType.MachineToMachine, CreatedAt = tables.Now });
            tables.ApplicationMembers.Add(_organizations[SampleSeed.Organization], [theirs.Id]);
        });
        await GoAsync(page, Acme + "/settings/machines");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await look("machines", page);
        await page.Context.CloseAsync();
    }
}
