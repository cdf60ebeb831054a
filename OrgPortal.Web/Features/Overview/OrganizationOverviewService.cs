using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Overview;

internal sealed class OrganizationOverviewService(IOrganizationGuard guard, ICurrentUser currentUser, OverviewReading reading) : IOrganizationOverviewService
{
    public async Task<Result<OrganizationOverview>> GetAsync(OrganizationId organization, OverviewParts parts = OverviewParts.All, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessMemberAsync(organization, cancellationToken) is { } denied)
        {
            return denied;
        }

        return await currentUser.GetAsync() is { } me ? await reading.ReadAsync(organization, me.Id, parts, cancellationToken) : new SignInRequired();
    }
}
