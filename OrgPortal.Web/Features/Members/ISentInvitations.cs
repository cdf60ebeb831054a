using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>The open invitations that a member has sent. The feature that knows implements it, and asks for <c>members.invite</c>.</summary>
public interface ISentInvitations
{
    /// <summary>How many there are.</summary>
    Task<Result<int>> CountOpenAsync(OrganizationId organization, UserId inviter, CancellationToken cancellationToken = default);

    /// <summary>The signed-in person vouches for them from now on. Never fails: what could not be done is counted.</summary>
    Task<MemberRemoval> TakeOverAsync(OrganizationId organization, UserId inviter);

    /// <summary>Revokes them. Never fails: what could not be done is counted.</summary>
    Task<MemberRemoval> RevokeAsync(OrganizationId organization, UserId inviter);

    /// <summary>
    /// Takes revocations of a moment ago back: each gets a new invitation in its place, without a mail, and the links that had been given out work again. Never fails:
    /// what could not be done is counted.
    /// </summary>
    /// <returns>How many could not be restored, or stand without their links.</returns>
    Task<int> RestoreAsync(OrganizationId organization, IReadOnlyList<InvitationId> revoked);
}
