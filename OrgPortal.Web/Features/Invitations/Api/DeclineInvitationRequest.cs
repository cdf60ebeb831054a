using System.ComponentModel;

namespace OrgPortal.Web.Features.Invitations.Api;

/// <summary>What to tell those who invited.</summary>
internal sealed record DeclineInvitationRequest(
    [property: Description("Plain text, of which 280 characters are kept; may be left out.")] string? Reason = null);
