namespace OrgPortal.Web.Logto.Probing;

/// <summary>What the tenant says of itself.</summary>
/// <param name="Issuer">The name that its tokens carry.</param>
/// <param name="Scopes">What may be asked for.</param>
/// <param name="GrantTypes">How tokens are given.</param>
/// <param name="ClockSkew">How far its clock is ahead of this machine's (behind, when negative), to a second; nothing when the answer has no date.</param>
/// <param name="Took">How long the answer took.</param>
public sealed record Discovery(string Issuer, IReadOnlyList<string> Scopes, IReadOnlyList<string> GrantTypes, TimeSpan? ClockSkew, TimeSpan Took);
