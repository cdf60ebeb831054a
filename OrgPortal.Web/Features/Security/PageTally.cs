using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Security;

/// <summary>What was found on one page of members.</summary>
/// <param name="Total">How many members there are in all.</param>
/// <param name="Seen">How many were looked at.</param>
/// <param name="Passkeys">How many have a passkey.</param>
/// <param name="Without">Who has none.</param>
/// <param name="IsLast">Whether no page comes after it.</param>
internal sealed record PageTally(int Total, int Seen, int Passkeys, IReadOnlyList<UserId> Without, bool IsLast);
