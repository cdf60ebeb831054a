using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>
/// The wall. The first statement of every service method asks it; each method that denies answers <see langword="null"/> when the
/// signed-in person may go on, else why not: <see cref="SignInRequired"/> (also for an account that is suspended), <see cref="NotFound"/> (no member, or no such
/// organization: not told apart), <see cref="Forbidden"/>, <see cref="SecondFactorRequired"/> (the organization requires one, and the person has none), or
/// <see cref="Unavailable"/> when Logto does not answer. An organization that was deleted and can still be restored is <see cref="NotFound"/> for everybody.
/// </summary>
public interface IOrganizationGuard
{
    /// <summary>For reads. The right may have been read up to 15 seconds ago; own changes to rights drop it at once.</summary>
    Task<Failure?> DenyReadUnlessAsync(OrganizationId organization, PermissionKey permission, CancellationToken cancellationToken = default);

    /// <summary>For reads that every member may make.</summary>
    Task<Failure?> DenyReadUnlessMemberAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>For changes. The right, and whether the account is suspended, are read from Logto now; a denial goes on record.</summary>
    Task<Failure?> DenyUnlessAsync(OrganizationId organization, PermissionKey permission);

    /// <summary>For changes that take several rights at once, such as handing over. They are read together; the first that lacks is <see cref="Forbidden"/>.</summary>
    Task<Failure?> DenyUnlessAllAsync(OrganizationId organization, IReadOnlyList<PermissionKey> permissions);

    /// <summary>For changes that every member may make to the own membership, such as leaving. Read from Logto now.</summary>
    Task<Failure?> DenyUnlessMemberAsync(OrganizationId organization);

    /// <summary>
    /// For the one thing that is still possible where the organization was deleted and is not removed yet: to restore it. Read from Logto and the store now; a denial goes
    /// on record. <see cref="NotFound"/> where it was not deleted.
    /// </summary>
    Task<Failure?> DenyUnlessHeldAsync(OrganizationId organization, PermissionKey permission);

    /// <summary>
    /// For what anybody may read who is signed in, and for changes that read the person's account themselves, such as answering an invitation.
    /// </summary>
    Task<Failure?> DenyUnlessSignedInAsync(CancellationToken cancellationToken = default);

    /// <summary>For what anybody may change who is signed in and not suspended, such as creating an organization. Read from Logto now.</summary>
    Task<Failure?> DenyUnlessActiveAsync();

    /// <summary>As <see cref="DenyUnlessActiveAsync"/>, for changes to the account itself: it as it was read for that.</summary>
    Task<Result<User>> FindActiveAsync();
}
