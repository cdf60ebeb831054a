using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>What became of one address.</summary>
/// <param name="Address">The address: lower-cased when it is one, else as it was typed.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Invitation">The invitation: the new one, also when only its mail failed; the open one when there was one already.</param>
/// <param name="Reason">Why not; <see langword="null"/> when the mail was sent. Holds when to try again, where that is known.</param>
/// <param name="ExpiresAt">When the new invitation ends.</param>
public sealed record AddressOutcome(
    string Address,
    AddressOutcomeKind Kind,
    InvitationId? Invitation = null,
    Failure? Reason = null,
    DateTimeOffset? ExpiresAt = null)
{
    /// <summary>Whether sending the same form again can help: nothing was made for this address, and the reason may pass.</summary>
    public bool CanTryAgain => Kind is AddressOutcomeKind.RateLimited or AddressOutcomeKind.Unavailable;
}
