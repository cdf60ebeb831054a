using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>The rules for memberships. They hold only inside the organization's lock.</summary>
internal sealed class MemberRules(IRoleCeiling ceiling, Administrators administrators, IOrganizationRolesClient template, ILastChanges changes)
{
    /// <summary>Nobody touches somebody who holds more than they do, gives more than they hold, or leaves the organization without an administrator.</summary>
    public async Task<Failure?> RefuseChangeAsync(OrganizationId organization, UserId actor, PresentMember member, IReadOnlyList<OrganizationRoleId> wanted) =>
        await ceiling.RefuseUnlessWithinAsync(organization, actor, [.. member.RoleIds.Union(wanted)], OrganizationPermissions.ManageMembers)
        ?? await administrators.RefuseLossAsync(organization, member, wanted);

    /// <summary>What was chosen for other roles than the member has by now is not done; the subject is whoever was faster, if the portal knows.</summary>
    public async Task<Failure?> RefuseSurpriseAsync(OrganizationId organization, PresentMember member, IReadOnlyList<OrganizationRoleId>? expected) =>
        expected is null || member.HasExactly(expected) ? null : new Refused(RefusalReasons.ChangedMeanwhile, await changes.FindWhoChangedRolesAsync(organization, member.Id));

    /// <summary>Nobody removes themselves, somebody above them, or the last administrator.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="actor">Whoever removes.</param>
    /// <param name="member">Who is to go.</param>
    /// <param name="own">What the actor could give away, where that was read a moment ago.</param>
    public async Task<Failure?> RefuseRemovalAsync(OrganizationId organization, UserId actor, PresentMember member, Ceiling? own = null) =>
        member.Id == actor
            ? new Refused(RefusalReasons.OwnMembership)
            : (own is null
                    ? await ceiling.RefuseUnlessWithinAsync(organization, actor, member.RoleIds, OrganizationPermissions.DeleteMembers)
                    : own.Refuse(member.RoleIds, OrganizationPermissions.DeleteMembers))
                ?? await administrators.RefuseLossAsync(organization, member, []);

    /// <summary>The last administrator stays.</summary>
    public Task<Failure?> RefuseLeavingAsync(OrganizationId organization, PresentMember member) => administrators.RefuseLossAsync(organization, member, []);

    /// <summary>The names of roles, for the record; an id stands for a role that the template does not have.</summary>
    public Task<IReadOnlyList<string>> NameAsync(IReadOnlyList<OrganizationRoleId> roles) => template.NameAsync(roles);
}
