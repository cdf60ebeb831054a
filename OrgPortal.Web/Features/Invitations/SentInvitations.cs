using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>What the page of a member asks about invitations.</summary>
internal sealed class SentInvitations(IInvitationService invitations) : ISentInvitations
{
    public Task<Result<int>> CountOpenAsync(OrganizationId organization, UserId inviter, CancellationToken cancellationToken = default) =>
        invitations.CountOpenByAsync(organization, inviter, cancellationToken);
}
