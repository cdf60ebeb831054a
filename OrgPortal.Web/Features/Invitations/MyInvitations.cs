namespace OrgPortal.Web.Features.Invitations;

/// <summary>The open invitations for the signed-in person's address.</summary>
/// <param name="Items">Newest first, at most <see cref="MaxItems"/>.</param>
/// <param name="CanAnswerHere">
/// Whether they may be accepted and declined without the mailed link, which needs a tenant whose sign-up verifies addresses. Where
/// it does not, anybody may have signed up with the address: then each item tells the organization's name and nothing else.
/// </param>
public sealed record MyInvitations(IReadOnlyList<MyInvitation> Items, bool CanAnswerHere)
{
    /// <summary>How many are listed at most.</summary>
    public const int MaxItems = 20;

    /// <summary>None.</summary>
    public static MyInvitations None { get; } = new([], false);
}
