using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>
/// Makes a person a member by a link, in two calls that Logto does not tie together: member, roles. Before the first the person is counted in the store;
/// a failure is settled at once, and what a crash leaves behind is found and settled later.
/// </summary>
internal sealed class JoiningByLink(
    IOrganizationMembersClient members,
    IOrganizationRolesClient template,
    JoinLinkRecords records,
    JoinLinkStanding standing,
    IOrganizationLocks locks,
    IAuditTrail audit,
    IOrganizationEvents events)
{
    /// <summary>The caller has established who the person is, with the address as Logto has it now.</summary>
    /// <returns>Whether the person was no member before.</returns>
    public async Task<Result<bool>> JoinAsync(JoinLink opened, User person)
    {
        var organization = opened.Organization();
        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        // Inside the lock all of it is read again: the link may have been switched off, or its maker's rights taken, since the page was opened.
        await using var hold = held.Value;
        var found = await records.FindAsync(organization, opened.Id);
        var use = await records.FindUseAsync(opened.Id, person.Id);
        var roles = await members.ListRolesAsync(organization, person.Id).ToResultAsync();
        var wasTakenOut = await records.WasTakenOutAsync(organization, person.Id);
        if (found.Failure is Unavailable || use.IsFailure || wasTakenOut.IsFailure || roles.Failure is not (null or NotFound))
        {
            return found.Failure as Unavailable ?? use.Failure ?? wasTakenOut.Failure ?? roles.Failure!;
        }

        var link = found is { IsFailure: false } same && same.Value.Hash == opened.Hash ? same.Value : null;
        return (IsMember: !roles.IsFailure, use.Value) switch
        {
            (true, not { State: JoinLinkUseStates.Begun }) => false,
            _ when link is null => new Refused(RefusalReasons.JoinLinkEnded),
            (false, var past) when wasTakenOut.Value || past is { State: JoinLinkUseStates.Done } => await DenyAsync(link, new Refused(RefusalReasons.JoinLinkUsed)),
            var (_, begun) => await RefuseAsync(link, person, begun) is { } refused ? await DenyAsync(link, refused) : await RunAsync(link, person, begun),
        };
    }

    /// <summary>
    /// Brings what was broken off to an end, inside the organization's lock: whoever has roles stays and counts, whoever was only added is taken out again.
    /// </summary>
    /// <returns>Whether the person is a member now; nothing when Logto or the store did not answer, and it has to be tried again.</returns>
    public async Task<bool?> SettleAsync(JoinLinkUse use)
    {
        var (organization, person) = (OrganizationId.Parse(use.OrganizationId, null), UserId.Parse(use.UserId, null));
        var roles = await members.ListRolesAsync(organization, person).ToResultAsync();
        if (roles is { IsFailure: false, Value.Count: > 0 })
        {
            return await records.CompleteAsync(use) is null ? true : null;
        }

        var gone = roles.IsFailure ? roles.Failure : (await members.RemoveAsync(organization, person).ToResultAsync()).Failure ?? new NotFound();
        return gone is NotFound && await records.ReleaseAsync(use) is null ? false : null;
    }

    /// <summary>Announces what became of somebody who was settled later.</summary>
    public void Announce(JoinLinkUse use)
    {
        var organization = OrganizationId.Parse(use.OrganizationId, null);
        events.Publish(new MembersChanged(organization, UserId.Parse(use.UserId, null)));
        events.Publish(new InvitationsChanged(organization));
    }

    private async Task<Failure?> RefuseAsync(JoinLink link, User person, JoinLinkUse? begun)
    {
        var state = await standing.FindAsync(link, isCounted: begun is not null);
        return state switch
        {
            { IsFailure: true } => state.Failure,
            { Value: not JoinLinkState.Live } => new Refused(RefusalReasons.JoinLinkEnded),
            _ when !link.Admits(person.PrimaryEmail) => new Refused(RefusalReasons.JoinLinkDomain),
            _ => null,
        };
    }

    private async Task<Failure> DenyAsync(JoinLink link, Failure refused)
    {
        await audit.RecordDenialAsync(JoinLinkActs.Of(AuditActions.UseJoinLink, link), refused);
        return refused;
    }

    private async Task<Result<bool>> RunAsync(JoinLink link, User person, JoinLinkUse? begun)
    {
        var intent = await audit.BeginAsync(JoinLinkActs.Of(AuditActions.UseJoinLink, link, after: new { roles = await template.NameAsync(link.Roles()) }));
        if (intent.IsFailure)
        {
            return intent.Failure;
        }

        await using var entry = intent.Value;
        var counted = begun is null ? await records.BeginAsync(link, person) : begun;
        var failure = counted switch
        {
            { IsFailure: true } => counted.Failure,
            { Value: { } use } => await CompleteAsync(link, use, person.Id),
            _ => new Refused(RefusalReasons.JoinLinkEnded),
        };
        await entry.CompleteAsync(failure);
        if (failure is null or Interrupted)
        {
            events.Publish(new MembersChanged(link.Organization(), person.Id));
            events.Publish(new InvitationsChanged(link.Organization()));
        }

        return failure is null ? true : failure;
    }

    private async Task<Failure?> CompleteAsync(JoinLink link, JoinLinkUse use, UserId person)
    {
        Failure? cause = new Unavailable();
        bool? isMember = null;
        try
        {
            cause = await GiveAsync(link, person);
        }
        finally
        {
            // Also when an exception passes through. Where the store does not take that it is done, the repair finds a member with roles.
            isMember = cause is null ? await DoneAsync(use) : await SettleAsync(use);
        }

        // A lost answer may have been a yes.
        return isMember is true ? null : new Interrupted(IsUndone: isMember is false, cause ?? new Unavailable());
    }

    private async Task<bool> DoneAsync(JoinLinkUse use)
    {
        await records.CompleteAsync(use);
        return true;
    }

    private async Task<Failure?> GiveAsync(JoinLink link, UserId person)
    {
        var added = await members.AddAsync(link.Organization(), [person]).ToResultAsync(Explain);
        return added.IsFailure ? added.Failure : (await members.AddRolesAsync(link.Organization(), person, link.Roles()).ToResultAsync(Explain)).Failure;
    }

    private static Refused? Explain(string code) => code switch
    {
        "entity.relation_foreign_key_not_found" or "entity.db_constraint_violated" => new Refused(RefusalReasons.ChangedMeanwhile),
        _ => null,
    };
}
