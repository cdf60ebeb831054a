using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Web.Features.EnterpriseSignIn;
using OrgPortal.Web.Store;
using static Microsoft.Playwright.Assertions;

namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <content>Connections to identity providers: all of them, one that is set up step by step, and one that is open.</content>
internal sealed partial class Tour
{
    private async Task EnterpriseSignInAsync()
    {
        // Signed in just now, so that nobody is asked to prove anything.
        var page = await SignInAsync("grace");
        await GoAsync(page, Acme + "/settings/sso");
        var begin = page.Locator("main .empty-state .button-primary");
        await Expect(begin).ToBeEnabledAsync();
        await look("enterprise sign-in empty", page);
        await begin.ClickAsync();
        await DialogAsync(page, "enterprise sign-in dialog new");

        var now = DateTimeOffset.UtcNow;
        var draft = await KeepAsync("0draft000000", ConnectionStates.Draft, ConnectionStates.Oidc, SampleSeed.LongPerson[..60], row =>
            (row.TrialId, row.TrialBegunAt, row.TrialEndedAt, row.TrialFound, row.TrialAddress) = (Guid.NewGuid(), now, now, "other_domain", "grace@elsewhere.example"));
        var open = await KeepAsync("0open0000000", ConnectionStates.Active, ConnectionStates.Saml, "SAML", row =>
            (row.SignInUrl, row.CertificateEndsAt) = ("https://login.example.com/" + new string('a', 80), now.AddDays(9)));
        portal.Logto.State.Write(tables =>
        {
            var theirs = tables.SsoConnectors.Put(new SsoConnector { Id = "0theirs00000", ProviderName = "Okta", ConnectorName = SampleSeed.ForeignPerson, Domains = ["corp.example.com"] });
            var organization = _organizations[SampleSeed.Organization];
            return tables.JustInTime.Put((tables.JustInTime.Find(organization) ?? new JustInTimeSettings(organization)) with { SsoConnectorIds = ["0open0000000", theirs.Id] });
        });
        await GoAsync(page, Acme + "/settings/sso");
        await Expect(page.Locator(".list li")).ToHaveCountAsync(3);
        await look("enterprise sign-in", page);
        foreach (var step in Enumerable.Range(1, 5))
        {
            await GoAsync(page, $"{Acme}/settings/sso/{draft}?step={step}");
            await Expect(page.Locator("[aria-current=step]")).ToContainTextAsync(step.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await Expect(page.Locator(".card p[role=status]")).ToHaveCountAsync(0);
            await look($"connection step {step}", page);
        }

        await GoAsync(page, $"{Acme}/settings/sso/{open}");
        await Expect(page.Locator(".danger-row")).ToHaveCountAsync(2);
        await look("connection open", page);
        await ClickAsync(page, _words.Of<EnterpriseSignInText>("SwitchOff"));
        await DialogAsync(page, "connection dialog off");
        await page.Context.CloseAsync();
    }

    // As if it had been set up: what it takes to get there is tried elsewhere.
    private async Task<Guid> KeepAsync(string connector, string state, string kind, string name, Action<OrganizationConnector> more)
    {
        var now = DateTimeOffset.UtcNow;
        var row = new OrganizationConnector
        {
            Id = Guid.NewGuid(), OrganizationId = _organizations[SampleSeed.Organization], ConnectorId = connector, Name = name, Kind = kind, State = state, Provider = "https://login.example.com/" + kind, ClientId = "logto",
            Domains = "example.com", CreatedAt = now, CreatedById = "grace", CreatedByName = "Grace", ChangedAt = now, NextLookAt = now.AddDays(1),
        };
        more(row);
        portal.Logto.State.Write(tables => tables.SsoConnectors.Put(new SsoConnector { Id = connector, ProviderName = kind.ToUpperInvariant(), ConnectorName = name, Domains = ["example.com"] }));
        await using var context = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        context.Add(row);
        await context.SaveChangesAsync();
        return row.Id;
    }
}
