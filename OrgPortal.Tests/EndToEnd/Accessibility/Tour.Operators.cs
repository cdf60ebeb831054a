using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Web.Features.Operators;
using OrgPortal.Web.Store;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <content>The operators' console. Nobody surveys here: what a survey would have found is put there.</content>
internal sealed partial class Tour
{
    private async Task OperatorsAsync()
    {
        var page = await SignInAsync("alice");
        await GoAsync(page, OperatorPaths.Findings);
        await Expect(page.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("findings unsurveyed", page);
        await FindAsync();
        await GoAsync(page, OperatorPaths.Findings);
        await Expect(page.Locator(".finding-list > li")).ToHaveCountAsync(3);
        await look("findings", page);
        await GoAsync(page, OperatorPaths.Organizations);
        await Expect(page.Locator("tbody .bar-skeleton")).ToHaveCountAsync(0);
        await look("operators organizations", page);
        await ClickAsync(page, _words.Of<OperatorsText>("SuspendCreation"));
        await DialogAsync(page, "operators dialog suspend");
        await SuspendAsync();
        await GoAsync(page, OperatorPaths.Organizations + "?q=nothing-of-the-kind");
        await Expect(page.Locator("main .callout")).ToBeVisibleAsync();
        await Expect(page.Locator("main .empty-state")).ToBeVisibleAsync();
        await look("operators organizations suspended and none found", page);
        await GoAsync(page, "/?stay=1");
        await Expect(page.Locator("main .callout")).ToBeVisibleAsync();
        await look("home suspended", page);
        await LetGoOnAsync();
        await GoAsync(page, $"{OperatorPaths.Organizations}/{_organizations[SampleSeed.LongOrganization]}");
        await Expect(page.Locator("main .checks > li")).ToHaveCountAsync(2);
        await Expect(page.Locator("main .bar-skeleton")).ToHaveCountAsync(0);
        await look("operators organization", page);
        await GoAsync(page, OperatorPaths.Template);
        await Expect(page.Locator("main .checks > li, main .pill-line").First).ToBeVisibleAsync();
        await look("operators template", page);
        await page.Context.CloseAsync();
    }

    private async Task FindAsync()
    {
        var (now, extreme, acme) = (DateTimeOffset.UtcNow, _organizations[SampleSeed.LongOrganization], _organizations[SampleSeed.Organization]);
        await using var context = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        context.AddRange(
            new SurveyFinding { OrganizationId = extreme, OrganizationName = SampleSeed.LongOrganization, Kind = FindingKinds.WithoutRole, Subject = string.Empty, Number = 1, FoundAt = now, CheckedAt = now },
            new SurveyFinding { OrganizationId = extreme, OrganizationName = SampleSeed.LongOrganization, Kind = FindingKinds.SharedDomain, Subject = LongDomain, Number = 0, Others = acme, FoundAt = now, CheckedAt = now },
            new SurveyFinding { OrganizationId = acme, OrganizationName = SampleSeed.Organization, Kind = FindingKinds.SharedDomain, Subject = LongDomain, Number = 0, Others = extreme, FoundAt = now, CheckedAt = now });
        context.Add(new TenantSurvey { Run = "one", State = SurveyStates.Paused, StartedByName = SampleSeed.LongPerson, StartedAt = now.AddHours(-1), ChangedAt = now, NextPage = 2, Seen = 20, Total = 1200, WholeAt = now.AddDays(-1) });
        await context.SaveChangesAsync();
    }

    private const string LongDomain = "a-rather-long-domain-of-nobody-in-particular.example";

    private async Task SuspendAsync()
    {
        await using var context = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        context.Add(new CreationSuspension { Sentence = "We are moving " + new string('x', 60), SuspendedAt = DateTimeOffset.UtcNow, SuspendedById = "somebody", SuspendedByName = SampleSeed.LongPerson });
        await context.SaveChangesAsync();
    }

    private async Task LetGoOnAsync()
    {
        await using var context = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        await context.CreationSuspensions.ExecuteDeleteAsync();
    }
}
