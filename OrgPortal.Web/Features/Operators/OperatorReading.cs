using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Operators;

/// <summary>Puts one organization together, everything at the same time. Whoever calls has asked the guard. What Logto does not answer of it is left open.</summary>
internal sealed class OperatorReading(
    IOrganizationsClient organizations,
    IOrganizationMembersClient members,
    IOrganizationApplicationsClient machines,
    IOrganizationJustInTimeClient joining,
    OperatorListing listing,
    OperatorStore store,
    IOrganizationHolds holds)
{
    // A page of one is enough: the total comes with it.
    private static readonly PageRequest One = new(1, 1);

    public async Task<Result<OperatorOrganization>> ReadAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var found = await organizations.GetAsync(organization, cancellationToken).ToResultAsync();
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var people = members.ListAsync(organization, One, cancellationToken: cancellationToken).ToResultAsync();
        var programs = machines.ListAsync(organization, One, cancellationToken).ToResultAsync();
        var connectors = joining.ListSsoConnectorsAsync(organization, cancellationToken).ToResultAsync();
        var domains = joining.ListDomainsAsync(organization, cancellationToken).ToResultAsync();
        var administrators = await listing.ReadAdministratorsAsync(organization, cancellationToken);
        var (counted, running, providers, joined) = (await people, await programs, await connectors, await domains);
        var kept = await store.ReadAsync(organization, joined.IsFailure ? [] : joined.Value, cancellationToken);
        var hold = await holds.FindAsync(organization, cancellationToken: cancellationToken);
        if ((kept.Failure ?? hold.Failure) is { } failure)
        {
            return failure;
        }

        var it = found.Value;
        return new OperatorOrganization(
            it.Id,
            it.Name,
            it.Description,
            it.Branding?.LogoUrl,
            it.CreatedAt,
            it.IsMfaRequired,
            counted.IsFailure ? null : counted.Value.TotalCount,
            running.IsFailure ? null : running.Value.TotalCount,
            providers.IsFailure ? null : [.. providers.Value.Select(one => one.ConnectorName)],
            joined.IsFailure ? null : Describe(organization, joined.Value, kept.Value.Domains),
            administrators,
            hold.Value,
            [.. kept.Value.Findings.Select(Finding.Of)]);
    }

    private static IReadOnlyList<OperatorDomain> Describe(OrganizationId organization, IReadOnlyList<string> joined, IReadOnlyList<OrganizationDomain> rows)
    {
        var letting = joined.Select(FindingKinds.Fold).ToHashSet(StringComparer.Ordinal);
        var own = rows.Where(row => row.OrganizationId == organization.Value).ToDictionary(row => row.Name, StringComparer.Ordinal);
        return
        [
            .. own.Keys.Union(letting).Order(StringComparer.Ordinal).Select(name => new OperatorDomain(
                name,
                own.GetValueOrDefault(name)?.VerifiedAt is not null,
                own.ContainsKey(name),
                letting.Contains(name),
                rows.FirstOrDefault(row => row.Name == name && row.VerifiedAt is not null && row.OrganizationId != organization.Value) is { } other ? OrganizationId.Parse(other.OrganizationId, null) : null)),
        ];
    }
}
