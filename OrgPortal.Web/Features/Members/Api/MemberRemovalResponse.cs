using System.ComponentModel;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>What became of the open invitations of somebody who was removed.</summary>
internal sealed record MemberRemovalResponse(
    [property: Description("How many were taken over or revoked.")] int InvitationsHandled,
    [property: Description("How many were not, because Logto failed or they invite with more than the caller holds.")] int InvitationsLeft)
{
    /// <summary>Maps it.</summary>
    public static MemberRemovalResponse From(MemberRemoval removal) => new(removal.Invitations, removal.InvitationsLeft);
}
