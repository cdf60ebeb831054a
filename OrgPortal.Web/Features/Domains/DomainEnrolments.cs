using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Domains;

/// <summary>
/// Decides who may join by a verified domain. Only verified ones are ever given to Logto. What opens the organization is written down before Logto is told,
/// and what closes it after: whatever fails in between, nobody joins by a domain that the portal shows as closed.
/// </summary>
internal sealed class DomainEnrolments(
    ICurrentUser currentUser,
    IRoleCeiling ceiling,
    DomainStore store,
    DomainProving proving,
    AddressTrust trust,
    IOrganizationJustInTimeClient justInTime,
    IAuditTrail audit,
    IOrganizationEvents events,
    TimeProvider time)
{
    /// <summary>Changes it, inside the organization's lock.</summary>
    public async Task<Result> SetAsync(OrganizationId organization, DomainName domain, DomainEnrolment enrolment, IReadOnlyList<OrganizationRoleId> roles)
    {
        if (await currentUser.GetAsync() is not { } actor)
        {
            return new SignInRequired();
        }

        var found = await store.FindAsync(organization, domain);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var row = found.Value;
        var before = enrolment == DomainEnrolment.Automatic ? await justInTime.ListRolesAsync(organization).ToResultAsync() : Result.Of<IReadOnlyList<OrganizationRoleName>>([]);
        if (before.IsFailure)
        {
            return before.Failure;
        }

        var held = before.Value.Select(role => role.Id).ToList();
        var act = DomainActs.Of(
            AuditActions.ChangeDomainEnrolment, organization, domain,
            new { enrolment = row.Enrolment, roles = before.Value.Select(role => role.Name) },
            new { enrolment = DomainStates.NameOf(enrolment), roles = roles.Select(role => role.Value) });
        if (await RefuseAsync(organization, actor.Id, row, enrolment, [.. held.Union(roles)]) is { } refused)
        {
            if (refused is Forbidden or Refused)
            {
                await audit.RecordDenialAsync(act, refused);
            }

            return refused;
        }

        var begun = await audit.BeginAsync(act);
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var done = enrolment == DomainEnrolment.Automatic
            ? await OpenAsync(organization, domain, row, held.ToHashSet().SetEquals(roles) ? null : roles)
            : await CloseAsync(organization, domain, row, enrolment);
        await intent.CompleteAsync(done.Failure);
        if (done.Failure is null or Unavailable)
        {
            events.Publish(new DomainsChanged(organization));
        }

        return done;
    }

    // Everybody who joins gets what stands there afterwards, so what stood there before counts as given away too.
    private async Task<Failure?> RefuseAsync(OrganizationId organization, UserId actor, OrganizationDomain row, DomainEnrolment enrolment, IReadOnlyList<OrganizationRoleId> roles)
    {
        if (enrolment == DomainEnrolment.Nothing)
        {
            return null;
        }

        if (!DomainStates.IsVerified(row, time.GetUtcNow()))
        {
            return new Refused(RefusalReasons.DomainNotVerified);
        }

        var trusted = await trust.IsGivenAsync();
        return trusted switch
        {
            { IsFailure: true } => trusted.Failure,
            { Value: false } => new Refused(RefusalReasons.AddressesNotVerified),
            _ when enrolment == DomainEnrolment.Automatic => await ceiling.RefuseUnlessWithinAsync(organization, actor, roles, OrganizationPermissions.ManageSecurity),
            _ => null,
        };
    }

    private async Task<Result> OpenAsync(OrganizationId organization, DomainName domain, OrganizationDomain row, IReadOnlyList<OrganizationRoleId>? roles)
    {
        var earlier = row.Enrolment;
        row.Enrolment = DomainStates.Automatic;
        var saved = await store.SaveAsync(row);
        if (saved.IsFailure)
        {
            return saved;
        }

        // The roles first: nobody is to join with others than were chosen.
        var opened = roles is null ? Result.Done : await justInTime.ReplaceRolesAsync(organization, roles).ToResultAsync(ExplainRefusal);
        if (!opened.IsFailure)
        {
            opened = await justInTime.AddDomainAsync(organization, domain.Value).ToResultAsync(ExplainRefusal);
            opened = opened.Failure is Refused { Reason: RefusalReasons.DomainListed } ? Result.Done : opened;
        }

        // A domain that was open before stays so. Where it cannot be closed again it may be open, and stays shown as that.
        if (opened.IsFailure && earlier != DomainStates.Automatic && !(await proving.CloseAsync(organization, domain)).IsFailure)
        {
            row.Enrolment = earlier;
            await store.SaveAsync(row);
        }

        return opened;
    }

    private async Task<Result> CloseAsync(OrganizationId organization, DomainName domain, OrganizationDomain row, DomainEnrolment enrolment)
    {
        if (row.Enrolment == DomainStates.Automatic && (await proving.CloseAsync(organization, domain)) is { IsFailure: true } open)
        {
            return open;
        }

        row.Enrolment = DomainStates.NameOf(enrolment);
        return await store.SaveAsync(row);
    }

    private static Failure? ExplainRefusal(string code) => code switch
    {
        "entity.unique_integrity_violation" => new Refused(RefusalReasons.DomainListed),
        "entity.relation_foreign_key_not_found" => new Invalid("roles", "unknown_role"),
        "entity.db_constraint_violated" => new Refused(RefusalReasons.MachineRole),
        _ => null,
    };
}
