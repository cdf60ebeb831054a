using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Organizations: mine, one, and what can be done with it.</summary>
public interface IOrganizationService
{
    /// <summary>
    /// The organizations of the signed-in person with the roles there, by name. One call to Logto. Those that were deleted and can be restored are among them, with
    /// <see cref="MyOrganization.Hold"/>, for whoever may restore them, and for nobody else.
    /// </summary>
    Task<Result<IReadOnlyList<MyOrganization>>> ListMineAsync(CancellationToken cancellationToken = default);

    /// <summary>What every member may know.</summary>
    Task<Result<OrganizationSummary>> GetAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>What deleting the organization would take with it, counted now. Needs <c>organization.delete</c>.</summary>
    Task<Result<DeletionImpact>> GetDeletionImpactAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>
    /// Whether the signed-in person may create an organization, and which roles its first administrator could invite others with. Asked before
    /// anything is typed; <see cref="CreateAsync"/> asks again. The same refusals as there.
    /// </summary>
    Task<Result<CreationTerms>> GetCreationTermsAsync(CancellationToken cancellationToken = default);

    /// <summary>Whether the signed-in person may create an organization at this moment, as far as the portal itself decides; asks Logto nothing. The same refusals as <see cref="CreateAsync"/>.</summary>
    Task<Result> MayCreateAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Creates an organization with the signed-in person as its administrator: all of it or nothing. Trying again with the same
    /// <paramref name="requestId"/> makes no second one.
    /// </summary>
    /// <returns>
    /// The organization; else <see cref="Invalid"/> (<c>name</c>, <c>description</c>), <see cref="Refused"/> <see cref="RefusalReasons.CreationNotAllowed"/>, whose subject is what operators say while they have suspended it, or
    /// <see cref="RefusalReasons.NoAdministratorRole"/>, <see cref="LimitReached"/> <c>organizations_per_person</c>, <see cref="Unavailable"/> when nothing
    /// was made, or <see cref="Interrupted"/> when something was, which has been taken back or will be.
    /// </returns>
    Task<Result<OrganizationId>> CreateAsync(Guid requestId, CreateOrganizationForm form);

    /// <summary>Changes logo and colours and nothing else. Needs <c>organization.manage</c>.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="brand">How it is to look. What is not as <see cref="OrganizationBrand"/> says is <see cref="Invalid"/> (<c>logoUrl</c>, <c>darkLogoUrl</c>, <c>favicon</c>: <c>https_required</c>, <c>too_long</c>; <c>primaryColor</c>, <c>darkPrimaryColor</c>: <c>invalid_color</c>).</param>
    /// <param name="expected">How it looked when the person saw it: when it does not any more, <see cref="RefusalReasons.ChangedMeanwhile"/>. Not compared when left out.</param>
    Task<Result> BrandAsync(OrganizationId organization, OrganizationBrand brand, OrganizationBrand? expected = null);

    /// <summary>Whether logos can be uploaded, which takes a tenant with storage; otherwise only the address of one is kept. Needs <c>organization.manage</c>.</summary>
    Task<Result<bool>> CanUploadLogosAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a logo of a file, uploads it to the tenant's storage and sets it. Needs <c>organization.manage</c>. <see cref="RefusalReasons.StorageNotConfigured"/> where there is no
    /// storage; <see cref="Invalid"/> (<c>file</c>: <c>empty</c>, <c>too_large</c> above 2 MB, <c>unreadable</c> for what is no PNG, JPEG or WebP).
    /// </summary>
    /// <param name="organization">The organization.</param>
    /// <param name="file">What somebody chose. Read once.</param>
    /// <param name="isDark">The logo on dark ground instead.</param>
    Task<Result> UploadLogoAsync(OrganizationId organization, Stream file, bool isDark = false);

    /// <summary>Changes name and description, and logo and colours where the form has them. Needs <c>organization.manage</c>.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="form">The profile as it is to be.</param>
    /// <param name="expected">The profile as the person saw it: when it is not that any more, <see cref="RefusalReasons.ChangedMeanwhile"/>. Not compared when left out.</param>
    Task<Result> UpdateAsync(OrganizationId organization, OrganizationProfileForm form, OrganizationProfileForm? expected = null);

    /// <summary>
    /// Deletes the organization with its memberships and invitations, whose links end: at once, or once the hold is over that the deployer has set; until then it is closed
    /// for everybody and can be restored. Needs <c>organization.delete</c>, a sign-in of the last ten
    /// minutes, else <see cref="ReauthenticationRequired"/>, and the exact name, else <see cref="RefusalReasons.NameMismatch"/>.
    /// </summary>
    /// <returns>Until when it can be restored; <see langword="null"/> when it is gone.</returns>
    Task<Result<DateTimeOffset?>> DeleteAsync(OrganizationId organization, string typedName);

    /// <summary>
    /// Restores an organization that was deleted and is not removed yet, as it was. Needs <c>organization.delete</c> and a sign-in of the last ten minutes, else
    /// <see cref="ReauthenticationRequired"/>; <see cref="NotFound"/> for one that was not deleted, and <see cref="RefusalReasons.TooLateToUndo"/> when the time is over.
    /// </summary>
    Task<Result> RestoreAsync(OrganizationId organization);
}
