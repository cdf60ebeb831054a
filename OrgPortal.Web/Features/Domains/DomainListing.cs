using OrgPortal.Web.Features.Domains.Proofs;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Domains;

/// <summary>Puts an organization's domains together for its administrators.</summary>
internal sealed class DomainListing(DomainStore store, AddressTrust trust, IOrganizationJustInTimeClient justInTime, TimeProvider time)
{
    public async Task<Result<DomainList>> ReadAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var asking = trust.IsGivenAsync(cancellationToken);
        var rows = await store.ListAsync(organization, cancellationToken);
        var trusted = await asking;
        if (rows.IsFailure || trusted.IsFailure)
        {
            return (rows.Failure ?? trusted.Failure)!;
        }

        var roles = rows.Value.Any(row => row.Enrolment == DomainStates.Automatic)
            ? await justInTime.ListRolesAsync(organization, cancellationToken).ToResultAsync()
            : Result.Of<IReadOnlyList<OrganizationRoleName>>([]);
        var now = time.GetUtcNow();
        return roles.IsFailure ? roles.Failure : new DomainList([.. rows.Value.Select(row => Describe(row, now)).OfType<DomainRow>()], roles.Value, trusted.Value);
    }

    public async Task<Result<DomainCounts>> CountAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(organization, cancellationToken);
        var now = time.GetUtcNow();
        return rows.IsFailure ? rows.Failure : new DomainCounts(rows.Value.Count(row => DomainStates.IsVerified(row, now)), rows.Value.Count);
    }

    private static DomainRow? Describe(OrganizationDomain row, DateTimeOffset now) => !DomainName.TryParse(row.Name, out var name) ? null : new DomainRow(
        name.Value,
        name.Readable,
        DomainStates.Of(row, now),
        DomainChallenge.NameFor(name),
        row.Challenge,
        row.VerifiedAt,
        row.MissingSince + DomainStates.Grace,
        row.FoundAt is not null && !DomainStates.IsVerified(row, now),
        row.CheckedAt,
        DomainStates.ProofOf(row),
        row.NextCheckAt,
        DomainStates.EnrolmentOf(row));
}
