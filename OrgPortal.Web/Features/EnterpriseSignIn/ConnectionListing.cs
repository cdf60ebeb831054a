using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>
/// Puts connections together for their administrators: what the store says is the organization's own, and what Logto says of it. Never asks Logto for a single connector: that would wait for the
/// identity provider, which may be down when its administrators look.
/// </summary>
internal sealed class ConnectionListing(
    ConnectionStore store,
    OwnDomains domains,
    IOrganizationJustInTimeClient justInTime,
    IOrganizationMembersClient members,
    ISignInExperienceClient signIn,
    IOptions<LogtoOptions> logto,
    IOptions<EnterpriseSignInOptions> options)
{
    /// <summary>How many people are named when a connection is closed.</summary>
    public const int MostNames = 5;

    public async Task<Result<ConnectionList>> ReadAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var (readingOpen, readingRoles) = (justInTime.ListSsoConnectorsAsync(organization, cancellationToken).ToResultAsync(), justInTime.ListRolesAsync(organization, cancellationToken).ToResultAsync());
        var stored = await store.ListAsync(organization, cancellationToken);
        var (open, roles) = (await readingOpen, await readingRoles);
        if ((stored.Failure ?? open.Failure ?? roles.Failure) is { } failed)
        {
            return failed;
        }

        var own = stored.Value.Where(row => row is { ConnectorId: not null, State: not ConnectionStates.Making }).ToList();
        var provided = open.Value.Where(connector => !own.Exists(row => row.ConnectorId == connector.Id)).OrderBy(connector => connector.ConnectorName, StringComparer.CurrentCultureIgnoreCase);
        return new ConnectionList(
            [.. own.Select(row => Describe(row, open.Value)), .. provided.Select(Describe)],
            roles.Value,
            options.Value.OfferedTo(organization),
            options.Value.PerOrganization);
    }

    /// <summary>One of the organization's own.</summary>
    public async Task<Result<ConnectionDetails>> ReadAsync(OrganizationConnector row, CancellationToken cancellationToken)
    {
        var organization = row.Organization();
        var (readingOpen, readingRoles) = (justInTime.ListSsoConnectorsAsync(organization, cancellationToken).ToResultAsync(), justInTime.ListRolesAsync(organization, cancellationToken).ToResultAsync());
        var experience = await signIn.GetAsync(cancellationToken).ToResultAsync();
        var own = await domains.ListAsync(organization, cancellationToken);
        var (open, roles) = (await readingOpen, await readingRoles);
        if ((own.Failure ?? open.Failure ?? roles.Failure ?? experience.Failure) is { } failed)
        {
            return failed;
        }

        var isSaml = row.Kind == ConnectionStates.Saml;
        var connector = Uri.EscapeDataString(row.ConnectorId!);
        var known = open.Value.FirstOrDefault(one => one.Id == row.ConnectorId);
        return new ConnectionDetails(
            Describe(row, open.Value),
            known?.Config?.Issuer ?? known?.Config?.EntityId ?? row.Provider,
            known?.Config?.ClientId ?? row.ClientId,
            Uri.TryCreate(known?.Config?.SignInEndpoint ?? row.SignInUrl, UriKind.Absolute, out var place) ? place : null,
            // As Logto makes them of its own address and the connector's id.
            At(isSaml ? $"api/authn/single-sign-on/saml/{connector}" : $"callback/{connector}"),
            isSaml ? At($"enterprise-sso/{connector}") : null,
            ConnectionTrials.Of(row),
            own.Value,
            roles.Value,
            options.Value.OfferedTo(organization),
            experience.Value.SingleSignOnEnabled is true,
            experience.Value.SignInMode != SignInModes.SignIn);
    }

    /// <summary>Members with an address of its domains.</summary>
    public async Task<Result<ConnectionImpact>> ReadImpactAsync(OrganizationConnector row, CancellationToken cancellationToken)
    {
        if (row.State != ConnectionStates.Active)
        {
            return new ConnectionImpact(0, []);
        }

        var pages = await Task.WhenAll(row.DomainNames().Select(domain => members.ListAsync(row.Organization(), new PageRequest(1, MostNames), "@" + domain, cancellationToken: cancellationToken).ToResultAsync()));
        return pages.FirstOrDefault(page => page.IsFailure) is { IsFailure: true } failed
            ? failed.Failure
            : new ConnectionImpact(
                pages.Sum(page => page.Value.TotalCount),
                [.. pages.SelectMany(page => page.Value.Items).Select(member => member.Name ?? member.PrimaryEmail ?? member.Username).OfType<string>().Take(MostNames)]);
    }

    private Uri At(string path) => new(new Uri(logto.Value.Endpoint!.AbsoluteUri.TrimEnd('/') + "/"), path);

    private static ConnectionRow Describe(OrganizationConnector row, IReadOnlyList<SsoConnector> open)
    {
        var known = open.FirstOrDefault(one => one.Id == row.ConnectorId);
        return new ConnectionRow(
            row.Id,
            row.ConnectorId!,
            row.Name,
            ConnectionStates.KindOf(row),
            row.State switch
            {
                ConnectionStates.Ending => ConnectionState.Ending,
                ConnectionStates.Active => known is null ? ConnectionState.Withdrawn : ConnectionState.Active,
                _ => ConnectionState.Draft,
            },
            row.State == ConnectionStates.Active && known is not null ? known.Domains : row.DomainNames(),
            row.IsConfigured(),
            ConnectionOpening.IsTested(row) ? row.TrialEndedAt : null,
            row.CertificateEndsAt,
            row.CreatedAt,
            row.CreatedByName);
    }

    private static ConnectionRow Describe(SsoConnector connector) =>
        new(null, connector.Id, connector.ConnectorName, ConnectionStates.KindOf(connector), ConnectionState.Provided, connector.Domains, connector.Config is not null);
}
