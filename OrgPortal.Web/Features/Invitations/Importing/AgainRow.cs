using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>An invitation that did not get anywhere, and can be sent again.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Address">Who is invited.</param>
/// <param name="Roles">What the roles are called.</param>
/// <param name="HasExpired">It has expired, and a new one takes its place; otherwise its mail did not go out.</param>
public sealed record AgainRow(InvitationId Id, string Address, IReadOnlyList<string> Roles, bool HasExpired);
