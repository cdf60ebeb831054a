using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>What became of several invitations.</summary>
/// <param name="Done">For how many it was done.</param>
/// <param name="Left">For how many it was not.</param>
public sealed record InvitationsHandled(int Done, int Left)
{
    /// <summary>Those that were revoked: what <see cref="IInvitationService.RestoreAsync"/> can take back for a while.</summary>
    public IReadOnlyList<InvitationId> Revoked { get; init; } = [];
}
