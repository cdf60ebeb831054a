using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>Changes the settings and domains of connections. The caller has found them to be the organization's, and holds its lock.</summary>
internal sealed class ConnectionChanges(ConnectionAccess access, ConnectionStore store, OwnDomains domains, ConnectionRoutes routes, ISsoConnectorsClient connectors, TimeProvider time)
{
    /// <summary>Keeps the settings of an OpenID Connect provider whose documents were read.</summary>
    public Task<Result> ConfigureAsync(Person actor, OrganizationConnector row, OidcConnectorSettings settings)
    {
        if (settings.ClientSecret is null && !row.IsConfigured())
        {
            return Task.FromResult<Result>(new Invalid("clientSecret", "required"));
        }

        return ConfigureAsync(
            actor, row, ConnectionActs.Describe(settings.Issuer, settings.ClientId, null), async () => await connectors.ConfigureOidcAsync(row.ConnectorId!, await connectors.ReadConfigAsync(row.ConnectorId!), settings, DomainsOf(row)),
            () => (row.Provider, row.ClientId) = (settings.Issuer, settings.ClientId));
    }

    /// <summary>Keeps what a SAML provider's metadata says.</summary>
    public Task<Result> ConfigureAsync(Person actor, OrganizationConnector row, SamlMetadata metadata) => ConfigureAsync(
        actor, row, ConnectionActs.Describe(metadata.Settings.EntityId, null, metadata.Settings.SignInEndpoint), () => connectors.ConfigureSamlAsync(row.ConnectorId!, metadata.Settings, DomainsOf(row)),
        () => (row.Provider, row.SignInUrl, row.CertificateEndsAt) = (metadata.Settings.EntityId, metadata.Settings.SignInEndpoint, metadata.CertificateEndsAt));

    /// <summary>Chooses whose addresses are sent through it.</summary>
    public async Task<Result> ChooseDomainsAsync(Person actor, OrganizationConnector row, IReadOnlyList<string> wanted)
    {
        var act = ConnectionActs.Of(AuditActions.ChangeConnectionDomains, row, new { domains = row.DomainNames() }, new { domains = wanted });
        if (await access.RefuseAsync(actor, act, []) is { } refused)
        {
            return refused;
        }

        var verified = await domains.FindVerifiedAsync(row.Organization(), wanted);
        if (verified.IsFailure || verified.Value.Count < wanted.Count)
        {
            return verified.Failure ?? await access.RecordAsync(act, new Refused(RefusalReasons.DomainNotVerified));
        }

        return await access.ActAsync(act, async () =>
        {
            // In Logto only while it is open: until then nobody is sent through it.
            var set = row.State == ConnectionStates.Active
                ? await routes.SetAsync(row, wanted)
                : Result.Done;
            if (set.IsFailure)
            {
                return set;
            }

            (row.Domains, row.ChangedAt) = (ConnectionStates.Join(wanted), time.GetUtcNow());
            return await store.SaveAsync(row);
        });
    }

    private static IReadOnlyList<string> DomainsOf(OrganizationConnector row) => row.State == ConnectionStates.Active ? row.DomainNames() : [ConnectionStates.StandInDomain(row.ConnectorId!)];

    private async Task<Result> ConfigureAsync(Person actor, OrganizationConnector row, object after, Func<Task<SsoConnector>> send, Action note)
    {
        var act = ConnectionActs.Of(AuditActions.ConfigureConnection, row, ConnectionActs.Describe(row), after);
        if (await access.RefuseAsync(actor, act, []) is { } refused)
        {
            return refused;
        }

        return await access.ActAsync(act, async () =>
        {
            var sent = await send().ToResultAsync(ConnectionAnswers.Explain);
            if (sent.IsFailure)
            {
                return sent.Failure;
            }

            note();
            (row.TrialId, row.TrialBegunAt, row.TrialEndedAt, row.TrialFound, row.TrialAddress) = (null, null, null, null, null);
            row.ChangedAt = time.GetUtcNow();
            return await store.SaveAsync(row);
        });
    }
}
