using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

internal sealed class OperatorOrganizationService(IOperatorGuard guard, OperatorListing listing, OperatorReading reading, AuditReader audit) : IOperatorOrganizationService
{
    public async Task<Result<Page<OperatorOrganizationRow>>> ListAsync(PageRequest page, string? search = null, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessOperatorAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        return await listing.ReadAsync(page, search, cancellationToken);
    }

    public async Task<Result<IReadOnlyList<OrganizationAdministrators>>> ListAdministratorsAsync(
        IReadOnlyList<OrganizationId> organizations, IProgress<OrganizationAdministrators>? progress = null, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessOperatorAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        return organizations.Count > PageRequest.MaxSize
            ? new Invalid("organizations", "too_many")
            : Result.Of(await listing.ReadAdministratorsAsync(organizations, progress, cancellationToken));
    }

    public async Task<Result<OperatorOrganization>> GetAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessOperatorAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        return await reading.ReadAsync(organization, cancellationToken);
    }

    public async Task<Result<IReadOnlyList<AuditRow>>> ListActivityAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessOperatorAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        var latest = await audit.ReadAsync(organization, new AuditFilter(), before: null, IOperatorOrganizationService.ActivitySize, cancellationToken);
        return latest.IsFailure ? latest.Failure : Result.Of(latest.Value.Rows);
    }
}
