using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>What speaks for and against handing over. Whoever calls has checked the permissions; the rules hold only inside the organization's lock.</summary>
internal sealed class HandOverRules(
    IOrganizationsClient organizations, IOrganizationMembersClient members, IUsersClient users, IOrganizationRolesClient template, Administrators administrators, IRoleCeiling ceiling)
{
    /// <summary>What it would give away, for showing it before.</summary>
    public async Task<Result<HandOverTerms>> ListTermsAsync(OrganizationId organization, UserId giver, CancellationToken cancellationToken)
    {
        var listing = ceiling.ListAsync(organization, giver, cancellationToken);
        var own = await members.ListRolesAsync(organization, giver, cancellationToken).ToResultAsync();
        var roles = await listing;
        if ((own.Failure ?? roles.Failure) is { } failure)
        {
            return failure;
        }

        var held = own.Value.Select(role => role.Id).ToList();
        var given = administrators.RolesToGive([.. roles.Value.Select(role => role.Role)], held);
        return new HandOverTerms(
            [.. given.Select(role => new OrganizationRoleName(role.Id, role.Name))],
            RolePowers.Of(given.Select(role => role.Id), roles.Value),
            RolePowers.Of(held, roles.Value),
            [.. roles.Value.Where(role => role.CanGrant && !role.IsAdministrator)]);
    }

    /// <summary>Reads what there is to know, with four calls at once; <see cref="NotFound"/> when either is no member.</summary>
    public async Task<Result<HandOverFacts>> ReadAsync(OrganizationId organization, UserId giver, string giverName, UserId to)
    {
        var naming = organizations.GetAsync(organization).ToResultAsync();
        var finding = users.GetAsync(to).ToResultAsync();
        var taking = members.ListRolesAsync(organization, to).ToResultAsync();
        var giving = members.ListRolesAsync(organization, giver).ToResultAsync();
        var roles = await template.ListAsync().ToResultAsync();
        var (named, user, theirs, own) = (await naming, await finding, await taking, await giving);

        // Without knowing whether the account is suspended nobody is made the only administrator.
        if ((named.Failure ?? theirs.Failure ?? own.Failure ?? user.Failure ?? roles.Failure) is { } failure)
        {
            return failure;
        }

        var held = new PresentMember(giver, giverName, own.Value);
        return new HandOverFacts(
            named.Value.Name,
            held,
            new PresentMember(to, user.Value.Name ?? user.Value.PrimaryEmail ?? user.Value.Username, theirs.Value),
            user.Value.IsSuspended,
            roles.Value,
            [.. administrators.RolesToGive(roles.Value, held.RoleIds).Select(role => role.Id)]);
    }

    /// <summary>Why it must not be done; <see langword="null"/> when it may. Asks Logto only about roles that the giver takes and does not have yet.</summary>
    public async Task<Failure?> RefuseAsync(OrganizationId organization, HandOverFacts facts, IReadOnlyList<OrganizationRoleId> afterwards, string typedName) => facts switch
    {
        _ when facts.Recipient.Id == facts.Giver.Id => new Refused(RefusalReasons.HandOverToOneself),
        // Who was demoted while waiting for the lock has nothing to hand over any more.
        _ when administrators.FindMissing(facts.Template, facts.Giver.RoleIds) is { } missing => new Forbidden(missing.Value),
        { IsRecipientSuspended: true } => new Refused(RefusalReasons.RecipientSuspended, facts.Recipient.Name),
        _ when typedName != facts.OrganizationName => new Refused(RefusalReasons.NameMismatch, facts.OrganizationName),
        _ when administrators.IsAdministrator(facts.Template, afterwards) => new Invalid("afterwards", "administrator_role"),
        // What is given away is the giver's own, so it cannot be more than that.
        _ => await ceiling.RefuseUnlessWithinAsync(organization, facts.Giver.Id, [.. afterwards.Except(facts.Giver.RoleIds)]),
    };
}
