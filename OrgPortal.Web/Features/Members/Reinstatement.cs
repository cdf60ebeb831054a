using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Members;

/// <summary>Gives a membership back. Whoever calls has asked the guard and holds the organization's lock.</summary>
internal sealed class Reinstatement(
    FormerMembers former,
    MembershipTerms terms,
    IRoleCeiling ceiling,
    IOrganizationMembersClient members,
    IOrganizationRolesClient template,
    IUsersClient users,
    IAuditTrail audit,
    IOrganizationEvents events)
{
    public async Task<Result<Reinstated>> RunAsync(OrganizationId organization, UserId actor, UserId member)
    {
        // Asked before anything is looked up, so that nothing is told to whoever lost the right while waiting for the lock.
        var own = await ceiling.ReadAsync(organization, actor);
        if ((own.IsFailure ? own.Failure : own.Value.Refuse([], OrganizationPermissions.DeleteMembers)) is { } lost)
        {
            return lost;
        }

        var kept = await former.FindAsync(organization, member);
        var known = kept.IsFailure ? kept.Failure : await template.ListAsync().ToResultAsync();
        if ((kept.Failure ?? known.Failure) is { } failure)
        {
            return failure;
        }

        var roles = FormerMembers.RolesOf(kept.Value);
        var (still, missing) = (roles.Where(role => known.Value.Any(one => one.Id == role.Id)).ToList(), roles.Where(role => known.Value.All(one => one.Id != role.Id)).ToList());
        var act = new AuditAct(
            AuditActions.ReinstateMember, organization, "member", member.Value, kept.Value.Name ?? kept.Value.EmailAddress,
            After: new { roles = still.Select(role => role.Name), missing = missing.Count == 0 ? null : missing.Select(role => role.Name) });
        if (await RefuseAsync(organization, own.Value, kept.Value, member, still) is { } refused)
        {
            if (refused is Refused)
            {
                await audit.RecordDenialAsync(act, refused);
            }

            return refused;
        }

        var done = await ActAsync(act, organization, member, [.. still.Select(role => role.Id)]);
        if (done.IsFailure)
        {
            return done.Failure;
        }

        await terms.RestoreAsync(organization, member, kept.Value);
        await former.ForgetAsync(organization, member);
        return new Reinstated(kept.Value.Name ?? kept.Value.EmailAddress ?? member.Value, [.. still.Select(role => role.Name)], [.. missing.Select(role => role.Name)]);
    }

    private async Task<Failure?> RefuseAsync(OrganizationId organization, Ceiling own, FormerMembership kept, UserId member, List<OrganizationRoleName> roles)
    {
        if (kept.How == FormerMembers.Left)
        {
            return new Refused(RefusalReasons.LeftThemselves);
        }

        var asking = users.GetAsync(member).ToResultAsync();
        var present = await members.ListRolesAsync(organization, member).ToResultAsync();
        var account = await asking;
        return (present.Failure, account.Failure) switch
        {
            (null, _) => new Refused(RefusalReasons.AlreadyMember, kept.Name),
            (not NotFound, _) => present.Failure,
            (_, NotFound) => new Refused(RefusalReasons.AccountGone),
            (_, { } failure) => failure,
            _ => own.Refuse([.. roles.Select(role => role.Id)]),
        };
    }

    private async Task<Result> ActAsync(AuditAct act, OrganizationId organization, UserId member, IReadOnlyList<OrganizationRoleId> roles)
    {
        var begun = await audit.BeginAsync(act);
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var added = await members.AddAsync(organization, [member]).ToResultAsync(Explain);
        var given = added.IsFailure || roles.Count == 0 ? added : await members.ReplaceRolesAsync(organization, member, roles).ToResultAsync(Explain);
        if (!added.IsFailure && given.IsFailure)
        {
            // Somebody who belongs to it with nothing is not who was removed: all or nothing.
            await members.RemoveAsync(organization, member).ToResultAsync();
        }

        await intent.CompleteAsync(given.Failure);
        if (given.Failure is null or Unavailable)
        {
            events.Publish(new MembersChanged(organization, member));
        }

        return given;
    }

    private static Failure? Explain(string code) => code switch
    {
        // Between the check and the call the account or a role went.
        "entity.relation_foreign_key_not_found" => new Refused(RefusalReasons.ChangedMeanwhile),
        "entity.db_constraint_violated" => new Refused(RefusalReasons.MachineRole),
        _ => null,
    };
}
