namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>A connection that is to be set up.</summary>
/// <param name="Name">What the organization calls it: 1 to 60 characters.</param>
/// <param name="Kind"><see cref="ConnectionKind.Oidc"/> or <see cref="ConnectionKind.Saml"/>.</param>
public sealed record ConnectionForm(string Name, ConnectionKind Kind);
