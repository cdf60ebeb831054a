using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Events;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>What every change to a membership has in common: the lock, the facts as they are now, the record, the announcement.</summary>
internal sealed class MemberActs(
    ICurrentUser currentUser,
    IOrganizationLocks locks,
    IAuditTrail audit,
    IOrganizationEvents events,
    IOrganizationMembersClient members,
    IUsersClient users)
{
    /// <summary>Reads the member inside the organization's lock and goes on with it; <see cref="NotFound"/> for somebody who is no member.</summary>
    public async Task<Result> UnderLockAsync(OrganizationId organization, UserId member, Func<UserId, PresentMember, Task<Result>> act)
    {
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
        var present = await ReadAsync(organization, member, actor);
        return present.IsFailure ? present.Failure : await act(actor.Id, present.Value);
    }

    /// <summary>Records the act, does it and announces it; or records that a rule spoke against it.</summary>
    public Task<Result> RunAsync(AuditAct act, UserId member, Failure? refused, Func<Task> call) => RunAsync(act, member, refused, () => call().ToResultAsync(ExplainRefusal));

    /// <inheritdoc cref="RunAsync(AuditAct, UserId, Failure?, Func{Task})" />
    public async Task<Result> RunAsync(AuditAct act, UserId member, Failure? refused, Func<Task<Result>> call)
    {
        if (refused is not null)
        {
            return await RefuseAsync(act, refused);
        }

        var begun = await audit.BeginAsync(act);
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var done = await call();
        await intent.CompleteAsync(done.Failure);
        if (done.Failure is null or Unavailable)
        {
            // A lost answer may stand for a change that was made: whoever remembers rights or shows the list asks again.
            events.Publish(new MembersChanged(act.Organization!.Value, member));
        }

        return done;
    }

    private async Task<Result> RefuseAsync(AuditAct act, Failure refused)
    {
        // Somebody being faster is no attempt at more than is allowed, nor is an outage. Not found is the actor, who is no member any more.
        if (refused is Forbidden or NotFound or Refused { Reason: not RefusalReasons.ChangedMeanwhile })
        {
            await audit.RecordDenialAsync(act, refused);
        }

        return refused;
    }

    private async Task<Result<PresentMember>> ReadAsync(OrganizationId organization, UserId member, Person actor)
    {
        // The name is for the record only: without it the act is on record by id.
        var naming = member == actor.Id ? Task.FromResult<(string?, string?)>((actor.Name, actor.EmailAddress)) : NameAsync(member);
        var roles = await members.ListRolesAsync(organization, member).ToResultAsync();
        var (name, address) = await naming;
        return roles.IsFailure ? roles.Failure : new PresentMember(member, name, roles.Value, address);
    }

    private async Task<(string? Name, string? Address)> NameAsync(UserId member)
    {
        var user = await users.GetAsync(member).ToResultAsync();
        return user.IsFailure ? default : (user.Value.Name ?? user.Value.PrimaryEmail ?? user.Value.Username, user.Value.PrimaryEmail);
    }

    private static Failure? ExplainRefusal(string code) => code switch
    {
        // Between the check and the call the template changed.
        "entity.relation_foreign_key_not_found" => new Invalid("roles", "unknown_role"),
        "entity.db_constraint_violated" => new Refused(RefusalReasons.MachineRole),
        _ => null,
    };
}
