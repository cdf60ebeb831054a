using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Which invitations to list.</summary>
/// <param name="State">Only those in this state; <see langword="null"/> for all.</param>
/// <param name="Search">Part of the address, in any case.</param>
/// <param name="Page">From 1. Past the end it is the last page.</param>
/// <param name="PageSize">1 to 100.</param>
/// <param name="Inviter">Only those that this person has sent.</param>
public sealed record InvitationQuery(InvitationState? State = null, string? Search = null, int Page = 1, int PageSize = 20, UserId? Inviter = null);
