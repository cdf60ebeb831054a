using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>
/// Whether the person who vouches for an invitation still may: a member with the right to invite, and with everything the invitation
/// grants. Somebody who lost that right since, or is suspended, has no open invitations either; an operator who was inside only needs to be one still.
/// </summary>
internal sealed class InvitationVouching(IPermissionReader reader, IAccountStanding accounts, IRoleCeiling ceiling, VisitRights visits, InvitationTokens tokens)
{
    /// <summary><see langword="null"/> when the invitation stands; else <see cref="RefusalReasons.InvitationVoid"/>, <see cref="RefusalReasons.MachineRole"/> or <see cref="Unavailable"/>.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="maker">Who made the link; <see langword="null"/> when there is no link: then the inviter vouches, and for an invitation without one the operator of the tenant, who may everything.</param>
    /// <param name="seen">An account that was read for the same answer: nobody's is read twice.</param>
    public async Task<Failure?> RefuseAsync(OrganizationInvitation invitation, UserId? maker, User? seen = null)
    {
        if ((maker ?? invitation.InviterId) is not { } person)
        {
            return null;
        }

        OrganizationRoleId[] roles = [.. invitation.OrganizationRoles.Select(role => role.Id)];
        var refused = await RefuseAsync(invitation.OrganizationId, person, roles, seen);
        if (refused is Refused { Reason: RefusalReasons.InvitationVoid })
        {
            var stands = await StandsByVisitAsync(invitation, person);
            if (stands.IsFailure || stands.Value)
            {
                return stands.Failure;
            }
        }

        if (maker is not null || refused is not Refused)
        {
            return refused;
        }

        // Without a link the inviter vouches; who has gone may have been followed by somebody who vouches by the links that are out.
        var successor = await tokens.FindMakerAsync(invitation.Id);
        return !successor.IsFailure && UserId.TryParse(successor.Value, null, out var other) && other != person
            ? await RefuseAsync(invitation.OrganizationId, other, roles)
            : refused;
    }

    /// <summary>The same for whatever else makes members with these roles.</summary>
    public async Task<Failure?> RefuseAsync(OrganizationId organization, UserId person, IReadOnlyCollection<OrganizationRoleId> roles, User? seen = null)
    {
        var reading = reader.ReadFreshAsync(organization, person);
        var suspended = seen?.Id == person ? seen.IsSuspended : await accounts.IsSuspendedAsync(person);
        var rights = await reading;
        if ((rights.Failure ?? suspended.Failure) is { } failure)
        {
            return failure;
        }

        if (suspended.Value || !rights.Value.IsMember || !rights.Value.Allow(OrganizationPermissions.InviteMembers))
        {
            return new Refused(RefusalReasons.InvitationVoid);
        }

        return roles.Count == 0 ? null : await ceiling.RefuseUnlessWithinAsync(organization, person, roles) switch
        {
            Refused { Reason: RefusalReasons.AboveOwnPermissions } or Invalid or Forbidden or NotFound => new Refused(RefusalReasons.InvitationVoid),
            var other => other,
        };
    }

    private async Task<Result<bool>> StandsByVisitAsync(OrganizationInvitation invitation, UserId person)
    {
        var vouches = await visits.VouchForAsync(invitation.OrganizationId, person, invitation.CreatedAt);
        if (vouches.IsFailure || !vouches.Value)
        {
            return vouches;
        }

        var suspended = await accounts.IsSuspendedAsync(person);
        return suspended.IsFailure ? suspended.Failure : !suspended.Value;
    }
}
