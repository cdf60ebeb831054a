using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Organizations: mine, one, and what can be done with it.</summary>
public interface IOrganizationService
{
    /// <summary>The organizations of the signed-in person with the roles there, by name. One call to Logto.</summary>
    Task<Result<IReadOnlyList<MyOrganization>>> ListMineAsync(CancellationToken cancellationToken = default);

    /// <summary>What every member may know.</summary>
    Task<Result<OrganizationSummary>> GetAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>
    /// Creates an organization with the signed-in person as its administrator: all of it or nothing. Trying again with the same
    /// <paramref name="requestId"/> makes no second one.
    /// </summary>
    /// <returns>
    /// The organization; else <see cref="Invalid"/>, <see cref="Refused"/> <see cref="RefusalReasons.CreationNotAllowed"/>,
    /// <see cref="LimitReached"/> <c>organizations_per_person</c>, or <see cref="Unavailable"/>: then nothing is left behind, or what is left is cleared away later.
    /// </returns>
    Task<Result<OrganizationId>> CreateAsync(Guid requestId, CreateOrganizationForm form);

    /// <summary>Changes name and description. Needs <c>organization.manage</c>.</summary>
    Task<Result> UpdateAsync(OrganizationId organization, OrganizationProfileForm form);

    /// <summary>Deletes the organization with its memberships and invitations. Needs <c>organization.delete</c> and the exact name.</summary>
    Task<Result> DeleteAsync(OrganizationId organization, string typedName);
}
