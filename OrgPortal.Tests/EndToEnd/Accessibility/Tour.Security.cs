using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Security;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <content>The required second factor.</content>
internal sealed partial class Tour
{
    private async Task SecondFactorAsync(IPage page)
    {
        Offer();
        var settings = Acme + "/settings/second-factor";
        var on = page.Locator("main input[role=switch]");
        await GoAsync(page, settings);
        await Expect(page.Locator("main .callout-title")).ToBeVisibleAsync();
        await look("second factor none offered", page);

        Offer("Totp", "WebAuthn");
        await GoAsync(page, settings);
        await Expect(on).ToBeEnabledAsync();
        await look("second factor uncounted", page);
        await on.CheckAsync();
        await Expect(page.Locator(".people-without .person").First).ToBeVisibleAsync();
        await look("second factor draft", page);
        await page.Locator(".people-act button").First.ClickAsync();
        await Expect(page.Locator(".reminded").First).ToBeVisibleAsync();
        await look("second factor reminded", page);
        await page.Locator(".card-foot .button-primary").First.ClickAsync();
        await DialogAsync(page, "second factor dialog require");

        Require(from: DateTimeOffset.UtcNow.AddDays(20));
        await GoAsync(page, settings);
        await Expect(page.Locator(".page-note")).ToBeVisibleAsync();
        await look("second factor planned", page);
        await GoAsync(page, Acme + "/second-factor");
        await Expect(page.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("second factor own", page);

        Require(isOn: true);
        await GoAsync(page, Acme + "/settings");
        await Expect(page.Locator("main .empty-state .button").Nth(1)).ToBeEnabledAsync();
        await look("second factor closed", page);
        Require(isOn: false);
    }

    private void Offer(params string[] factors)
    {
        portal.Logto.State.Write(tables => tables.SignInExperience = new SignInExperience(StateJson.Merged(
            tables.SignInExperience.Row, StateJson.Element(new { mfa = new { factors, policy = "NoPrompt", organizationRequiredMfaPolicy = "Mandatory" } }))));
        portal.Services.GetRequiredService<ISignInExperienceClient>().Forget();
    }

    // Past the portal, as nobody here could: whoever looks has no second factor.
    private void Require(bool isOn = false, DateTimeOffset? from = null)
    {
        var organization = OrganizationId.Parse(_organizations[SampleSeed.Organization], null);
        portal.Logto.State.Write(tables => tables.Organizations.Put(tables.Organizations.Find(organization.Value)! with { IsMfaRequired = isOn }));
        var plans = portal.Services.GetRequiredService<SecondFactorPlans>();
        var ana = new OrgPortal.Web.Authentication.Person(UserId.Parse(portal.Logto.State.Read(tables => tables.Users.FindByUsername("ana")!.Id), null), "Ana Ferreira", null, null, null);
        (from is { } day ? plans.SetAsync(organization, day, ana) : plans.RemoveAsync(organization)).GetAwaiter().GetResult();
        portal.Services.GetRequiredService<IOrganizationEvents>().Publish(new OrganizationChanged(organization));
    }
}
