using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Machines;

/// <summary>
/// Machine applications of an organization: made here, given roles, given secrets that are shown once, switched off and deleted. All ask for
/// <c>applications.manage</c>. Only what was made here for this organization is ever touched; ids of Logto's are never taken from a caller.
/// </summary>
public interface IMachineService
{
    /// <summary>The organization's machines, and those that somebody else has put into it. One call to Logto for a hundred of them, and the template.</summary>
    Task<Result<MachineList>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>Which roles a machine can have here, and which of them the person may give.</summary>
    Task<Result<MachineTerms>> GetTermsAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>A machine with its secrets, without their values. Three calls to Logto at once, and the template.</summary>
    /// <returns><see cref="NotFound"/> for one of another organization, or of somebody else in this one.</returns>
    Task<Result<MachineDetails>> GetAsync(OrganizationId organization, Guid machine, CancellationToken cancellationToken = default);

    /// <summary>When a machine last got a token, as far as Logto's log goes back.</summary>
    Task<Result<MachineUse>> GetLastUseAsync(OrganizationId organization, Guid machine, CancellationToken cancellationToken = default);

    /// <summary>Makes a machine with its first secret; all of it or nothing.</summary>
    /// <returns>
    /// The secret, this once; else <see cref="ReauthenticationRequired"/>; <see cref="Invalid"/> (<c>name</c>, <c>description</c>, <c>roles</c>, <c>secretName</c>,
    /// <c>expiresInDays</c>); <see cref="LimitReached"/> <c>machines_per_organization</c>; <see cref="RefusalReasons.AboveOwnPermissions"/>,
    /// <see cref="RefusalReasons.PeopleRole"/>, <see cref="RefusalReasons.TenantLimit"/>; <see cref="Interrupted"/> when Logto failed in the middle.
    /// </returns>
    Task<Result<ShownSecret>> CreateAsync(OrganizationId organization, MachineForm form, SecretForm secret);

    /// <summary>Changes name, description and roles of a machine that is in the organization. Roles that come or go are within the person's own permissions.</summary>
    /// <returns><see cref="RefusalReasons.MachineNotIn"/>, <see cref="RefusalReasons.AboveOwnPermissions"/>, <see cref="Invalid"/>, <see cref="NotFound"/>.</returns>
    Task<Result> ChangeAsync(OrganizationId organization, Guid machine, MachineForm form);

    /// <summary>Takes a machine out of the organization, or puts it back with the roles it had. It keeps its secrets; tokens it has work until they end.</summary>
    /// <returns>Putting back: <see cref="RefusalReasons.AboveOwnPermissions"/>; <see cref="RefusalReasons.MachineWithdrawn"/>.</returns>
    Task<Result> SwitchAsync(OrganizationId organization, Guid machine, bool isOn);

    /// <summary>Deletes a machine with all its secrets, also from wherever else it is. Tokens it has work until they end. Begun, it is finished by itself when Logto fails.</summary>
    Task<Result> DeleteAsync(OrganizationId organization, Guid machine);

    /// <summary>Makes a further secret: whoever does gets what the machine may do, so that must be within the person's own permissions.</summary>
    /// <returns>
    /// The secret, this once; else <see cref="ReauthenticationRequired"/>; <see cref="Invalid"/> (<c>name</c>, <c>expiresInDays</c>);
    /// <see cref="LimitReached"/> <c>machine_secrets</c>; <see cref="RefusalReasons.SecretListed"/>, <see cref="RefusalReasons.MachineNotIn"/>,
    /// <see cref="RefusalReasons.AboveOwnPermissions"/>, <see cref="RefusalReasons.MachineReachesFurther"/>.
    /// </returns>
    Task<Result<ShownSecret>> CreateSecretAsync(OrganizationId organization, Guid machine, SecretForm form);

    /// <summary>Deletes a secret: at once nothing gets a token with it any more. Tokens that were got with it work until they end.</summary>
    Task<Result> DeleteSecretAsync(OrganizationId organization, Guid machine, string secret);
}
