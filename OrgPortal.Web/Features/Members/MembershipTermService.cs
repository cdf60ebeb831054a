using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

internal sealed class MembershipTermService(IOrganizationGuard guard, ICurrentUser currentUser, MemberActs acts, MemberRules rules, MembershipTerms terms, TimeProvider time) : IMembershipTermService
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(5 * 366);

    public async Task<Result> SetAsync(OrganizationId organization, UserId member, DateTimeOffset endsAt)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.DeleteMembers) is { } denied)
        {
            return denied;
        }

        var now = time.GetUtcNow();
        if (endsAt <= now || endsAt - now > Furthest)
        {
            return new Invalid("endsAt", "out_of_range");
        }

        return await currentUser.GetAsync() is { } person
            ? await ChangeAsync(organization, member, endsAt, () => terms.SetAsync(organization, member, endsAt, person))
            : new SignInRequired();
    }

    public async Task<Result> LiftAsync(OrganizationId organization, UserId member)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.DeleteMembers) is { } denied)
        {
            return denied;
        }

        return await ChangeAsync(organization, member, null, () => terms.LiftAsync(organization, member));
    }

    private Task<Result> ChangeAsync(OrganizationId organization, UserId member, DateTimeOffset? endsAt, Func<Task<Result>> change) =>
        acts.UnderLockAsync(organization, member, async (actor, present) =>
        {
            // Who may not remove somebody may not have it done later either, nor keep somebody whom those above let go.
            var refused = await rules.RefuseRemovalAsync(organization, actor, present);
            var before = await terms.FindAsync(organization, member);
            var act = new AuditAct(
                AuditActions.SetMembershipTerm, organization, "member", member.Value, present.Name,
                new { endsAt = before.IsFailure ? null : before.Value?.EndsAt }, new { endsAt });
            return (refused ?? before.Failure) is null && before.Value?.EndsAt == endsAt
                ? Result.Done
                : await acts.RunAsync(act, member, refused ?? before.Failure, change);
        });
}
