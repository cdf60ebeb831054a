using OrgPortal.Web.Authorization;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Requests;

internal sealed class JoinRequestService(IOrganizationGuard guard, IOrganizationLocks locks, JoinAsking asking, JoinAnswers answers, RequestListing listing, RequestNews news) : IJoinRequestService
{
    public async Task<Result<MyJoining>> ListMineAsync(CancellationToken cancellationToken = default) =>
        await guard.DenyUnlessSignedInAsync(cancellationToken) is { } denied ? denied : await asking.ListMineAsync(cancellationToken);

    public async Task<Result> AskAsync(OrganizationId organization, string? note) =>
        await guard.DenyUnlessSignedInAsync() is { } denied ? denied : await TellAsync(await asking.AskAsync(organization, note), news.TellAskedAsync);

    public async Task<Result> WithdrawAsync(Guid request) =>
        await guard.DenyUnlessActiveAsync() is { } denied ? denied : await asking.WithdrawAsync(request);

    public async Task<Result<RequestTab>> CountAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.InviteMembers, cancellationToken) is { } denied
            ? denied
            : await listing.CountAsync(organization, cancellationToken);

    public async Task<Result<RequestList>> ListAsync(OrganizationId organization, RequestQuery query, CancellationToken cancellationToken = default) =>
        await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.InviteMembers, cancellationToken) is { } denied
            ? denied
            : await listing.ReadAsync(organization, query, cancellationToken);

    public async Task<Result> ApproveAsync(OrganizationId organization, Guid request, IReadOnlyList<OrganizationRoleId> roles)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        var wanted = roles.Distinct().ToList();
        return wanted.Count == 0 ? new Invalid("roles", "required") : await TellAsync(await HoldAsync(organization, () => answers.ApproveAsync(organization, request, wanted)), news.TellApprovedAsync);
    }

    public async Task<Result> DeclineAsync(OrganizationId organization, Guid request, string? reason)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        var text = RequestTexts.CleanOrNone(reason);
        return RequestTexts.Refuse("reason", text) is { } invalid ? invalid : await TellAsync(await HoldAsync(organization, () => answers.DeclineAsync(organization, request, text)), news.TellDeclinedAsync);
    }

    // Whoever held the lock before may have taken the right away. What was read a moment ago counts unless a change was announced since.
    private async Task<Result<JoinRequest>> HoldAsync(OrganizationId organization, Func<Task<Result<JoinRequest>>> act)
    {
        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var lease = held.Value;
        return await guard.DenyIfDoubtfulAsync(organization, OrganizationPermissions.InviteMembers) is { } lost
                ? lost
                : await act();
    }

    // After the act and outside the lock; never fails it.
    private static async Task<Result> TellAsync(Result<JoinRequest> done, Func<JoinRequest, Task> tell)
    {
        if (done.IsFailure)
        {
            return done.Failure;
        }

        await tell(done.Value);
        return Result.Done;
    }
}
