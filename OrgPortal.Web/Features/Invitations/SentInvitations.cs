using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>What the pages of members ask about invitations, and do with them.</summary>
internal sealed class SentInvitations(IInvitationService invitations) : ISentInvitations
{
    public Task<Result<int>> CountOpenAsync(OrganizationId organization, UserId inviter, CancellationToken cancellationToken = default) =>
        invitations.CountOpenByAsync(organization, inviter, cancellationToken);

    public Task<MemberRemoval> TakeOverAsync(OrganizationId organization, UserId inviter) => HandleAsync(organization, inviter, invitations.TakeOverAsync(organization, inviter));

    public Task<MemberRemoval> RevokeAsync(OrganizationId organization, UserId inviter) => HandleAsync(organization, inviter, invitations.RevokeSentByAsync(organization, inviter));

    public async Task<int> RestoreAsync(OrganizationId organization, IReadOnlyList<InvitationId> revoked)
    {
        var left = 0;
        foreach (var invitation in revoked)
        {
            left += (await invitations.RestoreAsync(organization, invitation)).IsFailure ? 1 : 0;
        }

        return left;
    }

    private async Task<MemberRemoval> HandleAsync(OrganizationId organization, UserId inviter, Task<Result<InvitationsHandled>> handling)
    {
        var handled = await handling;
        if (!handled.IsFailure)
        {
            return new MemberRemoval(handled.Value.Done, handled.Value.Left) { Revoked = handled.Value.Revoked };
        }

        // How many are left is worth a question; without an answer there is at least one to look for.
        var open = await invitations.CountOpenByAsync(organization, inviter);
        return new MemberRemoval(0, open.IsFailure ? 1 : open.Value);
    }
}
