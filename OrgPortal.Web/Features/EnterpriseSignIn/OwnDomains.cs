using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>The domains that an organization has proven to be its own.</summary>
internal sealed class OwnDomains(DomainStore store, TimeProvider time)
{
    /// <summary>All that it lists, by name.</summary>
    public async Task<Result<IReadOnlyList<ConnectionDomain>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        var rows = await store.ListAsync(organization, cancellationToken);
        var now = time.GetUtcNow();
        return rows.IsFailure
            ? rows.Failure
            : Result.Of<IReadOnlyList<ConnectionDomain>>([.. rows.Value.Select(row => new ConnectionDomain(row.Name, DomainName.TryParse(row.Name, out var name) ? name.Readable : row.Name, DomainStates.IsVerified(row, now)))]);
    }

    /// <summary>Those of these that are verified now.</summary>
    public async Task<Result<IReadOnlyList<string>>> FindVerifiedAsync(OrganizationId organization, IReadOnlyList<string> domains)
    {
        var own = await ListAsync(organization);
        return own.IsFailure
            ? own.Failure
            : Result.Of<IReadOnlyList<string>>([.. domains.Where(domain => own.Value.Any(one => one.IsVerified && one.Name == domain))]);
    }
}
