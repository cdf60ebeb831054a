using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>What speaks for and against handing over. Whoever calls has checked the permissions; the rules hold only inside the organization's lock.</summary>
internal sealed class HandOverRules(
    IOrganizationsClient organizations, IOrganizationMembersClient members, IUsersClient users, Administrators administrators, IRoleCeiling ceiling)
{
    /// <summary>What it would give away, for showing it before.</summary>
    public async Task<Result<HandOverTerms>> ListTermsAsync(OrganizationId organization, UserId giver, CancellationToken cancellationToken)
    {
        var own = await ceiling.ReadAsync(organization, giver, cancellationToken);
        if (own.IsFailure)
        {
            return own.Failure;
        }

        // An operator who is inside is no member, and has nothing to hand over.
        if (own.Value.Held?.Select(role => role.Id).ToList() is not { } held)
        {
            return new NotFound();
        }

        var roles = own.Value.List(role => role.IsForPeople);
        var given = administrators.RolesToGive([.. roles.Select(role => role.Role)], held);
        return new HandOverTerms(
            [.. given.Select(role => new OrganizationRoleName(role.Id, role.Name))],
            RolePowers.Of(given.Select(role => role.Id), roles),
            RolePowers.Of(held, roles),
            [.. roles.Where(role => role.CanGrant && !role.IsAdministrator)]);
    }

    /// <summary>Reads what there is to know, with four calls at once; <see cref="NotFound"/> when either is no member.</summary>
    public async Task<Result<HandOverFacts>> ReadAsync(OrganizationId organization, UserId giver, string giverName, UserId to)
    {
        var naming = organizations.GetAsync(organization).ToResultAsync();
        var finding = users.GetAsync(to).ToResultAsync();
        var taking = members.ListRolesAsync(organization, to).ToResultAsync();
        var own = await ceiling.ReadAsync(organization, giver);
        var (named, user, theirs) = (await naming, await finding, await taking);

        // Without knowing whether the account is suspended nobody is made the only administrator.
        if ((named.Failure ?? theirs.Failure ?? own.Failure ?? user.Failure) is { } failure)
        {
            return failure;
        }

        if (own.Value.Held is not { } roles)
        {
            return new NotFound();
        }

        var held = new PresentMember(giver, giverName, roles);
        return new HandOverFacts(
            named.Value.Name,
            held,
            new PresentMember(to, user.Value.Name ?? user.Value.PrimaryEmail ?? user.Value.Username, theirs.Value),
            user.Value.IsSuspended,
            own.Value,
            [.. administrators.RolesToGive(own.Value.Template, held.RoleIds).Select(role => role.Id)]);
    }

    /// <summary>Why it must not be done; <see langword="null"/> when it may.</summary>
    public Failure? Refuse(HandOverFacts facts, IReadOnlyList<OrganizationRoleId> afterwards, string typedName) => facts switch
    {
        _ when facts.Recipient.Id == facts.Giver.Id => new Refused(RefusalReasons.HandOverToOneself),
        // Who was demoted while waiting for the lock has nothing to hand over any more.
        _ when administrators.FindMissing(facts.Own.Template, facts.Giver.RoleIds) is { } missing => new Forbidden(missing.Value),
        { IsRecipientSuspended: true } => new Refused(RefusalReasons.RecipientSuspended, facts.Recipient.Name),
        _ when typedName != facts.OrganizationName => new Refused(RefusalReasons.NameMismatch, facts.OrganizationName),
        _ when administrators.IsAdministrator(facts.Own.Template, afterwards) => new Invalid("afterwards", "administrator_role"),
        // What is given away is the giver's own, so it cannot be more than that.
        _ => facts.Own.Refuse([.. afterwards.Except(facts.Giver.RoleIds)]),
    };
}
