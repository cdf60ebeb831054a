using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// Ends a membership because its day has come: the portal does it, for whoever set the day, whatever they may do by now. Of two nodes, and of two rounds, the second
/// finds nothing to do.
/// </summary>
internal sealed class MembershipEnding(
    IOrganizationLocks locks,
    MembershipTerms terms,
    FormerMembers former,
    Administrators administrators,
    IOrganizationMembersClient members,
    IUsersClient users,
    IAuditTrail audit,
    IOrganizationEvents events,
    MembershipNews news,
    TimeProvider time)
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    /// <summary>The last administrator is never ended; somebody has to do something about it, and is told so once a day.</summary>
    private static readonly TimeSpan AgainForTheLast = TimeSpan.FromDays(1);

    /// <summary>Ends it, or puts it off with the reason on record. What Logto, the store or the lock do not let through is tried again in ten minutes.</summary>
    public async Task EndAsync(MembershipTerm due)
    {
        var (organization, member) = (OrganizationId.Parse(due.OrganizationId, null), UserId.Parse(due.UserId, null));
        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            await PostponeAsync(due, Again);
            return;
        }

        PresentMember? present;
        Failure? failure;
        await using (held.Value)
        {
            // Somebody may have moved or lifted it, or another node ended it, while this one waited.
            var now = await terms.FindAsync(organization, member);
            if (now.IsFailure || now.Value is not { } term || term.EndsAt != due.EndsAt)
            {
                return;
            }

            (present, failure) = await EndAsync(organization, member, term);
        }

        // Told outside the lock.
        switch (failure)
        {
            case null when present is not null:
                await news.TellEndedAsync(due, present);
                break;
            case Refused { Reason: RefusalReasons.LastAdministrator } when present is not null:
                await PostponeAsync(due, AgainForTheLast);
                await news.TellNotEndedAsync(due, present);
                break;
            case not null:
                await PostponeAsync(due, Again);
                break;
        }
    }

    private async Task<(PresentMember? Present, Failure? Failure)> EndAsync(OrganizationId organization, UserId member, MembershipTerm term)
    {
        var asking = users.GetAsync(member).ToResultAsync();
        var roles = await members.ListRolesAsync(organization, member).ToResultAsync();
        var user = await asking;
        if (roles.Failure is NotFound)
        {
            // Gone by another way, or the organization is: there is nothing to end.
            return (null, (await terms.LiftAsync(organization, member)).Failure);
        }

        if (roles.IsFailure)
        {
            return (null, roles.Failure);
        }

        var account = user.IsFailure ? null : user.Value;
        var present = new PresentMember(member, account?.Name ?? account?.PrimaryEmail ?? account?.Username, roles.Value, account?.PrimaryEmail);
        var act = new AuditAct(
            AuditActions.EndMembership, organization, "member", member.Value, present.Name, new { roles = present.RoleNames, endsAt = term.EndsAt }, new { setBy = term.SetByName });
        if (await administrators.RefuseLossAsync(organization, present, []) is { } refused)
        {
            if (refused is Refused)
            {
                await audit.RecordDenialAsync(act, refused);
            }

            return (present, refused);
        }

        return (present, await ActAsync(act, organization, present, term));
    }

    private async Task<Failure?> ActAsync(AuditAct act, OrganizationId organization, PresentMember present, MembershipTerm term)
    {
        var begun = await audit.BeginAsync(act);
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var removed = await members.RemoveAsync(organization, present.Id).ToResultAsync();
        await intent.CompleteAsync(removed.Failure);
        if (removed.Failure is null)
        {
            await former.KeepAsync(organization, present, FormerMembers.Expired, term.SetById, term.SetByName);
        }

        if (removed.Failure is null or Unavailable)
        {
            // A lost answer may stand for a change that was made.
            events.Publish(new MembersChanged(organization, present.Id));
        }

        return removed.Failure;
    }

    private Task<bool> PostponeAsync(MembershipTerm term, TimeSpan by) => terms.PostponeAsync(term, time.GetUtcNow() + by);
}
