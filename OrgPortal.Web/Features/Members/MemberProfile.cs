using OrgPortal.Web.Features.Audit;

namespace OrgPortal.Web.Features.Members;

/// <summary>A member, as the member's own page shows one.</summary>
/// <param name="Row">What the table shows too, with what cannot be done and why.</param>
/// <param name="Roles">The roles, by name, with what they mean.</param>
/// <param name="Powers">What they allow together; <see langword="null"/> when Logto did not say what the roles grant.</param>
/// <param name="Joining">How the membership began; <see langword="null"/> when no record tells.</param>
/// <param name="IsJoiningRead">Whether the records could be read.</param>
public sealed record MemberProfile(MemberRow Row, IReadOnlyList<HeldRole> Roles, MemberPowers? Powers, Joining? Joining, bool IsJoiningRead);
