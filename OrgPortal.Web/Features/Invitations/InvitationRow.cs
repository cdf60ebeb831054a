using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>An invitation in the list.</summary>
/// <param name="Id">Its id in Logto.</param>
/// <param name="Address">Who is invited, as it was written to Logto.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsDelivered">Whether its mail went out as far as the portal knows. <see langword="false"/> only while it is open and no living link of it was mailed or handed out.</param>
/// <param name="NotSentBecause">Why its last mail did not go out, the code of a failure; <see langword="null"/> when it did, or nothing is known.</param>
/// <param name="Roles">What it grants; empty when its roles were deleted.</param>
/// <param name="InviterId">Who invited; <see langword="null"/> when that was the operator of the tenant.</param>
/// <param name="InviterName">What the inviter is called, if known.</param>
/// <param name="AcceptedBy">Who accepted.</param>
/// <param name="SentAt">When it was made.</param>
/// <param name="ChangedAt">When its status changed last.</param>
/// <param name="ExpiresAt">When it ends, or would have ended.</param>
public sealed record InvitationRow(
    InvitationId Id,
    string Address,
    InvitationState State,
    bool IsDelivered,
    string? NotSentBecause,
    IReadOnlyList<OrganizationRoleName> Roles,
    UserId? InviterId,
    string? InviterName,
    UserId? AcceptedBy,
    DateTimeOffset SentAt,
    DateTimeOffset ChangedAt,
    DateTimeOffset ExpiresAt)
{
    /// <summary>What the person said who declined; <see langword="null"/> for nothing.</summary>
    public string? DeclineNote { get; init; }

    /// <summary>When somebody with a link of it asked for a new one last.</summary>
    public DateTimeOffset? AskedAt { get; init; }
}
