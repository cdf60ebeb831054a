namespace OrgPortal.Web.Features.Audit;

/// <summary>What the portal has recorded last of somebody's membership.</summary>
/// <param name="IsMember">Whether they came, and have not gone since.</param>
/// <param name="RoleNames">The roles they had last, as far as the portal gave them; empty for none and for what is not known.</param>
internal sealed record Movement(bool IsMember, IReadOnlyList<string> RoleNames);
