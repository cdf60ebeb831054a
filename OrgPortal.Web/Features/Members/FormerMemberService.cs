using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

internal sealed class FormerMemberService(IOrganizationGuard guard, ICurrentUser currentUser, IOrganizationLocks locks, FormerMembers former, Reinstatement reinstatement) : IFormerMemberService
{
    private const int PageSize = 20;
    private const int LastPage = 100_000;

    public async Task<Result<Page<FormerMember>>> ListAsync(OrganizationId organization, string? search, int page, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.DeleteMembers, cancellationToken) is { } denied)
        {
            return denied;
        }

        var text = string.IsNullOrWhiteSpace(search) ? null : search.Trim();
        return await former.ListAsync(organization, new PageRequest(Math.Clamp(page, 1, LastPage), PageSize), text?[..Math.Min(text.Length, MemberQuery.MaxSearch)], cancellationToken);
    }

    public async Task<Result<Reinstated>> ReinstateAsync(OrganizationId organization, UserId former)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.DeleteMembers) is { } denied)
        {
            return denied;
        }

        if (await currentUser.GetAsync() is not { } actor)
        {
            return new SignInRequired();
        }

        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var lease = held.Value;
        return await reinstatement.RunAsync(organization, actor.Id, former);
    }
}
