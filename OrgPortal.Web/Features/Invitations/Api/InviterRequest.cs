using System.ComponentModel;

namespace OrgPortal.Web.Features.Invitations.Api;

/// <summary>Whose open invitations.</summary>
internal sealed record InviterRequest(
    [property: Description("The id of whoever sent them, who need not be a member any more.")] string? InviterId);
