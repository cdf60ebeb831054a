namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>What was typed of an OpenID Connect provider. The secret is not in it.</summary>
/// <param name="Issuer">As typed.</param>
/// <param name="ClientId">As typed.</param>
public sealed record OidcDraft(string Issuer, string ClientId);
