using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>Who can help a member who lacks a permission, and asking them.</summary>
public interface IPermissionRequestService
{
    /// <summary>At most so many are named.</summary>
    const int MostNamed = 5;

    /// <summary>
    /// Up to five administrators other than the person, by name. For every member, with or without <c>members.read</c>: whoever may see nobody must
    /// still know whom to ask. One call to Logto as a rule. Administrators without name and user name are left out.
    /// </summary>
    Task<Result<IReadOnlyList<AdministratorContact>>> ListAdministratorsAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>
    /// Tells the administrators that the person asks for a permission, with a way to the person's page. Changes nothing else. For every member, once a day
    /// and permission.
    /// </summary>
    /// <returns>
    /// Done, also when the person holds it by now, and then nobody is told; <see cref="Invalid"/> (<c>permission</c>) for one that does not exist;
    /// <see cref="LimitReached"/> (<c>permission_asks</c>) until tomorrow; <see cref="Unavailable"/> when nobody could be told.
    /// </returns>
    Task<Result> AskAsync(OrganizationId organization, PermissionKey permission);
}
