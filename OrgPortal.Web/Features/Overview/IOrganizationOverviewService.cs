using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Overview;

/// <summary>An organization at a glance.</summary>
public interface IOrganizationOverviewService
{
    /// <summary>How many days of coming and going are told.</summary>
    const int Days = 90;

    /// <summary>Administrators that are counted at most.</summary>
    const int MostAdministrators = 10;

    /// <summary>
    /// What a member may see of it: each part asks for its own permission, and is empty for whoever does not hold it. All parts at the same time. Beside what is
    /// remembered (the person's rights, the roles) four calls to Logto at most, five where the members do not fit a page, however many they are.
    /// </summary>
    /// <param name="organization">Which.</param>
    /// <param name="parts">Which parts; the others are left out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The parts, each of which may have failed by itself; a failure only when nothing may be seen at all.</returns>
    Task<Result<OrganizationOverview>> GetAsync(OrganizationId organization, OverviewParts parts = OverviewParts.All, CancellationToken cancellationToken = default);
}
