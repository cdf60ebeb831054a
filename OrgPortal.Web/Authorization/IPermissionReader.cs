using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>Reads what a person may do from Logto.</summary>
public interface IPermissionReader
{
    /// <summary>Rights that were read at most 15 seconds ago. Concurrent equal reads are one.</summary>
    Task<Result<OrganizationRights>> ReadRecentAsync(OrganizationId organization, UserId user, CancellationToken cancellationToken = default);

    /// <summary>Rights as they are in Logto now.</summary>
    Task<Result<OrganizationRights>> ReadFreshAsync(OrganizationId organization, UserId user, CancellationToken cancellationToken = default);
}
