using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>What became of somebody's removal.</summary>
/// <param name="Invitations">How many of their open invitations were taken over or revoked.</param>
/// <param name="InvitationsLeft">How many were not, because Logto failed or they invite with more than the person holds.</param>
public sealed record MemberRemoval(int Invitations = 0, int InvitationsLeft = 0)
{
    /// <summary>Those of their invitations that were revoked: taking the removal back restores them.</summary>
    public IReadOnlyList<InvitationId> Revoked { get; init; } = [];
}
