using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>How many mails may go out now.</summary>
/// <param name="Granted">As many.</param>
/// <param name="Limit">Why not more, and when there will be; <see langword="null"/> when everything asked for was granted.</param>
internal sealed record InvitationAllowance(int Granted, LimitReached? Limit);
