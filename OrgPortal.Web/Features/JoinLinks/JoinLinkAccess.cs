using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>What stands between an administrator and a link, after the guard.</summary>
internal sealed class JoinLinkAccess(ICurrentUser currentUser, JoinLinkRecords records, IRoleCeiling ceiling, IOrganizationLocks locks, IAuditTrail audit)
{
    /// <summary>The signed-in person, as somebody who vouches.</summary>
    public async Task<Result<(UserId Id, InvitationMaker Maker)>> ActorAsync() =>
        await currentUser.GetAsync() is { } person ? (person.Id, InvitationMaker.Of(person)) : new SignInRequired();

    /// <summary>The organization's lock.</summary>
    public Task<Result<IAsyncDisposable>> HoldAsync(OrganizationId organization) => locks.HoldAsync(organization);

    /// <summary>The link, if it belongs to the organization.</summary>
    public Task<Result<JoinLink>> FindAsync(OrganizationId organization, Guid link) => records.FindAsync(organization, link);

    /// <summary>
    /// Why the person may not do this inside the lock: the right to invite was lost while waiting for it, or the link gives more than the person holds.
    /// The refusal goes on record.
    /// </summary>
    public async Task<Failure?> RefuseAsync(UserId actor, JoinLink link, string action, bool vouches)
    {
        var refused = await ceiling.RefuseUnlessWithinAsync(link.Organization(), actor, vouches ? link.Roles() : [], OrganizationPermissions.InviteMembers);
        if (refused is not null)
        {
            await audit.RecordDenialAsync(JoinLinkActs.Of(action, link), refused);
        }

        return refused;
    }
}
