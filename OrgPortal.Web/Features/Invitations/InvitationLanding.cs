namespace OrgPortal.Web.Features.Invitations;

/// <summary>What the bearer of a link gets to see.</summary>
/// <param name="State">Which page.</param>
/// <param name="Offer">What is offered, or was; <see langword="null"/> when nothing may be told.</param>
/// <param name="SignedInAs">The address of the signed-in person, read from Logto; <see langword="null"/> when nobody is or the account has none.</param>
public sealed record InvitationLanding(LandingState State, InvitationOffer? Offer = null, string? SignedInAs = null)
{
    /// <summary>Whether somebody new can sign up by this link alone.</summary>
    public bool CanSignUp { get; init; }
}
