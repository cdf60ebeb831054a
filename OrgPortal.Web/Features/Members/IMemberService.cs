using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>The members of an organization and their roles.</summary>
public interface IMemberService
{
    /// <summary>One page of members, ordered by user id as Logto does. One call to Logto. Asks for <c>members.read</c>.</summary>
    Task<Result<Page<MemberRow>>> ListAsync(OrganizationId organization, MemberQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// One member, with what the roles allow. Two calls to Logto, a third for an administrator. Asks for <c>members.read</c>; oneself every member may see.
    /// </summary>
    /// <returns><see cref="NotFound"/> for somebody who is no member, whether or not there is such a person.</returns>
    Task<Result<MemberProfile>> GetAsync(OrganizationId organization, UserId member, CancellationToken cancellationToken = default);

    /// <summary>A member's second factors. Two calls to Logto: not for lists. Asks for <c>members.manage</c>, or else for <c>security.manage</c>.</summary>
    /// <returns><see cref="NotFound"/> for somebody who is no member.</returns>
    Task<Result<IReadOnlyList<SecondFactor>>> ListSecondFactorsAsync(OrganizationId organization, UserId member, CancellationToken cancellationToken = default);

    /// <summary>The roles for people, by name, and which of them the person could give away. For every member: role menus, filters, the invite dialog.</summary>
    Task<Result<IReadOnlyList<GrantableRole>>> ListRolesAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>Replaces a member's roles; none at all is allowed. Asks for <c>members.manage</c>.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="member">Whose roles; may be the person's own.</param>
    /// <param name="roles">All roles the member is to have.</param>
    /// <param name="expected">The roles the person saw; when the member has others by now, nothing is changed.</param>
    /// <returns>
    /// Done, also when the member has exactly these roles already. <see cref="Refused"/> with <see cref="RefusalReasons.AboveOwnPermissions"/>
    /// when the roles given, or those the member has, go beyond the person's own; <see cref="RefusalReasons.LastAdministrator"/>;
    /// <see cref="RefusalReasons.ChangedMeanwhile"/>; <see cref="RefusalReasons.MachineRole"/>. <see cref="NotFound"/> for somebody who is no member.
    /// </returns>
    Task<Result> ChangeRolesAsync(OrganizationId organization, UserId member, IReadOnlyList<OrganizationRoleId> roles, IReadOnlyList<OrganizationRoleId>? expected = null);

    /// <summary>What removing somebody would take away. Asks for <c>members.delete</c>.</summary>
    /// <returns><see cref="NotFound"/> for somebody who is no member.</returns>
    Task<Result<RemovalTerms>> GetRemovalTermsAsync(OrganizationId organization, UserId member, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes somebody else. The account stays, and for 90 days <see cref="IFormerMemberService.ReinstateAsync"/> takes it back. Asks for <c>members.delete</c>; what is
    /// done with their invitations asks for <c>members.invite</c> by itself.
    /// </summary>
    /// <returns><see cref="Refused"/> with <see cref="RefusalReasons.OwnMembership"/>, <see cref="RefusalReasons.AboveOwnPermissions"/> or <see cref="RefusalReasons.LastAdministrator"/>.</returns>
    Task<Result<MemberRemoval>> RemoveAsync(OrganizationId organization, UserId member, SentInvitationsFate invitations = SentInvitationsFate.Leave);

    /// <summary>Ends the person's own membership. For every member but the last administrator (<see cref="RefusalReasons.LastAdministrator"/>).</summary>
    Task<Result> LeaveAsync(OrganizationId organization);

    /// <summary>What handing the organization over would give away. Asks for the permissions of an administrator: <c>members.manage</c> and <c>organization.delete</c>.</summary>
    Task<Result<HandOverTerms>> GetHandOverTermsAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a member the administrator, with the person's own roles that make one, and steps down. Asks for the permissions of an administrator and
    /// a sign-in of the last ten minutes. Trying again after a failure goes on where it stopped.
    /// </summary>
    /// <param name="organization">The organization.</param>
    /// <param name="recipient">Who takes over.</param>
    /// <param name="afterwards">All roles the person is to have then: none, or some that do not make an administrator.</param>
    /// <param name="typedName">The organization's name, typed.</param>
    /// <returns>
    /// Done; <see cref="ReauthenticationRequired"/>; <see cref="NotFound"/> for somebody who is no member; <see cref="Invalid"/> (<c>afterwards</c>); <see cref="Refused"/> with
    /// <see cref="RefusalReasons.HandOverToOneself"/>, <see cref="RefusalReasons.RecipientSuspended"/>, <see cref="RefusalReasons.NameMismatch"/> or
    /// <see cref="RefusalReasons.AboveOwnPermissions"/>; <see cref="HandOverHalfDone"/> when both are administrators.
    /// </returns>
    Task<Result> HandOverAsync(OrganizationId organization, UserId recipient, IReadOnlyList<OrganizationRoleId> afterwards, string typedName);
}
