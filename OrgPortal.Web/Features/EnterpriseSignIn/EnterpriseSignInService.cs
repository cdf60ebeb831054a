using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

internal sealed class EnterpriseSignInService(
    IOrganizationGuard guard,
    IReauthentication reauthentication,
    ConnectionAccess access,
    ConnectionListing listing,
    ConnectionMaking making,
    ConnectionChanges changes,
    ConnectionOpening opening,
    ConnectionTrials trials,
    ProviderDocuments documents) : IEnterpriseSignInService
{
    private const int MostDomains = 20;

    public async Task<Result<ConnectionList>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageSecurity, cancellationToken) is { } denied
            ? denied
            : await listing.ReadAsync(organization, cancellationToken);

    public async Task<Result<ConnectionDetails>> GetAsync(OrganizationId organization, Guid connection, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageSecurity, cancellationToken) is { } denied)
        {
            return denied;
        }

        var found = await access.FindAsync(organization, connection, cancellationToken: cancellationToken);
        return found.IsFailure ? found.Failure : await listing.ReadAsync(found.Value, cancellationToken);
    }

    public async Task<Result<ConnectionImpact>> GetImpactAsync(OrganizationId organization, Guid connection, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageSecurity, cancellationToken) is { } denied)
        {
            return denied;
        }

        var found = await access.FindAsync(organization, connection, isEndingToo: true, cancellationToken);
        return found.IsFailure ? found.Failure : await listing.ReadImpactAsync(found.Value, cancellationToken);
    }

    public async Task<Result<Guid>> StartAsync(OrganizationId organization, ConnectionForm form)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        if (access.RefuseKind(organization, form.Kind) is { } off)
        {
            return off;
        }

        var name = form.Name.Trim();
        return name.Length == 0 || VisibleText.IsBlank(name) ? new Invalid("name", "required")
            : name.Length > OrganizationConnector.LongestName ? new Invalid("name", "too_long")
            : VisibleText.HoldsInvisible(name, linesAllowed: false) ? new Invalid("name", "control_characters")
            : await access.HoldAsync(organization, actor => making.RunAsync(organization, actor, form));
    }

    public async Task<Result> ConfigureOidcAsync(OrganizationId organization, Guid connection, OidcForm form)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        if (await RefuseChangeAsync(organization, connection, ConnectionKind.Oidc, AuditActions.ConfigureConnection) is { } refused)
        {
            return refused;
        }

        // Outside of the lock: somebody else's server takes its time.
        var settings = await documents.ReadAsync(form);
        return settings.IsFailure ? settings.Failure : await access.HoldAsync(organization, connection, (actor, row) => changes.ConfigureAsync(actor, row, settings.Value));
    }

    public async Task<Result> ConfigureSamlAsync(OrganizationId organization, Guid connection, SamlForm form)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        if (await RefuseChangeAsync(organization, connection, ConnectionKind.Saml, AuditActions.ConfigureConnection) is { } refused)
        {
            return refused;
        }

        var metadata = await documents.ReadAsync(form);
        return metadata.IsFailure ? metadata.Failure : await access.HoldAsync(organization, connection, (actor, row) => changes.ConfigureAsync(actor, row, metadata.Value));
    }

    public async Task<Result> ChooseDomainsAsync(OrganizationId organization, Guid connection, IReadOnlyList<string> domains)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        if (await RefuseChangeAsync(organization, connection, null, AuditActions.ChangeConnectionDomains) is { } refused)
        {
            return refused;
        }

        var names = domains.Select(domain => DomainName.TryParse(domain, out var name) ? name.Value : null).Distinct().ToList();
        return names.Count is 0 or > MostDomains ? new Invalid("domains", names.Count == 0 ? "required" : "too_many")
            : names.Contains(null) ? new Invalid("domains", "domain_format")
            : await access.HoldAsync(organization, connection, (actor, row) => changes.ChooseDomainsAsync(actor, row, [.. names.OfType<string>()]));
    }

    public async Task<Result<TrialLink>> StartTrialAsync(OrganizationId organization, Guid connection)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        return await access.HoldAsync(organization, async actor =>
        {
            var found = await access.FindAsync(organization, connection);
            return found.IsFailure ? found.Failure
                : access.RefuseKind(organization, ConnectionStates.KindOf(found.Value)) is { } off ? off
                : await trials.StartAsync(actor, found.Value);
        });
    }

    public async Task<Result> ActivateAsync(OrganizationId organization, Guid connection, IReadOnlyList<OrganizationRoleId> roles)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        return await RefuseChangeAsync(organization, connection, null, AuditActions.ActivateConnection) is { } refused
            ? refused
            : await access.HoldAsync(organization, connection, (actor, row) => opening.ActivateAsync(actor, row, [.. roles.Distinct()]));
    }

    public async Task<Result> DeactivateAsync(OrganizationId organization, Guid connection)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        return await access.HoldAsync(organization, connection, opening.DeactivateAsync);
    }

    public async Task<Result> DeleteAsync(OrganizationId organization, Guid connection)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        // Whoever signs in through one that is open may have no other way. Asked inside the lock: it may have been opened a moment ago.
        return await access.HoldAsync(
            organization,
            connection,
            async (actor, row) => row.State == ConnectionStates.Active && await reauthentication.DenyUnlessRecentAsync(organization, AuditActions.DeleteConnection) is { } unproved
                ? unproved
                : await opening.DeleteAsync(actor, row),
            isEndingToo: true);
    }

    // Nobody proves who they are for what is not there, or is not offered.
    private async Task<Failure?> RefuseChangeAsync(OrganizationId organization, Guid connection, ConnectionKind? kind, string action)
    {
        var found = await access.FindAsync(organization, connection);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var own = ConnectionStates.KindOf(found.Value);
        return access.RefuseKind(organization, own)
            ?? (kind is null || kind == own ? await reauthentication.DenyUnlessRecentAsync(organization, action) : new Invalid("kind", "other_kind"));
    }
}
