using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>Ends memberships, and keeps what it takes to give them back. The callers have asked the guard.</summary>
internal sealed class Removal(
    ICurrentUser currentUser,
    MemberActs acts,
    MemberRules rules,
    FormerMembers former,
    IRoleCeiling ceiling,
    IOrganizationMembersClient members,
    ISentInvitations invitations)
{
    /// <summary>What it would take away. Usually two calls to Logto, three for an administrator, whatever the organization's size.</summary>
    public async Task<Result<RemovalTerms>> ReadTermsAsync(OrganizationId organization, UserId actor, UserId member, CancellationToken cancellationToken)
    {
        var reading = ceiling.ReadAsync(organization, actor, cancellationToken);
        var held = await members.ListRolesAsync(organization, member, cancellationToken).ToResultAsync();
        var own = await reading;
        if ((held.Failure ?? own.Failure) is { } failure)
        {
            return failure;
        }

        var present = new PresentMember(member, null, held.Value);
        var refused = await rules.RefuseRemovalAsync(organization, actor, present, own.Value);
        return refused is Unavailable
            ? refused
            : new RemovalTerms(
                [.. held.Value.OrderBy(role => role.Name, StringComparer.Ordinal).Select(role => new OrganizationRoleName(role.Id, role.Name))],
                RolePowers.Of(present.RoleIds, own.Value.List(role => role.IsForPeople)),
                MemberLock.Of(refused));
    }

    /// <summary>Removes somebody else, then sees to the invitations they have sent.</summary>
    public async Task<Result<MemberRemoval>> RemoveAsync(OrganizationId organization, UserId member, SentInvitationsFate fate)
    {
        var removed = await acts.UnderLockAsync(organization, member, async (actor, present) =>
            await KeepAsync(organization, present, FormerMembers.Removed, await acts.RunAsync(
                new AuditAct(AuditActions.RemoveMember, organization, "member", member.Value, present.Name, new { roles = present.RoleNames }),
                member,
                await rules.RefuseRemovalAsync(organization, actor, present),
                () => members.RemoveAsync(organization, member))));
        if (removed.IsFailure)
        {
            return removed.Failure;
        }

        // Outside the lock: each of them takes it. What fails here leaves invitations that nobody can accept, and says so.
        return fate switch
        {
            SentInvitationsFate.TakeOver => await invitations.TakeOverAsync(organization, member),
            SentInvitationsFate.Revoke => await invitations.RevokeAsync(organization, member),
            _ => new MemberRemoval(),
        };
    }

    /// <summary>Ends the person's own membership.</summary>
    public Task<Result> LeaveAsync(OrganizationId organization, UserId me) => acts.UnderLockAsync(organization, me, async (_, present) =>
        await KeepAsync(organization, present, FormerMembers.Left, await acts.RunAsync(
            new AuditAct(AuditActions.LeaveOrganization, organization, "member", me.Value, present.Name, new { roles = present.RoleNames }),
            me,
            await rules.RefuseLeavingAsync(organization, present),
            () => members.RemoveAsync(organization, me))));

    private async Task<Result> KeepAsync(OrganizationId organization, PresentMember present, string how, Result done)
    {
        if (!done.IsFailure && await currentUser.GetAsync() is { } actor)
        {
            await former.KeepAsync(organization, present, how, actor);
        }

        return done;
    }
}
