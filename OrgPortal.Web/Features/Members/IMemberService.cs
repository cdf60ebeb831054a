using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>The members of an organization and their roles.</summary>
public interface IMemberService
{
    /// <summary>One page of members, ordered by user id as Logto does. One call to Logto. Asks for <c>members.read</c>.</summary>
    Task<Result<Page<MemberRow>>> ListAsync(OrganizationId organization, MemberQuery query, CancellationToken cancellationToken = default);

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

    /// <summary>Removes somebody else. The account stays. Asks for <c>members.delete</c>.</summary>
    /// <returns><see cref="Refused"/> with <see cref="RefusalReasons.OwnMembership"/>, <see cref="RefusalReasons.AboveOwnPermissions"/> or <see cref="RefusalReasons.LastAdministrator"/>.</returns>
    Task<Result> RemoveAsync(OrganizationId organization, UserId member);

    /// <summary>Ends the person's own membership. For every member but the last administrator (<see cref="RefusalReasons.LastAdministrator"/>).</summary>
    Task<Result> LeaveAsync(OrganizationId organization);
}
