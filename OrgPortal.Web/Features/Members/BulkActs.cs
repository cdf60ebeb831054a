using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// Does the same to several people, one after the other through the services: each has rights and rules of their own, each is on record, and one that fails
/// stops none of the others.
/// </summary>
internal sealed class BulkActs(IMemberService members, IFormerMemberService former, IMembershipTermService terms, ISentInvitations invitations)
{
    /// <summary>The most people at a time: everybody is looked at in the review.</summary>
    public const int Most = 500;

    /// <summary>Puts everybody on the list, and leaves out those to whom it cannot be done or means nothing.</summary>
    public static IReadOnlyList<BulkItem> Review(BulkPlan plan, IEnumerable<MemberRow> people) => [.. people.Select(row => new BulkItem(row)
    {
        Failure = plan.RefusalFor(row),
        State = plan.RefusalFor(row) is not null || plan.ChangesNothingFor(row) ? BulkState.LeftOut : BulkState.Waiting,
    })];

    /// <summary>Does it to everybody who is waiting, until it is told to stop between two.</summary>
    /// <param name="organization">Where.</param>
    /// <param name="plan">What.</param>
    /// <param name="items">To whom.</param>
    /// <param name="goOn">Asked before each; told about each after it by being asked again.</param>
    public async Task RunAsync(OrganizationId organization, BulkPlan plan, IReadOnlyList<BulkItem> items, Func<bool> goOn)
    {
        foreach (var item in items.Where(item => item.State == BulkState.Waiting))
        {
            if (!goOn())
            {
                return;
            }

            item.State = BulkState.Running;
            item.Failure = await ActAsync(organization, plan, item);
            item.State = item.Failure is null ? BulkState.Done : BulkState.Failed;
        }

        goOn();
    }

    /// <summary>Takes back what was done. What has changed meanwhile stays, with the reason.</summary>
    /// <returns>How many invitations that were revoked with a removal could not be restored as they were.</returns>
    public async Task<int> UndoAsync(OrganizationId organization, BulkPlan plan, IReadOnlyList<BulkItem> items)
    {
        var left = 0;
        foreach (var item in items.Where(item => item.State == BulkState.Done))
        {
            item.Failure = plan.Kind switch
            {
                BulkKind.Remove => (await former.ReinstateAsync(organization, item.Row.Id)).Failure,
                BulkKind.SetEnd => await SetEndAsync(organization, item.Row.Id, item.Row.End?.At),
                _ => (await members.ChangeRolesAsync(organization, item.Row.Id, RolesOf(item.Row), expected: plan.RolesFor(item.Row))).Failure,
            };
            item.State = item.Failure is null ? BulkState.Undone : BulkState.Failed;
            left += item is { Failure: null, Removal: { } removal } ? await invitations.RestoreAsync(organization, removal.Revoked) : 0;
        }

        return left;
    }

    private async Task<Failure?> ActAsync(OrganizationId organization, BulkPlan plan, BulkItem item) => plan.Kind switch
    {
        BulkKind.Remove => await RemoveAsync(organization, plan, item),
        BulkKind.SetEnd => await SetEndAsync(organization, item.Row.Id, plan.EndsAt),
        _ => (await members.ChangeRolesAsync(organization, item.Row.Id, plan.RolesFor(item.Row), expected: RolesOf(item.Row))).Failure,
    };

    private async Task<Failure?> RemoveAsync(OrganizationId organization, BulkPlan plan, BulkItem item)
    {
        var removed = await members.RemoveAsync(organization, item.Row.Id, plan.Invitations);
        item.Removal = removed.IsFailure ? null : removed.Value;
        return removed.Failure;
    }

    private async Task<Failure?> SetEndAsync(OrganizationId organization, UserId member, DateTimeOffset? endsAt) =>
        (endsAt is { } end ? await terms.SetAsync(organization, member, end) : await terms.LiftAsync(organization, member)).Failure;

    private static IReadOnlyList<OrganizationRoleId> RolesOf(MemberRow row) => [.. row.Roles.Select(role => role.Id)];
}
