using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Domains;

/// <summary>Which organization can be asked by people with an address of a domain. Tells of no other.</summary>
internal sealed class DomainDirectory(DomainStore store, AddressTrust trust, IOrganizationHolds holds, TimeProvider time)
{
    /// <summary>
    /// The organization that has verified the domain of this address and lets people ask; <see langword="null"/> when there is none, and where an
    /// account's address proves nothing. Asks Logto about sign-up only where there is one.
    /// </summary>
    public async Task<Result<(OrganizationId Organization, DomainName Domain)?>> FindToAskAsync(string? address, CancellationToken cancellationToken = default)
    {
        if (!DomainName.TryParseAddress(address, out var domain))
        {
            return Result.Of<(OrganizationId, DomainName)?>(null);
        }

        var owner = await store.FindOwnerAsync(domain, cancellationToken);
        if (owner.IsFailure)
        {
            return owner.Failure;
        }

        if (owner.Value is not { } row || row.Enrolment != DomainStates.Ask || !DomainStates.IsVerified(row, time.GetUtcNow()) || !OrganizationId.TryParse(row.OrganizationId, null, out var organization))
        {
            return Result.Of<(OrganizationId, DomainName)?>(null);
        }

        if (await holds.DenyIfHeldAsync(organization, cancellationToken) is { } closed)
        {
            return closed is NotFound ? Result.Of<(OrganizationId, DomainName)?>(null) : closed;
        }

        var trusted = await trust.IsGivenAsync(cancellationToken);
        return trusted.IsFailure ? trusted.Failure : Result.Of<(OrganizationId, DomainName)?>(trusted.Value ? (organization, domain) : null);
    }

    /// <summary>Whether people may ask this organization at all.</summary>
    public async Task<Result<bool>> IsOpenToRequestsAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        var domains = await store.ListAsync(organization, cancellationToken);
        var now = time.GetUtcNow();
        return domains.IsFailure ? domains.Failure : domains.Value.Any(row => row.Enrolment == DomainStates.Ask && DomainStates.IsVerified(row, now));
    }
}
