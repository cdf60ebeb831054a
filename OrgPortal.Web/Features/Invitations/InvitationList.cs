using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>One page of invitations.</summary>
/// <param name="Page">The page, with how many match the query in all.</param>
/// <param name="Counts">How many the organization has, whatever the query.</param>
public sealed record InvitationList(Page<InvitationRow> Page, InvitationCounts Counts);
