using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>What stands between an administrator and an invitation, after the guard.</summary>
internal sealed class InvitationAccess(ICurrentUser currentUser, IOrganizationInvitationsClient invitations, IRoleCeiling ceiling, IAuditTrail audit)
{
    /// <summary>The signed-in person.</summary>
    public async Task<Result<Person>> ActorAsync() => await currentUser.GetAsync() is { } person ? person : new SignInRequired();

    /// <summary>The invitation, if it belongs to the organization. Logto's paths name none, so this is compared here.</summary>
    public async Task<Result<OrganizationInvitation>> FindAsync(OrganizationId organization, InvitationId invitation)
    {
        if (invitation == default)
        {
            return new NotFound();
        }

        var found = await invitations.GetAsync(invitation).ToResultAsync();
        return found is { IsFailure: false } && found.Value.OrganizationId != organization ? new NotFound() : found;
    }

    /// <summary>The invitation, if it belongs to the organization and is in this status.</summary>
    public async Task<Result<OrganizationInvitation>> FindAsync(OrganizationId organization, InvitationId invitation, string status)
    {
        var found = await FindAsync(organization, invitation);
        return found is { IsFailure: false } && found.Value.Status != status
            ? new Refused(found.Value.Status == InvitationStatuses.Pending ? RefusalReasons.InvitationOpen : RefusalReasons.InvitationEnded)
            : found;
    }

    /// <summary>Why the person may not invite with these roles; the refusal goes on record.</summary>
    public async Task<Failure?> RefuseRolesAsync(OrganizationId organization, Person actor, IReadOnlyCollection<OrganizationRoleId> roles, string action, OrganizationInvitation? invitation = null)
    {
        if (roles.Count == 0 || await ceiling.RefuseUnlessWithinAsync(organization, actor.Id, roles) is not { } refused)
        {
            return null;
        }

        await audit.RecordDenialAsync(InvitationActs.Of(action, organization, invitation), refused);
        return refused;
    }
}
