namespace OrgPortal.Web.Features.Invitations;

/// <summary>What became of several invitations.</summary>
/// <param name="Done">For how many it was done.</param>
/// <param name="Left">For how many it was not.</param>
public sealed record InvitationsHandled(int Done, int Left);
