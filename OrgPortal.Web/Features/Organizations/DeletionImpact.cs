namespace OrgPortal.Web.Features.Organizations;

/// <summary>What deleting an organization takes with it.</summary>
/// <param name="Members">How many people belong to it, the person who asks among them.</param>
/// <param name="OpenInvitations">How many invitations could still be accepted.</param>
/// <param name="RestorableUntil">Until when it could be restored if it were deleted now; nothing where it would be gone at once.</param>
public sealed record DeletionImpact(int Members, int OpenInvitations, DateTimeOffset? RestorableUntil = null);
