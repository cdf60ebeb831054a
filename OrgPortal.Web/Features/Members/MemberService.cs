using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

internal sealed class MemberService(
    IOrganizationGuard guard,
    ICurrentUser currentUser,
    IRoleCeiling ceiling,
    MemberListing listing,
    MemberReading reading,
    MemberRules rules,
    MemberActs acts,
    Removal removal,
    HandOver handOver,
    HandOverRules handOverRules,
    IReauthentication reauthentication,
    IOrganizationMembersClient members) : IMemberService
{
    public async Task<Result<Page<MemberRow>>> ListAsync(OrganizationId organization, MemberQuery query, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ReadMembers, cancellationToken) is { } denied)
        {
            return denied;
        }

        return await currentUser.GetAsync() is { } me ? await listing.ReadAsync(organization, me.Id, query, cancellationToken) : new SignInRequired();
    }

    public async Task<Result<MemberProfile>> GetAsync(OrganizationId organization, UserId member, CancellationToken cancellationToken = default)
    {
        var isMe = (await currentUser.GetAsync())?.Id == member;
        if (await (isMe ? guard.DenyReadUnlessMemberAsync(organization, cancellationToken) : guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ReadMembers, cancellationToken)) is { } denied)
        {
            return denied;
        }

        return await currentUser.GetAsync() is { } me ? await reading.ReadAsync(organization, me.Id, member, cancellationToken) : new SignInRequired();
    }

    public async Task<Result<IReadOnlyList<SecondFactor>>> ListSecondFactorsAsync(OrganizationId organization, UserId member, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageMembers, cancellationToken) is { } denied
            && (denied is not Forbidden || await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageSecurity, cancellationToken) is not null))
        {
            return denied;
        }

        return await reading.ReadSecondFactorsAsync(organization, member, cancellationToken);
    }

    public async Task<Result<IReadOnlyList<GrantableRole>>> ListRolesAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessMemberAsync(organization, cancellationToken) is { } denied)
        {
            return denied;
        }

        return await currentUser.GetAsync() is { } me ? await ceiling.ListAsync(organization, me.Id, cancellationToken) : new SignInRequired();
    }

    public async Task<Result> ChangeRolesAsync(OrganizationId organization, UserId member, IReadOnlyList<OrganizationRoleId> roles, IReadOnlyList<OrganizationRoleId>? expected = null)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageMembers) is { } denied)
        {
            return denied;
        }

        var wanted = roles.Distinct().ToList();
        return await acts.UnderLockAsync(organization, member, async (actor, present) =>
        {
            if (present.HasExactly(wanted))
            {
                return Result.Done;
            }

            var refused = await rules.RefuseSurpriseAsync(organization, present, expected) ?? await rules.RefuseChangeAsync(organization, actor, present, wanted);
            var act = new AuditAct(
                AuditActions.ChangeMemberRoles, organization, "member", member.Value, present.Name,
                new { roles = present.RoleNames }, new { roles = await rules.NameAsync(wanted) });

            return await acts.RunAsync(act, member, refused, () => members.ReplaceRolesAsync(organization, member, wanted));
        });
    }

    public async Task<Result<RemovalTerms>> GetRemovalTermsAsync(OrganizationId organization, UserId member, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.DeleteMembers, cancellationToken) is { } denied)
        {
            return denied;
        }

        return await currentUser.GetAsync() is { } me ? await removal.ReadTermsAsync(organization, me.Id, member, cancellationToken) : new SignInRequired();
    }

    public async Task<Result<MemberRemoval>> RemoveAsync(OrganizationId organization, UserId member, SentInvitationsFate invitations = SentInvitationsFate.Leave)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.DeleteMembers) is { } denied)
        {
            return denied;
        }

        return await removal.RemoveAsync(organization, member, invitations);
    }

    public async Task<Result> LeaveAsync(OrganizationId organization)
    {
        if (await guard.DenyUnlessMemberAsync(organization) is { } denied)
        {
            return denied;
        }

        return await currentUser.GetAsync() is { } me ? await removal.LeaveAsync(organization, me.Id) : new SignInRequired();
    }

    public async Task<Result<HandOverTerms>> GetHandOverTermsAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        foreach (var permission in OrganizationPermissions.Administrator)
        {
            if (await guard.DenyReadUnlessAsync(organization, permission, cancellationToken) is { } denied)
            {
                return denied;
            }
        }

        return await currentUser.GetAsync() is { } me ? await handOverRules.ListTermsAsync(organization, me.Id, cancellationToken) : new SignInRequired();
    }

    public async Task<Result> HandOverAsync(OrganizationId organization, UserId recipient, IReadOnlyList<OrganizationRoleId> afterwards, string typedName)
    {
        if (await guard.DenyUnlessAllAsync(organization, OrganizationPermissions.Administrator) is { } denied)
        {
            return denied;
        }

        if (await reauthentication.DenyUnlessRecentAsync(organization, AuditActions.HandOver) is { } unproved)
        {
            return unproved;
        }

        return await handOver.RunAsync(organization, recipient, [.. afterwards.Distinct()], typedName);
    }
}
