namespace OrgPortal.Web.Features.Invitations;

/// <summary>Where a link leads.</summary>
internal static class InvitationPaths
{
    /// <summary>The public page of an invitation, from the root of the portal.</summary>
    public static string Landing(string token) => $"/invitation/{token}";
}
