using System.ComponentModel;

namespace OrgPortal.Web.Features.Invitations.Api;

/// <summary>The link of an invitation.</summary>
internal sealed record InvitationLinkRequest(
    [property: Description("Its secret: the last part of the link's path. It is no part of an address here, where logs would keep it.")] string? Token,
    [property: Description("For declining: what to tell those who invited, of which 280 characters are kept.")] string? Reason = null);
