using System.ComponentModel;

namespace OrgPortal.Web.Features.Invitations.Api;

/// <summary>A link to hand over by other means than the mail. It is shown this once.</summary>
internal sealed record InvitationLinkResponse(
    [property: Description("Whoever has the invited address accepts with it, on the portal's own page.")] Uri Link);
