namespace OrgPortal.Web.Features.Organizations;

/// <summary>What deleting an organization takes with it.</summary>
/// <param name="Members">How many people belong to it, the person who asks among them.</param>
/// <param name="OpenInvitations">How many invitations could still be accepted.</param>
public sealed record DeletionImpact(int Members, int OpenInvitations);
