using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Requests;

/// <summary>
/// The administrators' side, inside the organization's lock. Becoming a member takes two calls of Logto: the request says that they are under way before the
/// first, so that whatever breaks off is found again, and taken back or seen to be done by <see cref="JoinUpkeep"/>.
/// </summary>
internal sealed class JoinAnswers(
    ICurrentUser currentUser,
    RequestStore store,
    JoinUpkeep upkeep,
    IUsersClient users,
    IOrganizationMembersClient members,
    IOrganizationRolesClient template,
    IRoleCeiling ceiling,
    IAuditTrail audit,
    IOrganizationEvents events,
    TimeProvider time)
{
    public async Task<Result<JoinRequest>> ApproveAsync(OrganizationId organization, Guid request, IReadOnlyList<OrganizationRoleId> roles)
    {
        var found = await FindAsync(organization, request);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var (actor, row) = found.Value;
        var asker = UserId.Parse(row.UserId, null);
        if (await IsMemberAsync(organization, asker) is var present && (present.IsFailure || present.Value))
        {
            return present.IsFailure ? present.Failure : await EndAsync(organization, row, new Refused(RefusalReasons.AlreadyMember));
        }

        var account = await users.GetAsync(asker).ToResultAsync();
        if (account.IsFailure)
        {
            return account.Failure is NotFound ? await EndAsync(organization, row, new Refused(RefusalReasons.RequestClosed)) : account.Failure;
        }

        var act = RequestActs.Of(AuditActions.ApproveRequest, organization, row, new { roles = await NameAsync(roles) });
        var refused = account.Value.IsSuspended ? new Refused(RefusalReasons.AskerSuspended)
            : !string.Equals(account.Value.PrimaryEmail?.Trim(), row.Address, StringComparison.OrdinalIgnoreCase) ? new Refused(RefusalReasons.AskerAddressChanged)
            : await ceiling.RefuseUnlessWithinAsync(organization, actor.Id, roles, OrganizationPermissions.InviteMembers);
        if (refused is not null)
        {
            return await RefuseAsync(act, refused);
        }

        (row.AnsweredById, row.AnsweredByName) = (actor.Id.Value, actor.Name);
        return await ActAsync(act, organization, row, () => TakeInAsync(organization, row, asker, roles));
    }

    public async Task<Result<JoinRequest>> DeclineAsync(OrganizationId organization, Guid request, string? reason)
    {
        var found = await FindAsync(organization, request);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var (actor, row) = found.Value;
        (row.AnsweredById, row.AnsweredByName, row.Reason) = (actor.Id.Value, actor.Name, reason);
        return await ActAsync(RequestActs.Of(AuditActions.DeclineRequest, organization, row), organization, row, () => store.MoveAsync(row, RequestStates.Declined, time.GetUtcNow()));
    }

    // An approval that was broken off is cleared up first: then the request waits again, or has ended.
    private async Task<Result<(Person Actor, JoinRequest Row)>> FindAsync(OrganizationId organization, Guid request)
    {
        if (await currentUser.GetAsync() is not { } actor)
        {
            return new SignInRequired();
        }

        var found = await store.FindAsync(organization, request);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        if (found.Value is { State: RequestStates.Approving, ClosedAt: null } broken && await upkeep.ClearUpAsync(organization, broken) is { IsFailure: true } left)
        {
            return left.Failure;
        }

        return RequestStates.IsOpen(found.Value, time.GetUtcNow()) ? (actor, found.Value) : new Refused(RefusalReasons.RequestClosed);
    }

    private async Task<Result> TakeInAsync(OrganizationId organization, JoinRequest row, UserId asker, IReadOnlyList<OrganizationRoleId> roles)
    {
        var begun = await store.MoveAsync(row, RequestStates.Approving, time.GetUtcNow());
        if (begun.IsFailure)
        {
            return begun;
        }

        var done = await members.AddAsync(organization, [asker]).ToResultAsync(ExplainRefusal);
        if (!done.IsFailure)
        {
            done = await members.AddRolesAsync(organization, asker, roles).ToResultAsync(ExplainRefusal);
        }

        if (!done.IsFailure)
        {
            // When the store does not take it the person is a member all the same; upkeep will see that.
            await store.MoveAsync(row, RequestStates.Approved, time.GetUtcNow());
            return done;
        }

        var undone = await upkeep.UndoAsync(organization, row);
        return done.Failure is Unavailable cause ? new Interrupted(!undone.IsFailure, cause) : done;
    }

    private async Task<Result<JoinRequest>> ActAsync(AuditAct act, OrganizationId organization, JoinRequest row, Func<Task<Result>> run)
    {
        var begun = await audit.BeginAsync(act);
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var done = await run();
        await intent.CompleteAsync(done.Failure);
        Announce(organization, row);
        return done.IsFailure ? done.Failure : row;
    }

    private async Task<Failure> EndAsync(OrganizationId organization, JoinRequest row, Refused reason)
    {
        await store.MoveAsync(row, RequestStates.Gone, time.GetUtcNow());
        Announce(organization, row);
        return reason;
    }

    private async Task<Failure> RefuseAsync(AuditAct act, Failure refused)
    {
        if (refused is Forbidden or NotFound or Refused)
        {
            await audit.RecordDenialAsync(act, refused);
        }

        return refused;
    }

    // Also after a failure: a lost answer may stand for a change that was made.
    private void Announce(OrganizationId organization, JoinRequest row)
    {
        var asker = UserId.Parse(row.UserId, null);
        events.Publish(new MembersChanged(organization, asker));
        events.Publish(new JoinRequestsChanged(organization, asker));
    }

    private async Task<Result<bool>> IsMemberAsync(OrganizationId organization, UserId asker)
    {
        var roles = await members.ListRolesAsync(organization, asker).ToResultAsync();
        return roles switch
        {
            { Failure: NotFound } => false,
            { IsFailure: true } => roles.Failure,
            _ => true,
        };
    }

    private async Task<IReadOnlyList<string>> NameAsync(IReadOnlyList<OrganizationRoleId> roles)
    {
        var known = await template.ListAsync().ToResultAsync();
        return [.. roles.Select(role => (known.IsFailure ? null : known.Value.FirstOrDefault(one => one.Id == role)?.Name) ?? role.Value)];
    }

    private static Failure? ExplainRefusal(string code) => code switch
    {
        // Between the check and the call the template changed, or the account went.
        "entity.relation_foreign_key_not_found" => new Invalid("roles", "unknown_role"),
        "entity.db_constraint_violated" => new Refused(RefusalReasons.MachineRole),
        _ => null,
    };
}
