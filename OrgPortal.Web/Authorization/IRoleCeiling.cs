using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>
/// Nobody gives, takes or invites with more than they hold: a role's organization permissions and resource permissions
/// must be among those of the person's own roles together.
/// </summary>
public interface IRoleCeiling
{
    /// <summary>What the person could give away now, for whoever asks more than once. One call to Logto.</summary>
    /// <returns><see cref="NotFound"/> for somebody who is no member.</returns>
    Task<Result<Ceiling>> ReadAsync(OrganizationId organization, UserId actor, CancellationToken cancellationToken = default);

    /// <summary>Which of the template's roles for people the person could give away now, and why not the others.</summary>
    /// <returns>Every role for people, ordered by name.</returns>
    Task<Result<IReadOnlyList<GrantableRole>>> ListAsync(OrganizationId organization, UserId actor, CancellationToken cancellationToken = default);

    /// <summary>The same of the template's roles for machines: what a machine may do, whoever makes it may do too.</summary>
    /// <returns>Every role for machines, ordered by name; empty where the tenant has none.</returns>
    Task<Result<IReadOnlyList<GrantableRole>>> ListForMachinesAsync(OrganizationId organization, UserId actor, CancellationToken cancellationToken = default);

    /// <summary>
    /// <see langword="null"/> when the actor may hand out and take away all these roles; else <see cref="Refused"/> with
    /// <see cref="RefusalReasons.AboveOwnPermissions"/> or <see cref="RefusalReasons.MachineRole"/> or <see cref="RefusalReasons.PeopleRole"/> and the role's name, or <see cref="Invalid"/> for an unknown role.
    /// </summary>
    /// <param name="organization">The organization.</param>
    /// <param name="actor">Whoever hands out or takes away.</param>
    /// <param name="roles">What is handed out or taken away.</param>
    /// <param name="stillNeeds">
    /// For an act that waited for the organization's lock: what the actor must hold at this moment too. Costs no further call;
    /// without it the answer is <see cref="Forbidden"/>, or <see cref="NotFound"/> for somebody who is no member any more.
    /// </param>
    /// <param name="holder">Who is to have them, or has.</param>
    Task<Failure?> RefuseUnlessWithinAsync(
        OrganizationId organization, UserId actor, IReadOnlyCollection<OrganizationRoleId> roles, PermissionKey? stillNeeds = null, RoleHolder holder = RoleHolder.Person);
}

/// <summary>Who has a role.</summary>
public enum RoleHolder
{
    /// <summary>A member.</summary>
    Person,

    /// <summary>A machine application.</summary>
    Machine,
}

/// <summary>A role of the template, and whether somebody may give it.</summary>
/// <param name="Role">The role.</param>
/// <param name="CanGrant">Whether it stays within the person's own permissions.</param>
/// <param name="IsAdministrator">Whether it makes an administrator: asks before it is given.</param>
/// <param name="Permissions">The portal's permissions that the role carries, in the catalogue's order.</param>
public sealed record GrantableRole(OrganizationRole Role, bool CanGrant, bool IsAdministrator, IReadOnlyList<PermissionKey> Permissions);
