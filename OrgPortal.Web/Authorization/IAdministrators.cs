using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>Who administers an organization: whoever holds all permissions of <see cref="OrganizationPermissions.Administrator"/> and is not suspended.</summary>
public interface IAdministrators
{
    /// <summary>
    /// Some of them, at most so many. Asks Logto for the members of the roles that can make an administrator: usually one call, whatever the size of
    /// the organization. Where only several roles together make one and such a role is widely given, those further back may be missing. Whoever calls has asked the guard.
    /// </summary>
    /// <param name="organization">Where.</param>
    /// <param name="most">How many at most, from 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<Result<IReadOnlyList<OrganizationMember>>> ListAsync(OrganizationId organization, int most, CancellationToken cancellationToken = default);
}
