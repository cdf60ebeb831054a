using System.ComponentModel;

namespace OrgPortal.Web.Features.Invitations.Api;

/// <summary>An invitation.</summary>
internal sealed record InvitationResponse(
    [property: Description("Its id in Logto.")] string Id,
    [property: Description("Who is invited.")] string EmailAddress,
    [property: Description("Where it stands.")] InvitationState State,
    [property: Description("Whether its mail went out, or a link was handed out, as far as the portal knows. false only while it is open.")] bool IsDelivered,
    [property: Description("Why its last mail did not go out, the code of a failure; null when it did.")] string? NotSentBecause,
    [property: Description("What it grants; empty when its roles were deleted.")] IReadOnlyList<RoleReference> Roles,
    [property: Description("Who invited; null when that was the operator of the tenant.")] string? InviterId,
    [property: Description("What the inviter is called, if known.")] string? InviterName,
    [property: Description("Who accepted.")] string? AcceptedById,
    [property: Description("When it was made.")] DateTimeOffset CreatedAt,
    [property: Description("When its state changed last.")] DateTimeOffset ChangedAt,
    [property: Description("When it ends, or would have ended.")] DateTimeOffset ExpiresAt,
    [property: Description("What the person said who declined.")] string? DeclineReason,
    [property: Description("When somebody with a dead link of it asked for a new one last.")] DateTimeOffset? AskedForNewAt)
{
    /// <summary>Maps it.</summary>
    public static InvitationResponse From(InvitationRow row) => new(
        row.Id.Value,
        row.Address,
        row.State,
        row.IsDelivered,
        row.NotSentBecause,
        RoleReference.From(row.Roles),
        row.InviterId?.Value,
        row.InviterName,
        row.AcceptedBy?.Value,
        row.SentAt,
        row.ChangedAt,
        row.ExpiresAt,
        row.DeclineNote,
        row.AskedAt);
}
