using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Events;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// Hands an organization over in two changes that Logto does not tie together: first the other becomes an administrator, then one's own roles
/// go. What was given is never taken back: when the answer about the second change is lost, it may have been made, and the other would be the
/// only administrator there is. So whatever fails, there is one; and trying again goes on where it stopped.
/// </summary>
internal sealed class HandOver(ICurrentUser currentUser, IOrganizationLocks locks, IAuditTrail audit, IOrganizationEvents events, IOrganizationMembersClient members, HandOverRules rules)
{
    public async Task<Result> RunAsync(OrganizationId organization, UserId to, IReadOnlyList<OrganizationRoleId> afterwards, string typedName)
    {
        if (await currentUser.GetAsync() is not { } giver)
        {
            return new SignInRequired();
        }

        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var lease = held.Value;
        var facts = await rules.ReadAsync(organization, giver.Id, giver.Name, to);
        if (facts.IsFailure)
        {
            return facts.Failure;
        }

        var act = Describe(organization, facts.Value, afterwards);
        return rules.Refuse(facts.Value, afterwards, typedName) is { } refused
            ? await RefuseAsync(act, refused)
            : await ActAsync(act, organization, facts.Value, afterwards);
    }

    private static AuditAct Describe(OrganizationId organization, HandOverFacts facts, IReadOnlyList<OrganizationRoleId> afterwards) => new(
        AuditActions.HandOver, organization, "member", facts.Recipient.Id.Value, facts.Recipient.Name,
        new { recipient = facts.Recipient.RoleNames, giver = facts.Giver.RoleNames },
        new { recipient = facts.NamesOf(facts.Recipient.RoleIds.Union(facts.Given)), giver = facts.NamesOf(afterwards) });

    private async Task<Result> RefuseAsync(AuditAct act, Failure refused)
    {
        // Not found is the giver, who is no member any more.
        if (refused is Forbidden or NotFound or Refused)
        {
            await audit.RecordDenialAsync(act, refused);
        }

        return refused;
    }

    private async Task<Result> ActAsync(AuditAct act, OrganizationId organization, HandOverFacts facts, IReadOnlyList<OrganizationRoleId> afterwards)
    {
        var begun = await audit.BeginAsync(act);
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var failure = await GiveAsync(organization, facts) ?? await StepDownAsync(organization, facts.Giver.Id, afterwards);
        await intent.CompleteAsync(failure);
        if (failure is null or Unavailable or HandOverHalfDone)
        {
            // A lost answer may stand for a change that was made.
            events.Publish(new MembersChanged(organization, facts.Recipient.Id));
            events.Publish(new MembersChanged(organization, facts.Giver.Id));
        }

        return failure is null ? Result.Done : failure;
    }

    private async Task<Failure?> GiveAsync(OrganizationId organization, HandOverFacts facts)
    {
        var missing = facts.Given.Except(facts.Recipient.RoleIds).ToList();
        return missing.Count == 0 ? null : (await members.AddRolesAsync(organization, facts.Recipient.Id, missing).ToResultAsync(ExplainRefusal)).Failure;
    }

    private async Task<Failure?> StepDownAsync(OrganizationId organization, UserId giver, IReadOnlyList<OrganizationRoleId> afterwards)
    {
        var stepped = await members.ReplaceRolesAsync(organization, giver, afterwards).ToResultAsync(ExplainRefusal);
        return stepped.Failure switch
        {
            null => null,
            // Not even a member any more: there is nothing to step down from.
            NotFound => null,
            Unavailable when await HasSteppedDownAsync(organization, giver, afterwards) => null,
            var cause => new HandOverHalfDone(cause),
        };
    }

    private async Task<bool> HasSteppedDownAsync(OrganizationId organization, UserId giver, IReadOnlyList<OrganizationRoleId> afterwards)
    {
        var now = await members.ListRolesAsync(organization, giver).ToResultAsync();
        return !now.IsFailure && new PresentMember(giver, null, now.Value).HasExactly(afterwards);
    }

    // Between the check and the call the template changed.
    private static Failure? ExplainRefusal(string code) => code switch
    {
        "entity.relation_foreign_key_not_found" => new Invalid("afterwards", "unknown_role"),
        "entity.db_constraint_violated" => new Refused(RefusalReasons.MachineRole),
        _ => null,
    };
}
